use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;

rule! {
    /// A text of the store is longer than Amazon takes.
    ///
    /// The manifest's schema limits the summary to 160 characters, an example phrase to 200, a keyword to 150, and the description, what
    /// is new and the testing instructions to 4,000 each. A longer one makes the whole manifest invalid.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   summary: Hello Friend says hello. Hello Friend says hello. Hello Friend says hello. Hello Friend says hello. Hello Friend says hello. Hello Friend says hello. Hello Friend says hello.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   summary: Hello Friend says hello to you and your friends.
    /// ```
    MF008 "store-text-too-long" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Some(text) = skill.store.testing_instructions {
        measure("testing_instructions", text, report);
    }
    for (key, text) in skill.listings.iter().flat_map(|listing| listing.texts()) {
        measure(key, text, report);
    }
}

/// What a text is called, and how many characters it may have.
fn limit(key: &str) -> Option<(&'static str, usize)> {
    Some(match key {
        "summary" => ("the summary", 160),
        "description" => ("the description", 4000),
        "updates" => ("the text on what is new", 4000),
        "testing_instructions" => ("the testing instructions", 4000),
        "example_phrases" => ("the example phrase", 200),
        "keywords" => ("the keyword", 150),
        _ => return None,
    })
}

fn measure(key: &str, text: Text<'_>, report: &mut Report) {
    let Some((what, most)) = limit(key).filter(|(_, most)| text.value.len() > *most) else { return };
    let length = text.value.chars().count();
    if length > most {
        let problem = RULE.at(text.span, format!("{what} has {length} characters, {} too many", length - most));
        report.push(problem.note(format!("Amazon takes {most} characters")));
    }
}
