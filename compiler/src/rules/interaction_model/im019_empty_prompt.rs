use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Prompt, Skill};

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
    for prompt in prompts(model) {
        // An id alone stands for a text that is said elsewhere.
        let is_reference = !prompt.said && prompt.id.is_some();
        if prompt.variations.is_empty() && !is_reference {
            report.push(
                RULE.at(prompt.span, "a prompt has no text")
                    .for_want_of(prompt.key, "say")
                    .for_want_of(prompt.key, "id")
                    .help("write what Alexa says"),
            );
        }
        for empty in prompt.variations.iter().filter(|variation| variation.value.trim().is_empty()) {
            report.push(RULE.at(empty.span, "a variation of a prompt is empty").help("write what Alexa says"));
        }
    }
}

/// All prompts of a model: those of the intents, then those that stand apart.
pub(super) fn prompts<'a, 's>(model: &'a Model<'s>) -> impl Iterator<Item = &'a Prompt<'s>> {
    model.intent_prompts().map(|(_, prompt)| prompt).chain(&model.prompts)
}
