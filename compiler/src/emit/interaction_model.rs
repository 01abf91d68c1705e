//! The interaction model of a locale (`InteractionModelData`), written without building it in memory first: it can be many megabytes.

use super::json::{self, Json};
use super::raw;
use super::reread::reread;
use crate::analysis::Checked;
use crate::skill::{Condition, Model, ModelIntent, ModelSlot, ModelType, Prompt, Sample, Skill, TypeValue, Validation};
use crate::syntax::{Auth, Delegation};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::collections::HashSet;

/// `skill-package/interactionModels/custom/<locale>.json`.
pub fn interaction_model(skill: &Checked<'_>, model: &Model<'_>) -> Vec<u8> {
    let written = json::bytes(&Envelope { skill, model });
    let patches: Vec<Json<'_>> = model.amazon.iter().copied().filter_map(raw::patch).collect();
    if patches.is_empty() {
        return written;
    }
    match reread(&written) {
        Some(whole) => json::bytes(&patched(whole, patches)),
        None => written,
    }
}

/// The keys beside `interactionModel`.
const ENVELOPE: &[&str] = &["version", "description"];

/// Lays what `amazon.interaction_model` says over the model.
fn patched<'s>(mut whole: Json<'s>, patches: Vec<Json<'s>>) -> Json<'s> {
    patches.into_iter().for_each(|patch| whole.merge(json::object([("interactionModel", patch)])));
    whole
}

/// `{"interactionModel": …}` and what Amazon keeps beside it.
struct Envelope<'a, 's> {
    skill: &'a Skill<'s>,
    model: &'a Model<'s>,
}

impl Serialize for Envelope<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("interactionModel", &Interaction(self))?;
        for (key, said) in ENVELOPE.iter().zip([self.model.version, self.model.description]) {
            if let Some(said) = said {
                map.serialize_entry(key, said.value)?;
            }
        }
        map.end()
    }
}

struct Interaction<'a, 's>(&'a Envelope<'a, 's>);

impl Serialize for Interaction<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let model = self.0.model;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("languageModel", &Language(model))?;
        if model.delegation.is_some() || model.intents.iter().any(ModelIntent::has_dialog) {
            map.serialize_entry("dialog", &Dialog(self.0))?;
        }
        let prompts = prompts(model);
        if !prompts.is_empty() {
            map.serialize_entry("prompts", &each(&prompts, |(id, prompt)| PromptJson(id, prompt)))?;
        }
        map.end()
    }
}

struct Language<'a, 's>(&'a Model<'s>);

impl Serialize for Language<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let model = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(name) = model.invocation {
            map.serialize_entry("invocationName", name.value)?;
        }
        map.serialize_entry("intents", &each(&model.intents, IntentJson))?;
        map.serialize_entry("types", &each(&model.types, |declared| TypeJson(declared)))?;
        if let Some(level) = model.sensitivity {
            let level = json::object([("level", json::text(level.value.amazon()))]);
            map.serialize_entry("modelConfiguration", &json::object([("fallbackIntentSensitivity", level)]))?;
        }
        map.end()
    }
}

struct Dialog<'a, 's>(&'a Envelope<'a, 's>);

impl Serialize for Dialog<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Envelope { skill, model } = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(delegation) = model.delegation {
            map.serialize_entry("delegationStrategy", delegation.value.amazon())?;
        }
        let intents: Vec<&ModelIntent<'_>> = model.intents.iter().filter(|intent| intent.has_dialog()).collect();
        if !intents.is_empty() {
            map.serialize_entry("intents", &each(&intents, |intent| DialogIntentJson(intent, delegation(skill, model, intent))))?;
        }
        map.end()
    }
}

/// A list, each item written as what `wrap` makes of it.
struct Each<'a, T, F>(&'a [T], F);

impl<'a, T, U: Serialize, F: Fn(&'a T) -> U> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for item in self.0 {
            list.serialize_element(&(self.1)(item))?;
        }
        list.end()
    }
}

