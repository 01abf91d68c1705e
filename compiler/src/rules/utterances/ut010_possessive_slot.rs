use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Marks, Part};
use crate::skill::{Model, Skill};

rule! {
    /// A slot has a possessive ending.
    ///
    /// Amazon's page on sample utterances lets an apostrophe follow a slot, but none of 15,442 samples in public models does it, and Alexa wants
    /// spaces around slots otherwise. Who says `anna's` often reaches the skill as the value `anna's`: a synonym of the value catches that, as
    /// does a sample that names the owner last.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { friend: AMAZON.FirstName }
    ///     samples: ["greet the dog of {friend}", "greet {friend}'s dog"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { friend: AMAZON.FirstName }
    ///     samples: ["greet the dog of {friend}"]
    /// ```
    UT010 "possessive-slot" Warning Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::TOUCHED) {
        let text = &*sample.text;
        for part in sample::parts(text) {
            let Part::Slot { name, range } = part else { continue };
            let Some(ending) = text[range.end..].strip_prefix('\'') else { continue };
            let length = 1 + ending.find(' ').unwrap_or(ending.len());
            let place = sample::place(sample, range.start..range.end + length);
            let problem = RULE
                .at(place, format!("the slot `{{{}}}` has a possessive ending", name.trim()))
                .note("Alexa may refuse it: it wants a space after a slot")
                .help("name the owner last, as in `the dog of {friend}`, or give the values synonyms with the ending");
            report.push(problem);
        }
    }
}
