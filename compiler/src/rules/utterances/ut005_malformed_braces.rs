use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Brace, Marks, Part};
use crate::skill::{Model, Skill};

rule! {
    /// The braces of a sample do not pair up, or hold nothing.
    ///
    /// A slot is written as its name in braces: `{city}`. Braces serve for nothing else and do not nest; Alexa answers what does not pair up with
    /// `InvalidSample`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city}"]
    /// ```
    UT005 "malformed-braces" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::STRAY) {
        let stray = sample::parts(&sample.text).find_map(|part| match part {
            Part::Stray(brace, range) => Some((brace, range)),
            _ => None,
        });
        let Some((brace, range)) = stray else { continue };
        let (range, message, help) = match brace {
            Brace::Unclosed => (range.start..range.start + 1, "a `{` of this sample is never closed", "write a slot as `{name}`"),
            Brace::Unopened => (range, "a `}` of this sample has no `{` before it", "write a slot as `{name}`, or remove the brace"),
            Brace::Empty => (range, "the braces of this sample name no slot", "write the name of a slot into them, or remove them"),
        };
        report.push(RULE.at(sample::place(sample, range), message).help(help));
    }
}