/// Ties what `wrap` takes and gives to the list, so that closures need no types.
fn each<'a, T, U: Serialize, F: Fn(&'a T) -> U>(items: &'a [T], wrap: F) -> Each<'a, T, F> {
    Each(items, wrap)
}

fn sample<'a>(sample: &'a Sample<'_>) -> &'a str {
    &sample.text
}

struct IntentJson<'a, 's>(&'a ModelIntent<'s>);

impl Serialize for IntentJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.0.name.value)?;
        if !self.0.slots.is_empty() {
            map.serialize_entry("slots", &each(&self.0.slots, SlotJson))?;
        }
        map.serialize_entry("samples", &each(&self.0.samples, sample))?;
        map.end()
    }
}

struct SlotJson<'a, 's>(&'a ModelSlot<'s>);

impl Serialize for SlotJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.0.name.value)?;
        if let Some(kind) = self.0.kind {
            map.serialize_entry("type", kind.value)?;
        }
        if let Some(multiple) = self.0.multiple {
            map.serialize_entry("multipleValues", &json::object([("enabled", Json::Bool(multiple.value))]))?;
        }
        if !self.0.samples.is_empty() {
            map.serialize_entry("samples", &each(&self.0.samples, sample))?;
        }
        map.end()
    }
}

struct TypeJson<'a, 's>(&'a ModelType<'s>);

impl Serialize for TypeJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let declared = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", declared.name.value)?;
        if declared.inline_supplier {
            map.serialize_entry("valueSupplier", &InlineJson(declared))?;
        } else if !declared.values.is_empty() || declared.catalog.is_none() {
            map.serialize_entry("values", &values(declared))?;
        }
        if let Some((catalog, version)) = declared.catalog {
            let catalog = json::Object::default()
                .with("catalogId", json::text(catalog.value))
                .with("version", version.map(|version| json::text(version.value)))
                .build();
            let supplier = json::object([("type", json::text("CatalogValueSupplier")), ("valueCatalog", catalog)]);
            map.serialize_entry("valueSupplier", &supplier)?;
        }
        map.end()
    }
}

fn values<'a>(declared: &'a ModelType<'_>) -> impl Serialize + 'a {
    each(&declared.values, |value| ValueJson(declared, *value))
}

struct InlineJson<'a, 's>(&'a ModelType<'s>);

impl Serialize for InlineJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", INLINE)?;
        map.serialize_entry("values", &values(self.0))?;
        map.end()
    }
}

/// Amazon's type of a supplier that has the values itself.
pub(crate) const INLINE: &str = "InlineValueSupplier";

struct ValueJson<'a, 's>(&'a ModelType<'s>, TypeValue<'s>);

impl Serialize for ValueJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = self.1.id {
            match id.value.parse::<i64>() {
                Ok(number) if self.0.numeric_ids => map.serialize_entry("id", &number)?,
                _ => map.serialize_entry("id", id.value)?,
            }
        }
        map.serialize_entry("name", &NameJson(self.0, self.1))?;
        map.end()
    }
}

struct NameJson<'a, 's>(&'a ModelType<'s>, TypeValue<'s>);

impl Serialize for NameJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", self.1.value.value)?;
        let synonyms = self.0.synonyms(&self.1);
        if !synonyms.is_empty() {
            map.serialize_entry("synonyms", &each(synonyms, |synonym| synonym.value))?;
        }
        map.end()
    }
}

/// Who leads an intent's dialog, where that has to be said: with a required account the skill hears of the first turn, so that the account is
/// checked before the first question, and the promise does not hang on what Amazon takes for granted.
fn delegation(skill: &Skill<'_>, model: &Model<'_>, intent: &ModelIntent<'_>) -> Option<Delegation> {
    let needs_account = skill.intents[intent.intent].need.auth.value == Auth::Required;
    let said = intent.delegation.map(|said| said.value);
    said.or((needs_account && model.delegation.is_none()).then_some(Delegation::SkillResponse))
}

struct DialogIntentJson<'a, 's>(&'a ModelIntent<'s>, Option<Delegation>);

