//! What is not told apart: the same skill, said in two ways. Nothing else is.

use super::Package;
use serde_json::{Map, Value};

/// Something that is not told apart.
#[derive(Clone, Copy, Debug)]
pub struct Normalisation {
    /// Its name.
    pub name: &'static str,
    /// Makes one of all ways to say it.
    pub apply: fn(&mut Package),
}

/// All of them, in the order in which they are applied.
pub const ALL: &[Normalisation] = &[
    Normalisation { name: "envelope", apply: envelope },
    Normalisation { name: "linking inside the manifest", apply: linking_inside_the_manifest },
    Normalisation { name: "nothing said", apply: nothing_said },
    Normalisation { name: "blanks around samples", apply: blanks_around_samples },
    Normalisation { name: "write-only secret", apply: write_only_secret },
    Normalisation { name: "not required", apply: not_required },
    Normalisation { name: "slot that nothing is asked of", apply: slot_that_nothing_is_asked_of },
];

/// A package as all ways to say it are compared.
pub fn of(package: &Package) -> Package {
    let mut package = package.clone();
    ALL.iter().for_each(|normalisation| (normalisation.apply)(&mut package));
    package
}

/// The key around a document: `manifest` was `skillManifest` once, models lie bare in old packages, and Amazon gives a linking request back as
/// a response.
pub fn envelope(package: &mut Package) {
    if let Some(manifest) = &mut package.manifest {
        wrap(manifest, "manifest", &["skillManifest"], |_| true);
    }
    if let Some(linking) = &mut package.linking {
        wrap(linking, LINKING, &["accountLinkingResponse"], |_| true);
    }
    for model in package.models.values_mut() {
        wrap(model, "interactionModel", &[], |key| ["languageModel", "dialog", "prompts"].contains(&key));
    }
}

/// Amazon never reads account linking where some put it: in the manifest or beside it. It means the request, where there is no other.
pub fn linking_inside_the_manifest(package: &mut Package) {
    let mut found = Vec::new();
    package.manifest.iter_mut().for_each(|manifest| take_linking(manifest, &mut found));
    if let (None, Some(request)) = (&package.linking, found.into_iter().next()) {
        package.linking = Some(request);
        envelope(package);
    }
}

fn take_linking(value: &mut Value, found: &mut Vec<Value>) {
    const NAMES: &[&str] = &["accountLinkingRequest", "accountLinkingResponse", "accountLinking", "accountLinkingInfo"];
    let Value::Object(map) = value else { return };
    let is_one = |value: &Value| value.as_object().is_some_and(|request| !request.is_empty());
    let keys: Vec<&str> = NAMES.iter().copied().filter(|name| map.get(*name).is_some_and(is_one)).collect();
    found.extend(keys.into_iter().filter_map(|key| map.remove(key)));
    map.values_mut().for_each(|value| take_linking(value, found));
}

/// The envelope of a linking request.
const LINKING: &str = "accountLinkingRequest";

/// Gives a document its envelope: renames another one, or puts the keys that belong inside into one.
fn wrap(document: &mut Value, envelope: &str, others: &[&str], belongs: impl Fn(&str) -> bool) {
    let Value::Object(map) = document else { return };
    if map.contains_key(envelope) {
        return;
    }
    let mut found = others.iter().filter_map(|other| map.remove(*other));
    if let Some(inside) = found.next() {
        drop(found);
        map.insert(envelope.to_owned(), inside);
        return;
    }
    drop(found);
    let (inside, outside): (Map<_, _>, Map<_, _>) = std::mem::take(map).into_iter().partition(|(key, _)| belongs(key));
    *map = outside;
    if !inside.is_empty() {
        map.insert(envelope.to_owned(), Value::Object(inside));
    }
}

/// `null`, `[]` and `{}` at a key say what the absent key says. An item of a list stays: its place is said. So does a kind of skill, such as
/// `"custom": {}` in `apis`.
pub fn nothing_said(package: &mut Package) {
    for (part, value) in package.parts_mut() {
        let kinds = (part == "manifest").then_some(&["manifest", "apis"][..]);
        drop_nothing(value, kinds);
    }
}

/// `kept` is the way to the object whose objects stay.
fn drop_nothing(value: &mut Value, kept: Option<&[&str]>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                let (first, rest) = kept.and_then(<[_]>::split_first).unzip();
                drop_nothing(value, rest.filter(|_| first == Some(&key.as_str())));
            }
            map.retain(|_, value| !is_nothing(value) || (kept == Some(&[]) && value.is_object()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| drop_nothing(item, None)),
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// A sample, of an intent or of a slot, is the words without the blanks around them.
pub fn blanks_around_samples(package: &mut Package) {
    for model in package.models.values_mut() {
        for intent in items(model.pointer_mut("/interactionModel/languageModel/intents")) {
            trim(intent.get_mut("samples"));
            items(intent.get_mut("slots")).for_each(|slot| trim(slot.get_mut("samples")));
        }
    }
}

fn trim(samples: Option<&mut Value>) {
    for sample in items(samples) {
        if let Value::String(text) = sample {
            *text = text.trim().to_owned();
        }
    }
}

/// Amazon never gives `clientSecret` back, and a build never has it.
pub fn write_only_secret(package: &mut Package) {
    let request = package.linking.as_mut().and_then(|linking| linking.get_mut(LINKING));
    if let Some(Value::Object(request)) = request {
        request.remove("clientSecret");
    }
}

/// In a dialog, `confirmationRequired` and `elicitationRequired` are `false` where nothing is said.
pub fn not_required(package: &mut Package) {
    for intent in package.models.values_mut().flat_map(dialogs) {
        drop_false(intent);
        items(intent.get_mut("slots")).for_each(drop_false);
    }
}

fn drop_false(entry: &mut Value) {
    if let Value::Object(entry) = entry {
        entry.retain(|key, value| !["confirmationRequired", "elicitationRequired"].contains(&key.as_str()) || *value != Value::Bool(false));
    }
}

/// A slot that a dialog lists with its name and its type alone is as if it were not listed.
pub fn slot_that_nothing_is_asked_of(package: &mut Package) {
    for model in package.models.values_mut() {
        let language = model.pointer("/interactionModel/languageModel").cloned().unwrap_or_default();
        for intent in dialogs(model) {
            let name = intent.get("name").cloned();
            let Some(Value::Array(slots)) = intent.get_mut("slots") else { continue };
            slots.retain(|slot| !is_declaration(slot, declared(&language, name.as_ref())));
            if slots.is_empty() {
                intent.as_object_mut().map(|intent| intent.remove("slots"));
            }
        }
    }
}

/// The slots that the intent of a name declares.
fn declared<'a>(language: &'a Value, name: Option<&Value>) -> &'a [Value] {
    let intents = language.get("intents").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let intent = intents.iter().find(|intent| intent.get("name") == name);
    intent.and_then(|intent| intent.get("slots")?.as_array()).map_or(&[], Vec::as_slice)
}

/// Whether an entry says nothing but what the intent itself says of the slot.
fn is_declaration(entry: &Value, declared: &[Value]) -> bool {
    let Some(map) = entry.as_object() else { return false };
    let same = |slot: &Value| slot.get("name") == entry.get("name") && (map.len() == 1 || slot.get("type") == entry.get("type"));
    map.contains_key("name") && map.keys().all(|key| key == "name" || key == "type") && declared.iter().any(same)
}

fn dialogs(model: &mut Value) -> impl Iterator<Item = &mut Value> {
    items(model.pointer_mut("/interactionModel/dialog/intents"))
}

fn items(list: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    list.and_then(Value::as_array_mut).into_iter().flatten()
}
