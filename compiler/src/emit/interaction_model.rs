//! The interaction model of a locale (`InteractionModelData`), written without building it in memory first: it can be many megabytes.

use super::json::{self, Json};
use super::raw;
use crate::analysis::Checked;
use crate::skill::{Condition, Model, ModelIntent, ModelSlot, ModelType, Prompt, Sample, Skill, TypeValue, Validation};
use crate::syntax::{Auth, Delegation};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::collections::HashSet;

/// `skill-package/interactionModels/custom/<locale>.json`.
pub fn interaction_model(skill: &Checked<'_>, model: &Model<'_>) -> Vec<u8> {
    let added = model.amazon.iter().map(|raw| raw::json(raw.value)).reduce(|mut all, over| {
        all.merge(over);
        all
    });
    json::bytes(&Envelope { skill, model, added: &added.unwrap_or(Json::Object(Vec::new())) })
}

/// `{"interactionModel": …}` and what Amazon keeps beside it.
struct Envelope<'a, 's> {
    skill: &'a Skill<'s>,
    model: &'a Model<'s>,
    added: &'a Json<'s>,
}

impl Serialize for Envelope<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("interactionModel", &Interaction(self))?;
        let typed = [("version", self.model.version), ("description", self.model.description)];
        for (key, said) in typed {
            if let Some(value) = self.added.get(key) {
                map.serialize_entry(key, value)?;
            } else if let Some(said) = said {
                map.serialize_entry(key, said.value)?;
            }
        }
        map.end()
    }
}

struct Interaction<'a, 's>(&'a Envelope<'a, 's>);

impl Serialize for Interaction<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Envelope { model, added, .. } = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("languageModel", &Language(self.0))?;
        let has_dialog = model.intents.iter().any(ModelIntent::has_dialog) || added.get("dialog").is_some();
        if has_dialog {
            map.serialize_entry("dialog", &Dialog(self.0))?;
        }
        let prompts = prompts(model);
        if !prompts.is_empty() {
            map.serialize_entry("prompts", &each(&prompts, |prompt| PromptJson(prompt)))?;
        }
        for (key, value) in added.entries_without(&["languageModel", "dialog", "prompts", "version", "description"]) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

struct Language<'a, 's>(&'a Envelope<'a, 's>);

impl Serialize for Language<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Envelope { model, added, .. } = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(name) = model.invocation {
            map.serialize_entry("invocationName", name.value)?;
        }
        map.serialize_entry("intents", &each(&model.intents, IntentJson))?;
        map.serialize_entry("types", &each(&model.types, |declared| TypeJson(declared)))?;
        let added = added.get("languageModel");
        if let Some(configuration) = configuration(model, added) {
            map.serialize_entry("modelConfiguration", &configuration)?;
        }
        for (key, value) in added.into_iter().flat_map(|added| added.entries_without(&["modelConfiguration"])) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// What is said of the fallback sensitivity, and what Amazon has beside it.
fn configuration<'a>(model: &Model<'_>, added: Option<&Json<'a>>) -> Option<Json<'a>> {
    let level = model.sensitivity.map(|level| json::object([("level", json::text(level.value.amazon()))]));
    let own = level.map(|level| json::object([("fallbackIntentSensitivity", level)]));
    match (own, added.and_then(|added| added.get("modelConfiguration")).cloned()) {
        (Some(mut own), Some(added)) => {
            own.merge(added);
            Some(own)
        }
        (own, added) => own.or(added),
    }
}

struct Dialog<'a, 's>(&'a Envelope<'a, 's>);

impl Serialize for Dialog<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Envelope { skill, model, added } = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(delegation) = model.delegation {
            map.serialize_entry("delegationStrategy", delegation.value.amazon())?;
        }
        let intents: Vec<&ModelIntent<'_>> = model.intents.iter().filter(|intent| intent.has_dialog()).collect();
        if !intents.is_empty() {
            map.serialize_entry("intents", &each(&intents, |intent| DialogIntentJson(intent, delegation(skill, model, intent))))?;
        }
        for (key, value) in added.get("dialog").into_iter().flat_map(|added| added.entries_without(&[])) {
            map.serialize_entry(key, value)?;
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
        if !declared.values.is_empty() || declared.catalog.is_none() {
            map.serialize_entry("values", &each(&declared.values, |value| ValueJson(declared, *value)))?;
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
            if let Some(prompt) = prompt {
                map.serialize_entry(key, &*prompt.id)?;
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
        if let Some(prompt) = &self.0.prompt {
            map.serialize_entry("prompt", &*prompt.id)?;
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

/// All prompts of a model, each id once, in the order in which the dialog names them.
fn prompts<'a, 's>(model: &'a Model<'s>) -> Vec<&'a Prompt<'s>> {
    let mut seen = HashSet::new();
    let of_slot = |slot: &'a ModelSlot<'s>| {
        let validations = slot.validations.iter().filter_map(|validation| validation.prompt.as_ref());
        slot.elicitation.iter().chain(&slot.confirmation).chain(validations)
    };
    let of_intent = |intent: &'a ModelIntent<'s>| intent.confirmation.iter().chain(intent.slots.iter().flat_map(of_slot));
    model.intents.iter().flat_map(of_intent).filter(|prompt| seen.insert(&*prompt.id)).collect()
}

struct PromptJson<'a, 's>(&'a Prompt<'s>);

impl Serialize for PromptJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &*self.0.id)?;
        let variation = |said: &crate::source::Text<'_>| {
            let kind = if said.value.trim_start().starts_with("<speak>") { "SSML" } else { "PlainText" };
            [("type", kind.to_owned()), ("value", said.value.to_owned())]
        };
        map.serialize_entry("variations", &each(&self.0.variations, |said| Pairs(variation(said))))?;
        map.end()
    }
}

struct Pairs([(&'static str, String); 2]);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (*key, value)))
    }
}
