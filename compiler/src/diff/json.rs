//! JSON as facts, where nothing more is known of it.

use super::fact::{Fact, Kind, Parts};
use crate::package::json::Value;
use std::borrow::Cow;
use std::collections::HashSet;

/// The entries of an object that have not been read yet. Of a key that stands twice, the last one counts; null is as good as absent.
pub(super) struct Fields<'a>(Vec<(&'a str, &'a Value<'a>)>);

impl<'a> Fields<'a> {
    pub fn of(value: &'a Value<'a>) -> Option<Self> {
        let Value::Object(object) = value else { return None };
        let mut seen = HashSet::with_capacity(object.properties.len());
        let last = object.properties.iter().rev().map(|found| (found.name.as_str(), &found.value)).filter(|(name, _)| seen.insert(*name));
        let mut fields: Vec<_> = last.filter(|(_, value)| !matches!(value, Value::NullKeyword(_))).collect();
        fields.reverse();
        Some(Fields(fields))
    }

    /// An object's entries; none for anything else.
    pub fn or_none(value: Option<&'a Value<'a>>) -> Self {
        value.and_then(Fields::of).unwrap_or(Fields(Vec::new()))
    }

    pub fn take(&mut self, key: &str) -> Option<&'a Value<'a>> {
        let at = self.0.iter().position(|(known, _)| *known == key)?;
        Some(self.0.remove(at).1)
    }

    pub fn text(&mut self, key: &str) -> Option<&'a str> {
        let found = self.see(key).and_then(text)?;
        self.take(key);
        Some(found)
    }

    /// The object under `key`. Anything else stays.
    pub fn object(&mut self, key: &str) -> Option<Fields<'a>> {
        let fields = self.see(key).and_then(Fields::of)?;
        self.take(key);
        Some(fields)
    }

    /// The list under `key`; empty where there is none. Anything else stays.
    pub fn list(&mut self, key: &str) -> &'a [Value<'a>] {
        match self.see(key) {
            Some(Value::Array(array)) => {
                self.take(key);
                &array.elements
            }
            _ => &[],
        }
    }

    /// What stands under `key`, left there.
    pub fn see(&self, key: &str) -> Option<&'a Value<'a>> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    pub fn rest(self) -> impl Iterator<Item = (&'a str, &'a Value<'a>)> {
        self.0.into_iter()
    }

    /// What is left goes under `path` as it is.
    pub fn leave(self, parts: &mut Parts<'a>, path: &[&'a str]) {
        for (key, value) in self.0 {
            let at: Vec<&'a str> = path.iter().copied().chain([key]).collect();
            parts.put(&at, member(key, value));
        }
    }
}

pub(super) fn text<'a>(value: &'a Value<'a>) -> Option<&'a str> {
    match value {
        Value::StringLit(text) => Some(&text.value),
        _ => None,
    }
}

/// A value as it is; nothing for null, an empty list and an empty object.
pub(super) fn fact<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    match value {
        Value::NullKeyword(_) => None,
        Value::StringLit(text) => Some(Fact::text(&*text.value)),
        Value::NumberLit(_) | Value::BooleanLit(_) => Some(Fact::plain(compact(value))),
        Value::Array(array) if array.elements.is_empty() => None,
        Value::Array(array) => Some(named(&array.elements).unwrap_or_else(|| Fact::List(array.elements.iter().map(item).collect()))),
        Value::Object(_) => {
            let mut parts = Parts::new(Kind::Keys);
            Fields::or_none(Some(value)).leave(&mut parts, &[]);
            parts.unless_empty()
        }
    }
}

/// What stands under `key`; what may be a secret is kept from sight.
pub(super) fn member<'a>(key: &str, value: &'a Value<'a>) -> Option<Fact<'a>> {
    let fact = fact(value)?;
    if may_be_secret(key) { Some(Fact::Hidden(whole(value))) } else { Some(fact) }
}

/// A list of texts as a set; anything else as it is.
pub(super) fn set<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    match value {
        Value::Array(array) => Fact::set(array.elements.iter().map(item)),
        other => fact(other),
    }
}

/// A list as a set of what its items have under `key`, if they have nothing else; anything else as it is.
pub(super) fn set_of<'a>(value: &'a Value<'a>, key: &str) -> Option<Fact<'a>> {
    let Value::Array(array) = value else { return fact(value) };
    let one = |item: &'a Value<'a>| {
        let mut fields = Fields::of(item)?;
        let name = fields.text(key)?;
        fields.rest().next().is_none().then_some(Cow::Borrowed(name))
    };
    Fact::set(array.elements.iter().map(|item| one(item).unwrap_or_else(|| self::item(item))))
}

/// What tells the objects of a list apart.
const NAMES: &[&str] = &["name", "type", "id", "uri", "eventName"];

fn named<'a>(items: &'a [Value<'a>]) -> Option<Fact<'a>> {
    let key = NAMES.iter().find(|key| {
        let mut seen = HashSet::new();
        items.iter().all(|item| Fields::of(item).and_then(|mut fields| fields.text(key)).is_some_and(|name| seen.insert(name)))
    })?;
    let mut parts = Parts::new(Kind::Keys);
    for item in items {
        let mut fields = Fields::of(item)?;
        let name = fields.text(key)?;
        let mut own = Parts::new(Kind::Keys);
        fields.leave(&mut own, &[]);
        parts.add(name, own.unless_empty().unwrap_or_else(|| Fact::plain("there")));
    }
    Some(Fact::Parts(parts))
}

/// An item of a list, in a line.
fn item<'a>(value: &'a Value<'a>) -> Cow<'a, str> {
    match value {
        Value::StringLit(text) => Cow::Borrowed(&*text.value),
        other => Cow::Owned(compact(other)),
    }
}

/// Whether what stands under such a key must not be shown.
fn may_be_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["secret", "password", "credential"].iter().any(|word| key.contains(word))
}

/// JSON in a line, without what may be secret.
pub(super) fn compact(value: &Value<'_>) -> String {
    write(value, &|key| may_be_secret(key))
}

fn whole(value: &Value<'_>) -> String {
    write(value, &|_| false)
}

fn write(value: &Value<'_>, hidden: &impl Fn(&str) -> bool) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match value {
        Value::NullKeyword(_) => "null".to_owned(),
        Value::BooleanLit(truth) => truth.value.to_string(),
        Value::NumberLit(number) => self::number(number.value),
        Value::StringLit(text) => format!("{:?}", text.value),
        Value::Array(array) => format!("[{}]", join(array.elements.iter().map(|item| write(item, hidden)).collect())),
        Value::Object(object) => {
            let mut entries: Vec<String> = object
                .properties
                .iter()
                .map(|found| {
                    let key = found.name.as_str();
                    let value = if hidden(key) { "not shown".to_owned() } else { write(&found.value, hidden) };
                    format!("{key}: {value}")
                })
                .collect();
            entries.sort();
            format!("{{{}}}", join(entries))
        }
    }
}

/// One spelling for each number: `1.0` is `1`.
fn number(written: &str) -> String {
    match (written.parse::<i64>(), written.parse::<f64>()) {
        (Ok(number), _) => number.to_string(),
        (_, Ok(number)) => number.to_string(),
        _ => written.to_owned(),
    }
}
