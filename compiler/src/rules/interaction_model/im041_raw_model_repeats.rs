use super::im040_raw_model_kind::at;
use crate::diagnostic::Report;
use crate::raw::{Words, unknown_word};
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::syntax::{Delegation, Sensitivity};
use crate::yaml::Kind;

rule! {
    /// `amazon.interaction_model` has something that the language has a key for.
    ///
    /// Intents, slot types, prompts, dialogs, the invocation name and the sensitivity of the fallback are written in the language alone: only
    /// there are they checked, translated and turned into Rust. An intent that came in by this way would have no handler.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   interaction_model:
    ///     languageModel: { invocationName: hello friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   interaction_model:
    ///     languageModel: { newKey: true }
    /// ```
    IM041 "raw-model-repeats" Error Daily
}

/// Where something is written in the language: Amazon's path, the last key of it, and ours.
#[rustfmt::skip]
const OURS: &[(&[&str], &str, &str)] = &[
    (&[], "interactionModel", "what stands under it directly under `amazon.interaction_model`, where the language has no key for it"),
    (&[], "version", "it as `interaction_model.version`"),
    (&[], "description", "it as `interaction_model.description`"),
    (&["languageModel"], "invocationName", "it as `skill.invocation`"),
    (&["languageModel"], "intents", "them under `intents`"),
    (&["languageModel"], "types", "them under `types`"),
    (&["languageModel", "modelConfiguration"], "fallbackIntentSensitivity", "it as `fallback_sensitivity`"),
    (&["dialog"], "delegationStrategy", "it as `dialog.delegation`"),
    (&["dialog"], "intents", "what they say as `required`, `ask`, `confirm` and `validate` of the intents and their slots"),
    (&[], "prompts", "them as `ask`, `confirm` and `validate` of the intents and their slots"),
];

const WORDS: Words = &[("level", Sensitivity::AMAZON), ("delegationStrategy", Delegation::AMAZON)];

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for raw in &model.amazon {
        for (path, key, ours) in OURS {
            let Some(Kind::Mapping(mut entries)) = at(raw.value, path).map(|found| found.kind()) else { continue };
            if let Some(entry) = entries.find(|entry| entry.key.value == *key) {
                let repeated = || RULE.at(entry.key.span, format!("`{key}` has a place of its own in this language"));
                report.push(unknown_word(&RULE, &entry, WORDS).unwrap_or_else(repeated).help(format!("write {ours}")));
            }
        }
    }
}
