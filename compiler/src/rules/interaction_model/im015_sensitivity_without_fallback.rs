use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// `fallback_sensitivity` is set, but the skill leaves `AMAZON.FallbackIntent` out.
    ///
    /// The sensitivity says how readily Alexa chooses that intent; without the intent it says nothing.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// fallback_sensitivity: high
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.FallbackIntent: omit
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// fallback_sensitivity: high
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    IM015 "sensitivity-without-fallback" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(said) = model.sensitivity else { return };
    if !model.intents.iter().any(|intent| intent.name.value == "AMAZON.FallbackIntent") {
        let problem = RULE.at(said.span, "a sensitivity of the fallback is set, and there is no `AMAZON.FallbackIntent`");
        report.push(problem.help("remove it, or keep the intent"));
    }
}
