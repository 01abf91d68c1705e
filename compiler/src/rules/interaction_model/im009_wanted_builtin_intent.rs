use super::im008_missing_builtin_intent::{missing, problem};
use super::im015_sensitivity_without_fallback::is_idle;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The skill leaves out `AMAZON.FallbackIntent` or `AMAZON.NavigateHomeIntent`.
    ///
    /// Without the fallback Alexa picks one of the skill's intents for whatever users say, and without the other they cannot leave for the home
    /// screen; the developer console adds it to every model. Both can be left out, and seldom should be.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.NavigateHomeIntent: omit
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.NavigateHomeIntent:
    /// ```
    IM009 "wanted-builtin-intent" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for known in missing(model).filter(|known| !known.needed) {
        // A sensitivity without the fallback is told on its own.
        if known.name == "AMAZON.FallbackIntent" && is_idle(skill, model) {
            continue;
        }
        let why = match known.name {
            "AMAZON.FallbackIntent" => "without it Alexa takes whatever users say for one of the skill's intents",
            _ => "without it users cannot go to the home screen; Amazon's console adds it to every model",
        };
        report.push(problem(&RULE, skill, model, known).note(why).help("keep the intent, or allow `IM009` in `lints` with the reason"));
    }
}
