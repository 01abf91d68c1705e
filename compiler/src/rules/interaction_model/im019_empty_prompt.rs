use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, ModelSlot, Prompt, Skill};

rule! {
    /// A prompt of a dialog has no text.
    ///
    /// Each prompt needs at least one variation, and each variation at least one character (type `Prompt` of the interaction model).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: "" }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: Shall I say hello? }
    /// ```
    IM019 "empty-prompt" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, prompt) in prompts(model) {
        if prompt.variations.is_empty() {
            report.push(RULE.at(prompt.span, "a prompt has no text").for_want_of(prompt.key, "say").help("write what Alexa says"));
        }
        for empty in prompt.variations.iter().filter(|variation| variation.value.trim().is_empty()) {
            report.push(RULE.at(empty.span, "a variation of a prompt is empty").help("write what Alexa says"));
        }
    }
}

/// All prompts of a model, each with the intent that it belongs to.
pub(super) fn prompts<'a, 's>(model: &'a Model<'s>) -> impl Iterator<Item = (&'a ModelIntent<'s>, &'a Prompt<'s>)> {
    model.intents.iter().flat_map(|intent| {
        let prompts = intent.confirmation.iter().chain(intent.slots.iter().flat_map(of_slot));
        prompts.map(move |prompt| (intent, prompt))
    })
}

fn of_slot<'a, 's>(slot: &'a ModelSlot<'s>) -> impl Iterator<Item = &'a Prompt<'s>> {
    let validations = slot.validations.iter().filter_map(|validation| validation.prompt.as_ref());
    slot.elicitation.iter().chain(&slot.confirmation).chain(validations)
}
