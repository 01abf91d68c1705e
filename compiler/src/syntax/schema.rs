//! The JSON Schema that editors use for completion and hover, from the same declarations that the reader is made of.

use super::{
    AlgorithmName, Compliance, ComplianceBlock, Countries, Document, Endpoint, EventsEndpoint, IntentBlock, IntentDecl, Interface,
    InterfaceKind, InterfaceOptions, IntrospectionBlock, JwtBlock, List, Map, Provider, Raw, RegionsBlock, Scopes, SharedPrompt,
    SigningAlgorithm, SlotTypeBlock, SlotTypeDecl, TOKENS, TargetBlock, TokenDecl, TypeValueBlock, TypeValues,
};
use crate::builtin::{CATEGORIES, COUNTRIES, EVENTS, LOCALES, PERMISSIONS};
use crate::provider::PRESETS;
use crate::source::Spanned;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map as Object, Value, json};
use std::borrow::Cow;

/// The schema of skill.yaml and of the files of `locales/`, in draft-07: the dialect that editors read.
pub(crate) fn document() -> Value {
    let generator = SchemaGenerator::new(SchemaSettings::draft07());
    let mut schema = generator.into_root_schema_for::<Document<'static>>().to_value();
    schema["title"] = json!("Sayso skill");
    suggest(&mut schema, "/properties/locales", LOCALES);
    suggest(&mut schema, "/properties/permissions", PERMISSIONS);
    suggest(&mut schema, "/definitions/Store/properties/category", CATEGORIES);
    suggest(&mut schema, "/definitions/Events/properties/subscriptions", EVENTS);
    schema
}

/// Lets editors propose values where others are allowed too.
fn suggest(schema: &mut Value, pointer: &str, values: &[&str]) {
    if let Some(Value::Object(field)) = schema.pointer_mut(pointer) {
        let description = field.remove("description");
        let open = Value::Object(std::mem::take(field));
        let known = json!({"enum": values});
        let known =
            if pointer.ends_with("category") { known } else { json!({"type": "array", "items": {"anyOf": [known, {"type": "string"}]}}) };
        field.insert("anyOf".to_owned(), json!([known, open]));
        if let Some(description) = description {
            field.insert("description".to_owned(), description);
        }
    }
}

/// The schema of a block; a short form is what one of its fields takes.
pub(super) fn block<const N: usize>(doc: &str, fields: [(&str, &str, &str, &[&str], Schema); N], short: Option<&str>) -> Schema {
    let mut properties = Object::new();
    let mut shorts = Vec::new();
    for (field, key, field_doc, local, schema) in fields {
        if short == Some(field) {
            shorts.push(schema.clone().to_value());
        }
        let schema = if local == ["locale"] { or_omit(schema.to_value()) } else { schema.to_value() };
        properties.insert(key.to_owned(), described(schema, field_doc));
    }
    let whole = json!({"type": ["object", "null"], "properties": properties, "additionalProperties": false});
    let whole = if shorts.is_empty() {
        whole
    } else {
        shorts.push(whole);
        json!({"anyOf": shorts})
    };
    schema(described(whole, doc))
}

/// Lets the word `omit` stand in the place of a value.
fn or_omit(schema: Value) -> Value {
    json!({"anyOf": [schema, {"enum": ["omit"]}]})
}

/// Adds a description; draft-07 ignores what stands beside a `$ref`, so that goes one level down.
fn described(schema: Value, doc: &str) -> Value {
    let doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    match schema {
        Value::Object(mut object) if !object.contains_key("$ref") => {
            object.insert("description".to_owned(), json!(doc));
            Value::Object(object)
        }
        other => json!({"description": doc, "allOf": [other]}),
    }
}

fn schema(value: Value) -> Schema {
    Schema::try_from(value).unwrap_or_default()
}

/// `impl JsonSchema` for types that are written inline.
macro_rules! inline {
    ($($ty:ty, [$($generics:tt)*], |$generator:ident| $body:expr;)+) => {$(
        impl<$($generics)*> JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($ty).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $body
            }
        }
    )+};
}

