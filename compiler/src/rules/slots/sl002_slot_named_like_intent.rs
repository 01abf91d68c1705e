use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use std::collections::HashMap;

rule! {
    /// A slot has the name of an intent.
    ///
    /// Alexa was seen to refuse such models, and no public model has one. It is not documented, so this is a warning.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   city:
    ///     rust: tell_city
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   TellCity:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// ```
    SL002 "slot-named-like-intent" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let intents: HashMap<&str, _> = skill.intents.iter().map(|intent| (intent.name.value, intent.name.span)).collect();
    for slot in skill.intents.iter().flat_map(|intent| &intent.slots) {
        if let Some(intent) = intents.get(slot.name.value) {
            let problem = RULE.at(slot.name.span, format!("slot `{}` has the name of an intent", slot.name.value));
            report.push(problem.also(*intent, "the intent").note("Alexa was seen to refuse that").help("give one of them another name"));
        }
    }
}
