//! `amazon:`, as JSON: what it says goes out as it is.

use super::json::Json;
use crate::yaml::{Kind, Value};
use std::borrow::Cow;

/// What a block of `amazon:` lays over what is emitted; a block that is not a map lays over nothing.
pub(super) fn patch(raw: crate::syntax::Raw<'_>) -> Option<Json<'_>> {
    matches!(raw.value.kind(), Kind::Mapping(_)).then(|| json(raw.value))
}

/// YAML as JSON, by the core rules of YAML 1.2: what is quoted is text.
pub(super) fn json(value: Value<'_>) -> Json<'_> {
    match value.kind() {
        Kind::Null | Kind::Broken => Json::Null,
        Kind::Sequence(items) => Json::Array(items.map(json).collect()),
        Kind::Mapping(entries) => Json::Object(entries.map(|entry| (Cow::Borrowed(entry.key.value), json(entry.value))).collect()),
        Kind::Scalar(scalar) => {
            if let Some(truth) = scalar.as_bool() {
                return Json::Bool(truth);
            }
            if let Some(number) = scalar.as_int() {
                return Json::Int(number);
            }
            let looks_like_number =
                scalar.plain && scalar.text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
            if let (true, Ok(number)) = (scalar.plain, scalar.text.parse()) {
                return Json::Large(number);
            }
            match scalar.text.parse::<f64>() {
                Ok(number) if looks_like_number && number.is_finite() => Json::Float(number),
                _ => Json::Text(Cow::Borrowed(scalar.text)),
            }
        }
    }
}