inline! {
    Spanned<&'t str>, ['t], |_generator| json_schema!({"type": ["string", "number", "boolean"]});
    Spanned<bool>, [], |_generator| json_schema!({"type": "boolean"});
    Spanned<i64>, [], |_generator| json_schema!({"type": "integer"});
    Raw<'t>, ['t], |_generator| json_schema!({});
    List<T>, [T: JsonSchema], |generator| {
        let item = generator.subschema_for::<T>();
        json_schema!({"anyOf": [{"type": "array", "items": item}, item, {"type": "null"}]})
    };
    Map<'t, T>, ['t, T: JsonSchema], |generator| {
        json_schema!({"type": ["object", "null"], "additionalProperties": generator.subschema_for::<T>()})
    };
    Countries<'t>, ['t], |_generator| {
        json_schema!({"anyOf": [{"enum": ["worldwide", "unanswered"]}, {"type": "array", "items": {"enum": COUNTRIES}}, {"enum": COUNTRIES}]})
    };
    Compliance<'t>, ['t], |generator| json_schema!({"anyOf": [{"enum": ["unanswered"]}, generator.subschema_for::<ComplianceBlock<'t>>()]});
    Endpoint<'t>, ['t], |generator| {
        json_schema!({"anyOf": [generator.subschema_for::<TargetBlock<'t>>(), generator.subschema_for::<RegionsBlock<'t>>()]})
    };
    EventsEndpoint<'t>, ['t], |generator| json_schema!({"anyOf": [{"enum": ["omit"]}, generator.subschema_for::<Endpoint<'t>>()]});
    SharedPrompt<'t>, ['t], |generator| generator.subschema_for::<List<Spanned<&'t str>>>();
    IntentBlock<'t>, ['t], |generator| {
        let texts = generator.subschema_for::<List<Spanned<&'t str>>>();
        json_schema!({"anyOf": [{"enum": ["omit"]}, generator.subschema_for::<IntentDecl<'t>>(), texts]})
    };
    SlotTypeBlock<'t>, ['t], |generator| {
        json_schema!({"anyOf": [generator.subschema_for::<SlotTypeDecl<'t>>(), generator.subschema_for::<TypeValues<'t>>()]})
    };
    TypeValues<'t>, ['t], |generator| {
        let value = generator.subschema_for::<TypeValueBlock<'t>>();
        let one = json!({"anyOf": [{"type": ["string", "number", "boolean"]}, {"type": "array", "items": {"type": ["string", "number", "boolean"]}}, value]});
        json_schema!({"anyOf": [{"type": "array", "items": one}, {"type": "object", "additionalProperties": one}]})
    };
    Interface<'t>, ['t], |generator| {
        let options = generator.subschema_for::<InterfaceOptions<'t>>();
        let one = json!({"type": "object", "propertyNames": {"enum": InterfaceKind::WORDS}, "additionalProperties": options, "minProperties": 1, "maxProperties": 1});
        json_schema!({"anyOf": [{"enum": InterfaceKind::WORDS}, one]})
    };
    Scopes<'t>, ['t], |_generator| {
        let text = json!({"type": ["string", "number", "boolean", "null"]});
        json_schema!({"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "object", "additionalProperties": text}, {"type": ["string", "null"]}]})
    };
    Provider<'t>, ['t], |_generator| provider();
    AlgorithmName<'t>, ['t], |_generator| json_schema!({"enum": SigningAlgorithm::WORDS});
    TokenDecl<'t>, ['t], |generator| {
        let jwt = generator.subschema_for::<JwtBlock<'t>>();
        let introspection = generator.subschema_for::<IntrospectionBlock<'t>>();
        let one = json!({"type": "object", "properties": {"jwt": jwt, "introspection": introspection}, "additionalProperties": false, "minProperties": 1, "maxProperties": 1});
        json_schema!({"anyOf": [{"enum": TOKENS}, one]})
    };
}

/// A provider by name, or with the settings that its URLs depend on.
fn provider() -> Schema {
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    let with_settings = PRESETS.iter().map(|preset| {
        let settings: Object<String, Value> = preset
            .settings
            .iter()
            .map(|setting| (setting.name.to_owned(), json!({"type": "string", "examples": [setting.example]})))
            .collect();
        (preset.name.to_owned(), json!({"type": ["object", "null"], "properties": settings, "additionalProperties": false}))
    });
    let properties: Object<String, Value> = with_settings.collect();
    let one = json!({"type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1, "maxProperties": 1});
    json_schema!({"anyOf": [{"enum": names}, one]})
}

/// Types of words are written inline too; see the macro `word!`.
impl<T: super::Word> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<Value> = T::words().iter().map(|word| serde_json::from_str(word).unwrap_or_else(|_| json!(word))).collect();
        json_schema!({"enum": words})
    }
}
