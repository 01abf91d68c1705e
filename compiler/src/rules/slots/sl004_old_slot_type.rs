use super::sl005_slot_type_locale::uses;
use crate::builtin;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill uses a slot type that Amazon has replaced.
    ///
    /// The types for the cities, regions and first names of single countries, and `AMAZON.LITERAL`, are on the way out (page "Slot Type
    /// Reference"): they exist in few locales and are no longer kept up.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.US_CITY }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// ```
    SL004 "old-slot-type" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for (kind, _) in uses(skill) {
        if let Some(instead) = builtin::slot_type(kind.value).and_then(|known| known.instead) {
            let problem = RULE.at(kind.span, format!("`{}` is a slot type that Amazon has replaced", kind.value));
            report.push(problem.fix(format!("write `{instead}`"), kind.span, instead));
        }
    }
}
