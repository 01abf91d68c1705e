use super::im014_sensitivity_locale::is_offered;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

const FALLBACK: &str = "AMAZON.FallbackIntent";

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

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(said) = model.sensitivity.filter(|_| is_idle(skill, model)) else { return };
    let mut message = "a sensitivity of the fallback is set, and there is no `AMAZON.FallbackIntent`".to_owned();
    if skill.intent(FALLBACK).is_some() {
        message.push_str(&format!(" in `{}`", skill.locales[model.locale].tag.value));
    }
    report.push(RULE.at(said.span, message).help("remove it, or keep the intent"));
}

/// Whether a sensitivity is set and there is no fallback; where the locale has no sensitivity at all, that is told instead.
pub(super) fn is_idle(skill: &Skill<'_>, model: &Model<'_>) -> bool {
    let has_fallback = model.intents.iter().any(|intent| intent.name.value == FALLBACK);
    model.sensitivity.is_some() && !has_fallback && is_offered(skill, model)
}
