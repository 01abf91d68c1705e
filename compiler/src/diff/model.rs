//! An interaction model, by the keys of skill.yaml.

use super::dialog;
use super::fact::{Fact, Kind, Parts};
use super::json::{fact, member, word};
use crate::emit::INLINE;
use crate::package::envelope::{self, Opened};
use crate::package::fields::Fields;
use crate::package::json::{Value, text};
use crate::syntax::Sensitivity;
use std::borrow::Cow;

/// What has no key of its own goes there.
const AMAZON: [&str; 2] = ["amazon", "interaction_model"];

/// Reads a model, in its envelope or without. Its `version` is left out: Amazon counts it by itself, and ignores what is sent.
pub(super) fn read<'a>(value: &'a Value<'a>) -> Parts<'a> {
    let mut parts = Parts::new(Kind::Model);
    let Opened { inside: mut model, mut beside, .. } = envelope::model(value);
    beside.entry("version");
    parts.put(&["interaction_model", "description"], beside.take("description", fact));
    parts.leave(beside, &AMAZON);
    if let Some(language) = model.object("languageModel") {
        self::language(language, &mut parts);
    }
    dialog::read(&mut model, &mut parts);
    parts.leave(model, &AMAZON);
    parts
}

fn language<'a>(mut fields: Fields<'a>, parts: &mut Parts<'a>) {
    parts.put(&["skill", "invocation"], fields.take("invocationName", fact));
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
            let level = sensitivity.take("level", |level| word(level, Sensitivity::word_for));
            parts.put(&["fallback_sensitivity"], level);
            parts.leave(sensitivity, &under("fallbackIntentSensitivity"));
        }
        parts.leave(configuration, &under("modelConfiguration"));
    }
    parts.leave(fields, &[AMAZON[0], AMAZON[1], "languageModel"]);
}

/// What has no name is told by what it is.
fn name<'a>(fields: &mut Fields<'a>, what: &'static str) -> &'a str {
    fields.text("name").unwrap_or(what)
}

fn intent<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(item);
    let name = name(&mut fields, "without a name");
    let mut intent = Parts::new(Kind::Intent);
    intent.put(&["samples"], fields.take("samples", samples));
    for item in fields.list("slots") {
        let (name, slot) = slot(item);
        intent.within("slots", Kind::Keys).add(name, Fact::Parts(slot));
    }
    intent.leave(fields, &["amazon"]);
    (name, intent)
}

fn slot<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(item);
    let name = name(&mut fields, "without a name");
    let mut slot = Parts::new(Kind::Slot);
    slot.put(&["type"], fields.take("type", fact));
    if let Some(mut multiple) = fields.object("multipleValues") {
        slot.put(&["multiple"], multiple.take("enabled", fact));
        slot.leave(multiple, &["amazon", "multipleValues"]);
    }
    slot.put(&["samples"], fields.take("samples", samples));
    slot.leave(fields, &["amazon"]);
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
    let mut fields = Fields::or_none(item);
    let name = name(&mut fields, "without a name");
    let mut declared = Parts::new(Kind::Type);
    values(fields.list("values"), &mut declared);
    if let Some(supplier) = fields.take("valueSupplier", Some) {
        self::supplier(supplier, &mut declared);
    }
    declared.leave(fields, &["amazon"]);
    (name, declared)
}

fn values<'a>(items: &'a [Value<'a>], declared: &mut Parts<'a>) {
    for item in items {
        let (name, value) = type_value(item);
        declared.within("values", Kind::Keys).add(name, Fact::Parts(value));
    }
}

fn supplier<'a>(value: &'a Value<'a>, declared: &mut Parts<'a>) {
    let mut fields = Fields::or_none(value);
    let kind = fields.text("type");
    if kind == Some(INLINE) {
        declared.put(&["inline_supplier"], Fact::plain("true"));
        values(fields.list("values"), declared);
        return declared.leave(fields, &["amazon", "valueSupplier"]);
    }
    match fields.object("valueCatalog").filter(|_| kind == Some("CatalogValueSupplier")) {
        Some(mut catalog) => {
            declared.put(&["catalog"], catalog.take("catalogId", fact));
            declared.put(&["version"], catalog.take("version", fact));
            declared.leave(catalog, &["amazon", "valueCatalog"]);
            declared.leave(fields, &["amazon", "valueSupplier"]);
        }
        None => declared.put(&["amazon", "valueSupplier"], member("valueSupplier", value)),
    }
}

/// A value goes by its id, or by what users say where it has none.
fn type_value<'a>(item: &'a Value<'a>) -> (&'a str, Parts<'a>) {
    let mut fields = Fields::or_none(item);
    let mut value = Parts::new(Kind::TypeValue);
    let id = fields.text("id");
    let mut said = None;
    if let Some(mut name) = fields.object("name") {
        said = name.text("value");
        value.put(&["synonyms"], name.take("synonyms", super::json::set));
        value.leave(name, &["amazon", "name"]);
    }
    if id.is_some() {
        value.put(&["value"], said.map(Fact::text));
    }
    value.leave(fields, &["amazon"]);
    (id.or(said).unwrap_or("without a value"), value)
}