impl Serialize for DialogIntentJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let intent = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", intent.name.value)?;
        if let Some(delegation) = self.1 {
            map.serialize_entry("delegationStrategy", delegation.amazon())?;
        }
        map.serialize_entry("confirmationRequired", &intent.confirmation.as_ref().is_some_and(|prompt| prompt.required))?;
        map.serialize_entry("prompts", &PromptIds { elicitation: None, confirmation: intent.confirmation.as_ref() })?;
        map.serialize_entry("slots", &each(&intent.slots, DialogSlotJson))?;
        map.end()
    }
}

struct DialogSlotJson<'a, 's>(&'a ModelSlot<'s>);

impl Serialize for DialogSlotJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let slot = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", slot.name.value)?;
        if let Some(kind) = slot.kind {
            map.serialize_entry("type", kind.value)?;
        }
        map.serialize_entry("elicitationRequired", &slot.is_required())?;
        map.serialize_entry("confirmationRequired", &slot.confirmation.as_ref().is_some_and(|prompt| prompt.required))?;
        map.serialize_entry("prompts", &PromptIds { elicitation: slot.elicitation.as_ref(), confirmation: slot.confirmation.as_ref() })?;
        if !slot.validations.is_empty() {
            map.serialize_entry("validations", &each(&slot.validations, ValidationJson))?;
        }
        map.end()
    }
}

struct PromptIds<'a, 's> {
    elicitation: Option<&'a Prompt<'s>>,
    confirmation: Option<&'a Prompt<'s>>,
}

impl Serialize for PromptIds<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, prompt) in [("elicitation", self.elicitation), ("confirmation", self.confirmation)] {
            if let Some(id) = prompt.and_then(|prompt| prompt.id.as_deref()) {
                map.serialize_entry(key, id)?;
            }
        }
        map.end()
    }
}

struct ValidationJson<'a, 's>(&'a Validation<'s>);

impl Serialize for ValidationJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", self.0.condition.amazon())?;
        if let Some(id) = self.0.prompt.as_ref().and_then(|prompt| prompt.id.as_deref()) {
            map.serialize_entry("prompt", id)?;
        }
        match &self.0.condition {
            Condition::HasEntityResolutionMatch => {}
            Condition::IsInSet(values) | Condition::IsNotInSet(values) => {
                map.serialize_entry("values", &each(values, |value| value.value))?
            }
            Condition::IsGreaterThan(bound)
            | Condition::IsGreaterThanOrEqualTo(bound)
            | Condition::IsLessThan(bound)
            | Condition::IsLessThanOrEqualTo(bound) => map.serialize_entry("value", bound.value)?,
            Condition::IsInDuration(start, end) | Condition::IsNotInDuration(start, end) => {
                map.serialize_entry("start", start.map_or("", |start| start.value))?;
                map.serialize_entry("end", end.map_or("", |end| end.value))?;
            }
        }
        map.end()
    }
}

/// All prompts of a model, each id once: in the order in which the dialog names them, then those that stand apart.
fn prompts<'a, 's>(model: &'a Model<'s>) -> Vec<(&'a str, &'a Prompt<'s>)> {
    let mut seen = HashSet::new();
    let all = model.intent_prompts().map(|(_, prompt)| prompt).chain(&model.prompts);
    // What is known by its id alone, and has a text nowhere, is written in Amazon's names.
    let written = all.filter(|prompt| prompt.said || !prompt.variations.is_empty());
    written.filter_map(|prompt| Some((prompt.id.as_deref()?, prompt))).filter(|(id, _)| seen.insert(*id)).collect()
}

struct PromptJson<'a, 's>(&'a str, &'a Prompt<'s>);

impl Serialize for PromptJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", self.0)?;
        let variation = |said: &crate::source::Text<'_>| {
            let kind = if said.value.trim_start().starts_with("<speak>") { "SSML" } else { "PlainText" };
            [("type", kind.to_owned()), ("value", said.value.to_owned())]
        };
        map.serialize_entry("variations", &each(&self.1.variations, |said| Pairs(variation(said))))?;
        map.end()
    }
}

struct Pairs([(&'static str, String); 2]);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (*key, value)))
    }
}
