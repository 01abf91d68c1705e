use crate::diagnostic::Diagnostic;
use crate::rules::rule;
use crate::source::Span;
use crate::yaml::Scalar;

rule! {
    /// A value of a slot type has a comma, where a list of the value and its synonyms seems to be meant.
    ///
    /// `POOL: shared ride, pool` is one value, and users would have to say all of it. In brackets, `[shared ride, pool]`, it is the value
    /// `shared ride` with the synonym `pool`.
    ///
    /// Some values do have a comma, such as `Paris, Texas`. In quotes such a text is taken as it is, and so is one in a list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { slots: { friend: Friend }, samples: ["say hello to {friend}"] }
    /// types:
    ///   Friend:
    ///     ADA: ada, countess
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { slots: { friend: Friend }, samples: ["say hello to {friend}"] }
    /// types:
    ///   Friend:
    ///     ADA: [ada, countess]
    ///     BEN: "ben, the elder"
    /// ```
    SL028 "comma-in-value" Warning Daily
}

/// What to say of the value of an id, written at `span`.
pub(crate) fn problem(scalar: Scalar<'_>, span: Span) -> Option<Diagnostic> {
    let text = scalar.text;
    if !scalar.plain || !text.contains(", ") {
        return None;
    }
    let problem = RULE
        .at(span, format!("`{text}` is one value, with a comma in it"))
        .note("a value with synonyms is a list: the value, then its synonyms");
    // An alias, or a text of several lines, is not put in brackets by two signs; nor is one with signs that mean something between them.
    let is_simple = span.range().len() == text.len()
        && !text.contains(['[', ']', '{', '}', '"', '\'', '#', '&', '*', '!', '|', '>', '%', '@', '`', ':']);
    let problem = match is_simple {
        true => problem.fix(format!("write `[{text}]`"), span, format!("[{text}]")),
        false => problem.help("put the value and its synonyms in brackets, as a list"),
    };
    Some(problem.help("put it in quotes if the comma belongs to the value"))
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    fn keys(values: &str) -> String {
        format!("intents: {{ Hello: {{ slots: {{ a: A }}, samples: ['to {{a}}'] }} }}\ntypes:\n  A:\n{values}")
    }

    #[test]
    fn brackets_are_put_around_what_stands_on_one_line() {
        assert_eq!(fixed("SL028", &keys("    X: shared ride, pool # two\n")), ["X: [shared ride, pool] # two"]);
        assert_eq!(fixed("SL028", &keys("    X: shared ride,\n      pool\n")), [""; 0]);
        assert_eq!(told("SL028", &keys("    X: shared ride,\n      pool\n"), "").len(), 1);
    }

    #[test]
    fn quotes_lists_and_numbers_are_meant() {
        for values in
            ["    X: 'Paris, Texas'\n", "    - Paris, Texas\n", "    X: [a, b]\n", "    X: 1,000\n", "    X: { value: \"a, b\" }\n"]
        {
            assert_eq!(told("SL028", &keys(values), ""), [""; 0], "{values}");
        }
    }
}
