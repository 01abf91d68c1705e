use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Marks};
use crate::skill::{Model, Skill};
use std::collections::HashSet;

rule! {
    /// A sample uses the same slot twice.
    ///
    /// A slot has one value in a request, so one of the two things that the user said is lost. Two of 15,442 samples in public models do it, one
    /// of them in a template of Amazon's. Where two values are meant, the intent needs two slots.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city} and {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City, other: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city} and {other}"]
    /// ```
    UT011 "slot-twice" Warning Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (intent, sample) in sample::marked(model, Marks::SLOTS) {
        seen.clear();
        let twice = sample::slots(&sample.text).find(|(name, _)| !seen.insert(name));
        let Some((name, range)) = twice else { continue };
        // A phrase has its own rule, which is stricter.
        if intent.slot(name).is_some_and(sample::is_phrase) {
            continue;
        }
        let problem = RULE
            .at(sample::place(sample, range), format!("the slot `{{{name}}}` stands twice in this sample"))
            .note("a request holds one value for each slot")
            .help("declare a second slot of the same type for the other value");
        report.push(problem);
    }
}
