use crate::builtin::is_library_intent;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A slot's name has something other than letters and `_`, or does not begin with a letter.
    ///
    /// The name stands in samples as `{name}`, and Alexa refuses digits, hyphens, spaces and periods in it. The few public models that deviate
    /// all come from one old sample of Amazon's.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { 1st_city: AMAZON.City }
    ///     samples: ["hello from {1st_city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { first_city: AMAZON.City }
    ///     samples: ["hello from {first_city}"]
    /// ```
    SL001 "slot-name" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| !is_library_intent(intent.name.value)) {
        for slot in &intent.slots {
            let Some(fault) = fault(slot.name.value) else { continue };
            let problem = RULE.at(slot.name.span, format!("the slot name `{}` {fault}", slot.name.value));
            report.push(problem.note("a slot's name has letters of the English alphabet and `_`, and begins with a letter"));
        }
    }
}

/// What is wrong with the name of a slot or of a slot type.
pub(super) fn fault(name: &str) -> Option<String> {
    match name.chars().find(|letter| !letter.is_ascii_alphabetic() && *letter != '_') {
        Some(stray) => Some(format!("has a `{stray}`")),
        None if name.is_empty() => Some("is empty".to_owned()),
        None if name.starts_with('_') => Some("begins with a `_`".to_owned()),
        None => None,
    }
}
