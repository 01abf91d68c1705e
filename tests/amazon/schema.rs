//! Amazon's definitions (Swagger 2.0) as closed JSON Schemas: a key that Amazon does not know is an error.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Keys that Amazon's service takes and its definitions do not have: the definition, the key, and why we think so.
const MORE_KEYS: &[(&str, &str, &str)] = &[(
    "v1.skill.accountLinking.AccountLinkingRequestPayload",
    "pkceConfiguration",
    "published skills send it and get PKCE; Amazon's page on the authorization code grant tells how to switch it on",
)];

/// Keys that the definitions demand and the service does not.
const OPTIONAL_KEYS: &[(&str, &str, &str)] =
    &[("v1.skill.interactionModel.TypeValueObject", "synonyms", "most values of published models are without them, and are built")];

/// Kinds that have no definition of their own, but are in the list of their names. What else they say is not checked.
const NAMES_OF_KINDS: &[(&str, &str)] = &[("v1.skill.Manifest.Interface", "v1.skill.Manifest.InterfaceType")];

/// Kinds that are in neither.
const MORE_KINDS: &[(&str, &str, &str)] =
    &[("v1.skill.Manifest.Interface", "CUSTOMER_UTTERANCE_TRANSCRIPT", "version 1.36.0 of the same package for Python has it")];

/// The definitions of a Swagger document.
pub struct Definitions<'s>(&'s Map<String, Value>);

impl<'s> Definitions<'s> {
    pub fn of(spec: &'s Value) -> Self {
        Definitions(spec["definitions"].as_object().expect("definitions"))
    }

    /// The schema that a document of the definition `root` must fulfil.
    pub fn schema(&self, root: &str) -> Value {
        let definitions: Map<String, Value> = self.0.keys().map(|name| (name.clone(), self.definition(name))).collect();
        json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$ref": format!("#/definitions/{root}"),
            "definitions": definitions,
        })
    }

    fn definition(&self, name: &str) -> Value {
        let source = &self.0[name];
        match source["discriminator"].as_str() {
            Some(key) => self.one_of(name, key),
            None if source["type"] == "object" || source.get("allOf").is_some() => self.closed(name),
            None => source.clone(),
        }
    }

    /// One of the kinds that the discriminator tells apart. Each is checked as what it says it is, so that messages are to the point.
    fn one_of(&self, base: &str, key: &str) -> Value {
        let kinds = self.kinds(base);
        let words: BTreeSet<&str> = kinds.keys().copied().chain(self.other_kinds(base)).collect();
        let branches = kinds.iter().map(|(word, name)| {
            json!({
                "if": {"properties": {key: {"const": word}}},
                "then": self.closed(name),
            })
        });
        json!({"type": "object", "required": [key], "properties": {key: {"enum": words}}, "allOf": branches.collect::<Vec<_>>()})
    }

    /// The kinds of a base, by the discriminator's word.
    fn kinds(&self, base: &str) -> BTreeMap<&str, &str> {
        let is_kind =
            |source: &Value| source["allOf"].as_array().is_some_and(|parts| parts.iter().any(|part| refers_to(part) == Some(base)));
        let kinds = self.0.iter().filter(|(_, source)| is_kind(source));
        kinds.filter_map(|(name, source)| Some((source["x-discriminator-value"].as_str()?, name.as_str()))).collect()
    }

    fn other_kinds(&self, base: &str) -> Vec<&str> {
        let lists = NAMES_OF_KINDS.iter().filter(|(of, _)| *of == base).filter_map(|(_, names)| self.0[*names]["enum"].as_array());
        let more = MORE_KINDS.iter().filter(|(of, ..)| *of == base).map(|(_, kind, _)| *kind);
        lists.flatten().filter_map(Value::as_str).chain(more).collect()
    }

    /// An object with the properties of all its parts, and no others unless it says so.
    fn closed(&self, name: &str) -> Value {
        let mut object = Object::default();
        self.collect(&self.0[name], &mut object);
        for (_, key, _) in MORE_KEYS.iter().filter(|(of, ..)| *of == name) {
            object.properties.insert((*key).to_owned(), json!({}));
        }
        object.required.retain(|key| !OPTIONAL_KEYS.iter().any(|(of, optional, _)| *of == name && key == optional));
        let others = object.others.unwrap_or(json!(object.properties.is_empty()));
        json!({"type": "object", "properties": object.properties, "required": object.required, "additionalProperties": others})
    }

    fn collect(&self, source: &Value, into: &mut Object) {
        for part in source["allOf"].as_array().into_iter().flatten() {
            match refers_to(part) {
                Some(name) => self.collect(&self.0[name], into),
                None => self.collect(part, into),
            }
        }
        into.properties.extend(source["properties"].as_object().cloned().unwrap_or_default());
        into.required.extend(source["required"].as_array().cloned().unwrap_or_default());
        if let Some(others) = source.get("additionalProperties") {
            into.others = Some(others.clone());
        }
    }
}

#[derive(Default)]
struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
    others: Option<Value>,
}

fn refers_to(part: &Value) -> Option<&str> {
    part["$ref"].as_str()?.strip_prefix("#/definitions/")
}
