use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use std::collections::HashMap;

rule! {
    /// Slots of the same name have different types in different intents.
    ///
    /// It is allowed and confusing: other checkers of interaction models point it out too, and in Rust the fields of one name have different types.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { place: AMAZON.City }
    ///     samples: ["hello from {place}"]
    ///   Goodbye:
    ///     slots: { place: AMAZON.Country }
    ///     samples: ["goodbye from {place}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    ///   Goodbye:
    ///     slots: { country: AMAZON.Country }
    ///     samples: ["goodbye from {country}"]
    /// ```
    SL019 "slot-types-differ" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut seen: HashMap<&str, Text<'_>> = HashMap::new();
    // Slots of Amazon's intents are told on their own.
    for slot in skill.intents.iter().filter(|intent| intent.builtin.is_none()).flat_map(|intent| &intent.slots) {
        let Some(kind) = slot.kind else { continue };
        let first = *seen.entry(slot.name.value).or_insert(kind);
        if first.value != kind.value && is_known(skill, first) && is_known(skill, kind) {
            let problem =
                RULE.at(kind.span, format!("slot `{}` is of type `{}` here and `{}` elsewhere", slot.name.value, kind.value, first.value));
            report.push(problem.also(first.span, "the other type").help("give one of the slots another name"));
        }
    }
}

/// Whether the type exists: one that does not is told on its own.
fn is_known(skill: &Skill<'_>, kind: Text<'_>) -> bool {
    crate::builtin::slot_type(kind.value).is_some() || skill.slot_type(kind.value).is_some()
}
