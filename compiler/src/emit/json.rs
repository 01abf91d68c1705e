//! JSON whose keys keep the order in which they were added.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::PrettyFormatter;
use std::borrow::Cow;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Json<'s> {
    Null,
    Bool(bool),
    Int(i64),
    /// A whole number beyond those.
    Large(u64),
    Float(f64),
    Text(Cow<'s, str>),
    Array(Vec<Json<'s>>),
    Object(Vec<(Cow<'s, str>, Json<'s>)>),
}

pub(super) fn text(text: &str) -> Json<'_> {
    Json::Text(Cow::Borrowed(text))
}

pub(super) fn texts<'s>(texts: impl IntoIterator<Item = &'s str>) -> Json<'s> {
    Json::Array(texts.into_iter().map(text).collect())
}

pub(super) fn object<'s, const N: usize>(entries: [(&'s str, Json<'s>); N]) -> Json<'s> {
    Json::Object(entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
}

/// An object that grows; what is `None` is left out.
#[derive(Default)]
pub(super) struct Object<'s>(Vec<(Cow<'s, str>, Json<'s>)>);

impl<'s> Object<'s> {
    pub fn with(mut self, key: &'s str, value: impl Into<Option<Json<'s>>>) -> Self {
        if let Some(value) = value.into() {
            self.0.push((Cow::Borrowed(key), value));
        }
        self
    }

    pub fn with_owned(mut self, key: &'s str, value: Json<'s>) -> Self {
        self.0.push((Cow::Borrowed(key), value));
        self
    }

    pub fn build(self) -> Json<'s> {
        Json::Object(self.0)
    }

    /// The object, unless nothing is in it.
    pub fn unless_empty(self) -> Option<Json<'s>> {
        (!self.0.is_empty()).then(|| self.build())
    }
}

impl<'s> Json<'s> {
    /// The entries of an object; anything else has none.
    #[cfg(feature = "import")]
    pub fn entries(&self) -> &[(Cow<'s, str>, Json<'s>)] {
        if let Json::Object(entries) = self { entries } else { &[] }
    }

    /// The value under a key of an object.
    #[cfg(feature = "import")]
    pub fn get(&self, key: &str) -> Option<&Json<'s>> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Lays `patch` over this value, as RFC 7396 has it: maps are merged, null removes, anything else takes the place of what was there.
    /// Unlike there, a list is added to the one that is there.
    pub fn merge(&mut self, patch: Json<'s>) {
        match (self, patch) {
            (Json::Array(own), Json::Array(patch)) => own.extend(patch),
            (own, Json::Object(patch)) => {
                if !matches!(own, Json::Object(_)) {
                    *own = Json::Object(Vec::new());
                }
                patch.into_iter().for_each(|(key, value)| own.merge_at(key, value));
            }
            (own, patch) => *own = patch,
        }
    }

    /// Lays `patch` over the value under a key of this object.
    fn merge_at(&mut self, key: Cow<'s, str>, patch: Json<'s>) {
        let Json::Object(entries) = self else { return };
        let place = entries.iter().position(|(known, _)| *known == key);
        match (place, patch) {
            (Some(place), Json::Null) => drop(entries.remove(place)),
            (None, Json::Null) => {}
            (Some(place), patch) => entries[place].1.merge(patch),
            (None, patch) => {
                let mut value = Json::Null;
                value.merge(patch);
                entries.push((key, value));
            }
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(truth) => serializer.serialize_bool(*truth),
            Json::Int(number) => serializer.serialize_i64(*number),
            Json::Large(number) => serializer.serialize_u64(*number),
            Json::Float(number) => serializer.serialize_f64(*number),
            Json::Text(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// The bytes of a file: indented by two spaces, with a line break at the end.
pub(super) fn bytes(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"  "));
    // Neither the values nor a vector can fail; were one to, an empty file would be worse than what was written so far.
    let written = value.serialize(&mut serializer);
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    bytes
}
