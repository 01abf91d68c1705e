//! JSON as facts, where nothing more is known of it.

use super::fact::{Fact, Kind, Parts};
use crate::package::fields::Fields;
use crate::package::json::{Value, text};
use std::borrow::Cow;
use std::collections::HashSet;

impl<'a> Parts<'a> {
    /// What was not taken goes under `path` as it is.
    pub fn leave(&mut self, fields: Fields<'a>, path: &[&'a str]) {
        for (key, value) in fields.rest() {
            let at: Vec<&'a str> = path.iter().copied().chain([key]).collect();
            self.put(&at, member(key, value));
        }
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
            parts.leave(Fields::or_none(value), &[]);
            parts.unless_empty()
        }
    }
}

/// Our word for one of Amazon's; anything else as it is.
pub(super) fn word<'a>(value: &'a Value<'a>, ours: fn(&str) -> Option<&'static str>) -> Option<Fact<'a>> {
    text(value).and_then(ours).map(Fact::plain).or_else(|| fact(value))
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
        own.leave(fields, &[]);
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
