use super::sl003_unknown_slot_type::meant;
use super::sl007_not_extendable::is_extendable;
use crate::builtin;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use std::collections::HashSet;

rule! {
    /// A slot type is declared, and no slot has it.
    ///
    /// It adds to the model what nothing can reach.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// types:
    ///   Mood: [happy, sad]
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
    SL015 "unused-type" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.damaged || skill.intents.iter().any(|intent| !intent.unread.is_empty()) {
        return;
    }
    let slots = || skill.models.iter().flat_map(|model| &model.intents).flat_map(|intent| &intent.slots);
    // A slot without a type has been reported, and may be the one that takes it.
    if slots().any(|slot| slot.kind.is_none()) {
        return;
    }
    let used: HashSet<&str> = slots().filter_map(|slot| slot.kind).map(|kind| kind.value).collect();
    // What a slot misspells is not idle: the slot is told.
    let is_unknown = |kind: &&str| builtin::slot_type(kind).is_none() && skill.slot_type(kind).is_none();
    let misspelt: HashSet<&str> = used.iter().copied().filter(|kind| is_unknown(kind)).filter_map(|kind| meant(skill, kind)).collect();
    for declared in &skill.types {
        let name = declared.name;
        // What cannot be extended is told on its own.
        if declared.is_builtin() && !builtin::slot_type(name.value).is_some_and(is_extendable) {
            continue;
        }
        if !used.contains(name.value) && !misspelt.contains(name.value) {
            let problem = RULE.at(name.span, format!("no slot has the type `{}`", name.value)).for_want_of(skill.top, "locales");
            report.push(problem.help("give it to a slot, or remove it"));
        }
    }
}
