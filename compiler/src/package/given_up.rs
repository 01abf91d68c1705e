//! Forms of an interaction model that Amazon gave up.

use super::fields::Fields;
use super::json::{Value, glance, list, text};

const SCHEMA: &str =
    "a form that Amazon gave up in 2018: the developer console makes a model of it, which `ask smapi get-interaction-model` fetches";
const BETA: &str = "the form of the skill builder's beta, which Amazon gave up in 2018: put `intents` and `types` under `languageModel` with an \
                    `invocationName`, `dialog` and `prompts` beside that, and all of it under `interactionModel`";

/// What a text in such a form is, and what becomes of it.
pub fn given_up(text: &str) -> Option<&'static str> {
    form(&glance(text)?)
}

pub(super) fn form(document: &Value<'_>) -> Option<&'static str> {
    let document = Fields::of(document)?;
    let intents = document.see("intents").and_then(list).filter(|intents| !intents.is_empty())?;
    let all = |needed: &str, keys: &[&str]| {
        let fits = |intent: &Value<'_>| {
            let intent = Fields::of(intent)?;
            let is_named = intent.see(needed).and_then(text).is_some();
            Some(is_named && intent.entries().all(|entry| keys.contains(&entry.name.as_str())))
        };
        intents.iter().all(|intent| fits(intent).unwrap_or_default())
    };
    // Other tools have intents with names, too, but no samples.
    let is_beta = || all("name", &["name", "samples", "slots"]);
    if all("intent", &["intent", "slots"]) { Some(SCHEMA) } else { is_beta().then_some(BETA) }
}
