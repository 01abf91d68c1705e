//! An interaction model, by the keys of skill.yaml.

use super::dialog;
use super::fact::{Fact, Kind, Parts};
use super::json::{Fields, fact, member, text};
use super::manifest::ours;
use crate::package::json::Value;
use crate::syntax::Sensitivity;
use std::borrow::Cow;

/// What has no key of its own goes there.
const AMAZON: [&str; 2] = ["amazon", "interaction_model"];

/// Reads a model, in its envelope or without. Its `version` is left out: Amazon counts it by itself, and ignores what is sent.
pub(super) fn read<'a>(value: &'a Value<'a>) -> Parts<'a> {
    let mut parts = Parts::new(Kind::Model);
    let mut envelope = Fields::or_none(Some(value));
    envelope.take("version");
    parts.put(&["interaction_model", "description"], envelope.take("description").and_then(fact));
    let mut model = match envelope.object("interactionModel") {
        Some(model) => {
            envelope.leave(&mut parts, &AMAZON);
            model
        }
        None => envelope,
    };
    if let Some(language) = model.object("languageModel") {
        self::language(language, &mut parts);
    }
    dialog::read(&mut model, &mut parts);
    model.leave(&mut parts, &AMAZON);
    parts
}

fn language<'a>(mut fields: Fields<'a>, parts: &mut Parts<'a>) {
    parts.put(&["skill", "invocation"], fields.take("invocationName").and_then(fact));
    for item in fields.list("intents") {
        let (name, intent) = intent(item);
        parts.within("intents", Kind::Keys).add(name, Fact::Parts(intent));
    }
    for item in fields.list("types") {
        let (name, declared) = slot_type(item);
        parts.within("types", Kind::Keys).add(name, Fact::Parts(declared));
    }
    let under = |key| [AMAZON[0], AMAZON[1], "languageModel", key];
    if let Some(mut configuration) = fields.object("modelConfiguration") {
        if let Some(mut sensitivity) = configuration.object("fallbackIntentSensitivity") {
            let level =
                sensitivity.take("level").and_then(|level| text(level).and_then(self::level).map(Fact::plain).or_else(|| fact(level)));
            parts.put(&["fallback_sensitivity"], level);
            sensitivity.leave(parts, &under("fallbackIntentSensitivity"));
        }
        configuration.leave(parts, &under("modelConfiguration"));
    }
    fields.leave(parts, &[AMAZON[0], AMAZON[1], "languageModel"]);
}

fn level(said: &str) -> Option<&'static str> {
    ours(Sensitivity::WORDS, Sensitivity::from_word, Sensitivity::amazon, said)
}

/// What has no name is told by what it is.
fn name<'a>(fields: &mut Fields<'a>, what: &'static str) -> &'a str {
    fields.text("name").unwrap_or(what)
}

fn intent<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(Some(item));
    let name = name(&mut fields, "without a name");
    let mut intent = Parts::new(Kind::Intent);
    intent.put(&["samples"], fields.take("samples").and_then(samples));
    for item in fields.list("slots") {
        let (name, slot) = slot(item);
        intent.within("slots", Kind::Keys).add(name, Fact::Parts(slot));
    }
    fields.leave(&mut intent, &["amazon"]);
    (name, intent)
}

fn slot<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(Some(item));
    let name = name(&mut fields, "without a name");
    let mut slot = Parts::new(Kind::Slot);
    slot.put(&["type"], fields.take("type").and_then(fact));
    if let Some(mut multiple) = fields.object("multipleValues") {
        slot.put(&["multiple"], multiple.take("enabled").and_then(fact));
        multiple.leave(&mut slot, &["amazon", "multipleValues"]);
    }
    slot.put(&["samples"], fields.take("samples").and_then(samples));
    fields.leave(&mut slot, &["amazon"]);
    (name, slot)
}

/// Utterances are a set, and blanks around them say nothing.
fn samples<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    let Value::Array(array) = value else { return fact(value) };
    let texts: Option<Vec<&str>> = array.elements.iter().map(|item| text(item).map(str::trim)).collect();
    match texts {
        Some(texts) => Fact::set(texts.into_iter().map(Cow::Borrowed)),
        None => fact(value),
    }
}

fn slot_type<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(Some(item));
    let name = name(&mut fields, "without a name");
    let mut declared = Parts::new(Kind::Type);
    let values = fields.list("values");
    if !values.is_empty() {
        let all = declared.within("values", Kind::Keys);
        for item in values {
            let (name, value) = type_value(item);
            all.add(name, Fact::Parts(value));
        }
    }
    if let Some(supplier) = fields.take("valueSupplier") {
        self::supplier(supplier, &mut declared);
    }
    fields.leave(&mut declared, &["amazon"]);
    (name, declared)
}

fn supplier<'a>(value: &'a Value<'a>, declared: &mut Parts<'a>) {
    let mut fields = Fields::or_none(Some(value));
    let is_catalog = fields.text("type") == Some("CatalogValueSupplier");
    match fields.object("valueCatalog").filter(|_| is_catalog) {
        Some(mut catalog) => {
            declared.put(&["catalog"], catalog.take("catalogId").and_then(fact));
            declared.put(&["version"], catalog.take("version").and_then(fact));
            catalog.leave(declared, &["amazon", "valueCatalog"]);
            fields.leave(declared, &["amazon", "valueSupplier"]);
        }
        None => declared.put(&["amazon", "valueSupplier"], member("valueSupplier", value)),
    }
}

/// A value goes by its id, or by what users say where it has none.
fn type_value<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(Some(item));
    let mut value = Parts::new(Kind::TypeValue);
    let id = fields.text("id");
    let mut said = None;
    if let Some(mut name) = fields.object("name") {
        said = name.text("value");
        value.put(&["synonyms"], name.take("synonyms").and_then(super::json::set));
        name.leave(&mut value, &["amazon", "name"]);
    }
    if id.is_some() {
        value.put(&["value"], said.map(Fact::text));
    }
    fields.leave(&mut value, &["amazon"]);
    (id.or(said).unwrap_or("without a value"), value)
}
