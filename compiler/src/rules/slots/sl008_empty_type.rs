use super::sl011_repeated_value::types_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// A slot type has no values.
    ///
    /// Alexa refuses a type without values, and one of Amazon's types that is extended by nothing. Values that only some locales have do not count
    /// for the others.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: []
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: [happy, sad]
    /// ```
    SL008 "empty-type" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model) {
        if declared.incomplete || !declared.values.is_empty() || declared.catalog.is_some() {
            continue;
        }
        let name = declared.name;
        let has_some = |other: &Model<'_>| other.slot_type(name.value).is_some_and(|other| !other.values.is_empty());
        let message = match skill.models.iter().any(has_some) {
            true => format!("slot type `{}` has no values in `{}`", name.value, skill.locales[model.locale].tag.value),
            false => format!("slot type `{}` has no values", name.value),
        };
        report.push(
            RULE.at(name.span, message).help("list what users say: `[first, second]`, or with ids: `{ FIRST: first, SECOND: second }`"),
        );
    }
}
