//! Taking an object apart: what a typed key of the language can say is taken out, and the rest goes to Amazon as it is.

use super::node::{Map, Node};
use crate::package::json::Value;
use std::borrow::Cow;

/// An object, and what of it has not been taken yet.
pub(super) struct Taken<'t> {
    left: Vec<(&'t str, Left<'t>)>,
}

enum Left<'t> {
    Whole(&'t Value<'t>),
    Part(Node<'t>),
}

impl<'t> Taken<'t> {
    /// The object's entries; `None` for anything else. Of a key that stands twice, the last one counts. What is null is as good as absent.
    pub fn of(value: &'t Value<'t>) -> Option<Self> {
        let Value::Object(object) = value else { return None };
        let mut left: Vec<(&str, Left<'_>)> = Vec::with_capacity(object.properties.len());
        for found in &object.properties {
            let name = found.name.as_str();
            left.retain(|(known, _)| *known != name);
            if !matches!(found.value, Value::NullKeyword(_)) {
                left.push((name, Left::Whole(&found.value)));
            }
        }
        Some(Taken { left })
    }

    /// What stands under `key`, left there.
    pub fn see(&self, key: &str) -> Option<&'t Value<'t>> {
        self.left.iter().find_map(|(known, left)| match left {
            Left::Whole(value) if *known == key => Some(*value),
            _ => None,
        })
    }

    /// Whether there is anything under `key`.
    pub fn has(&self, key: &str) -> bool {
        self.left.iter().any(|(known, _)| *known == key)
    }

    /// Takes what `read` understands.
    pub fn take<T>(&mut self, key: &str, read: impl FnOnce(&'t Value<'t>) -> Option<T>) -> Option<T> {
        let made = read(self.see(key)?)?;
        self.left.retain(|(known, _)| *known != key);
        Some(made)
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
        self.take(key, |value| match value {
            Value::NumberLit(number) => number.value.parse().ok(),
            _ => None,
        })
    }

    /// Takes the object under `key` apart; what `read` leaves of it stays. An object in which there was nothing stays too.
    pub fn within<T: Default>(&mut self, key: &str, read: impl FnOnce(&mut Taken<'t>) -> T) -> T {
        let Some(at) = self.left.iter().position(|(known, _)| *known == key) else { return T::default() };
        let Left::Whole(value) = self.left[at].1 else { return T::default() };
        let Some(mut inner) = Taken::of(value).filter(|inner| !inner.is_empty()) else { return T::default() };
        let made = read(&mut inner);
        match inner.rest() {
            Some(rest) => self.left[at].1 = Left::Part(Node::Map(rest)),
            None => drop(self.left.remove(at)),
        }
        made
    }

    /// Takes the items that `read` understands out of the list under `key`; the others stay.
    pub fn items<T>(&mut self, key: &str, mut read: impl FnMut(&'t Value<'t>) -> Option<T>) -> Vec<T> {
        let Some(at) = self.left.iter().position(|(known, _)| *known == key) else { return Vec::new() };
        let Left::Whole(Value::Array(array)) = self.left[at].1 else { return Vec::new() };
        let (mut made, mut others) = (Vec::new(), Vec::new());
        for item in &array.elements {
            match read(item) {
                Some(read) => made.push(read),
                None => others.push(Node::json(item)),
            }
        }
        if others.is_empty() {
            self.left.remove(at);
        } else {
            self.left[at].1 = Left::Part(Node::List(others));
        }
        made
    }

    /// Says something that goes out as it is.
    pub fn put(&mut self, key: &'t str, node: Node<'t>) {
        self.left.push((key, Left::Part(node)));
    }

    /// Drops the keys that `is_meant` names, and tells which.
    pub fn drop_keys(&mut self, is_meant: impl Fn(&str) -> bool) -> Vec<&'t str> {
        let dropped = self.left.iter().map(|(key, _)| *key).filter(|key| is_meant(key)).collect();
        self.left.retain(|(key, _)| !is_meant(key));
        dropped
    }

    /// Everything that was not taken.
    pub fn rest(self) -> Option<Map<'t>> {
        let node = |left| match left {
            Left::Whole(value) => Node::json(value),
            Left::Part(node) => node,
        };
        let entries: Vec<_> = self.left.into_iter().map(|(key, left)| (Cow::Borrowed(key), node(left))).collect();
        (!entries.is_empty()).then_some(Map(entries))
    }

    /// Whether everything was taken.
    pub fn is_empty(&self) -> bool {
        self.left.is_empty()
    }
}

pub(super) fn text<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match value {
        Value::StringLit(text) => Some(&text.value),
        _ => None,
    }
}

pub(super) fn truth(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::BooleanLit(truth) => Some(truth.value),
        _ => None,
    }
}

pub(super) fn texts<'t>(value: &'t Value<'t>) -> Option<Vec<&'t str>> {
    list(value)?.iter().map(text).collect()
}

pub(super) fn list<'t>(value: &'t Value<'t>) -> Option<&'t [Value<'t>]> {
    match value {
        Value::Array(array) => Some(&array.elements),
        _ => None,
    }
}

/// What `read` makes of the object, if it takes everything that is in it.
pub(super) fn whole<'t, T>(value: &'t Value<'t>, read: impl FnOnce(&mut Taken<'t>) -> Option<T>) -> Option<T> {
    let mut taken = Taken::of(value)?;
    let made = read(&mut taken)?;
    taken.is_empty().then_some(made)
}
