use super::im030_invocation_character::part;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, Skill};
use crate::source::Text;

rule! {
    /// A prompt uses `{…}` for something that is not a slot of its intent.
    ///
    /// Alexa fills in the values of the slots of the same intent, by their exact names, and of nothing else.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    ///     confirm: Are you in {town}?
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    ///     confirm: Are you in {city}?
    /// ```
    IM023 "prompt-slot" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let is_read = |intent: &ModelIntent<'_>| !skill.intents[intent.intent].unread.contains(&"slots");
    for (intent, prompt) in model.intent_prompts().filter(|(intent, _)| is_read(intent)) {
        for variation in &prompt.variations {
            check_variation(intent, *variation, report);
        }
    }
}

fn check_variation(intent: &ModelIntent<'_>, variation: Text<'_>, report: &mut Report) {
    let text = variation.value;
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|offset| at + offset) {
        let Some(close) = text[open..].find('}').map(|offset| open + offset) else { return };
        at = close + 1;
        let name = text[open + 1..close].trim();
        if name.is_empty() || intent.slot(name).is_some() {
            continue;
        }
        let place = part(variation, open..at);
        let problem = RULE.at(place, format!("`{}` has no slot `{name}` that a prompt could use", intent.name.value));
        report.push(match nearest(name, intent.slots.iter().map(|slot| slot.name.value)) {
            Some(near) => problem.help(format!("a similar one exists: `{{{near}}}`")),
            None => problem.help("a prompt can use the slots of its own intent"),
        });
    }
}
