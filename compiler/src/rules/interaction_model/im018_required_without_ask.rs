use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, ModelSlot, Skill};

rule! {
    /// A slot is required, but there is no question that asks for it.
    ///
    /// Alexa asks by itself until a required slot is filled, in the words of `ask`. A slot that is required and has no elicitation prompt breaks
    /// the build of the model (type `DialogSlot` of the interaction model; none of 568 public ones lacks it).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: { type: AMAZON.City, required: true } }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: { type: AMAZON.City, required: true, ask: Which city are you in? } }
    ///     samples: ["hello from {city}"]
    /// ```
    IM018 "required-without-ask" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    if skill.damaged {
        return;
    }
    for intent in &model.intents {
        for slot in intent.slots.iter().filter(|slot| slot.elicitation.is_none()) {
            let Some(required) = slot.required.filter(|said| said.value) else { continue };
            if is_untranslated(skill, intent, slot) || skill.intents[intent.intent].builtin.is_some() {
                continue;
            }
            let problem = RULE
                .at(required.span, format!("slot `{}` is required, and nothing asks for it", slot.name.value))
                .for_want_of(slot.name.span, "ask");
            report.push(problem.help("add `ask: …` with the question that Alexa asks"));
        }
    }
}

/// Whether the question is there in the skill's own language: then it is the translation that is missing, which is told on its own.
fn is_untranslated(skill: &Skill<'_>, intent: &ModelIntent<'_>, slot: &ModelSlot<'_>) -> bool {
    let Some(first) = skill.models.first().filter(|_| !slot.unasked) else { return false };
    first.intent_at(intent.intent).and_then(|first| first.slot(slot.name.value)).is_some_and(|slot| slot.elicitation.is_some())
}
