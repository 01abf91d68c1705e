//! Taking an object apart, key by key: what nobody took is still there at the end.

use super::json::{Value, int, list, text, texts, truth};
use jsonc_parser::ast::ObjectProp;

/// The entries of an object that have not been taken yet.
pub(crate) struct Fields<'t>(Vec<&'t ObjectProp<'t>>);

impl<'t> Fields<'t> {
    /// The object's entries; `None` for anything else.
    pub fn of(value: &'t Value<'t>) -> Option<Self> {
        let Value::Object(object) = value else { return None };
        Some(Fields(object.properties.iter().collect()))
    }

    /// An object's entries; none for anything else.
    pub fn or_none(value: &'t Value<'t>) -> Self {
        Fields::of(value).unwrap_or(Fields(Vec::new()))
    }

    /// What stands under `key`, left there.
    pub fn see(&self, key: &str) -> Option<&'t Value<'t>> {
        self.0.iter().find(|found| found.name.as_str() == key).map(|found| &found.value)
    }

    /// Takes what `read` understands.
    pub fn take<T>(&mut self, key: &str, read: impl FnOnce(&'t Value<'t>) -> Option<T>) -> Option<T> {
        let at = self.0.iter().position(|found| found.name.as_str() == key)?;
        let made = read(&self.0[at].value)?;
        self.0.remove(at);
        Some(made)
    }

    /// Takes the entry under `key`, whatever it is.
    pub fn entry(&mut self, key: &str) -> Option<&'t ObjectProp<'t>> {
        let at = self.0.iter().position(|found| found.name.as_str() == key)?;
        Some(self.0.remove(at))
    }

    pub fn text(&mut self, key: &str) -> Option<&'t str> {
        self.take(key, text)
    }

    pub fn texts(&mut self, key: &str) -> Option<Vec<&'t str>> {
        self.take(key, texts)
    }

    pub fn truth(&mut self, key: &str) -> Option<bool> {
        self.take(key, truth)
    }

    pub fn int(&mut self, key: &str) -> Option<i64> {
        self.take(key, int)
    }

    /// The object under `key`.
    pub fn object(&mut self, key: &str) -> Option<Fields<'t>> {
        self.take(key, Fields::of)
    }

    /// The list under `key`; empty where there is none.
    pub fn list(&mut self, key: &str) -> &'t [Value<'t>] {
        self.take(key, list).unwrap_or_default()
    }

    /// Those that `belongs` names, and the others.
    pub fn partition(self, belongs: impl Fn(&str) -> bool) -> (Self, Self) {
        let (these, others) = self.0.into_iter().partition(|found| belongs(found.name.as_str()));
        (Fields(these), Fields(others))
    }

    /// Everything that was not taken, with its places.
    pub fn entries(&self) -> impl Iterator<Item = &'t ObjectProp<'t>> {
        self.0.iter().copied()
    }

    /// Everything that was not taken, by key.
    pub fn rest(self) -> impl Iterator<Item = (&'t str, &'t Value<'t>)> {
        self.0.into_iter().map(|found| (found.name.as_str(), &found.value))
    }

    /// Whether everything was taken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
