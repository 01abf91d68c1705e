//! Taking an object apart: what a typed key of the language can say is taken out, and the rest goes to Amazon as it is.

use super::node::{Map, Node};
use crate::package::fields::Fields;
use crate::package::json::Value;
use std::borrow::Cow;
use std::ops::{Deref, DerefMut};

/// An object, and what of it has not been taken yet.
pub(super) struct Taken<'t> {
    fields: Fields<'t>,
    /// What is left of entries that were taken apart.
    parts: Vec<(&'t str, Node<'t>)>,
}

impl<'t> Deref for Taken<'t> {
    type Target = Fields<'t>;

    fn deref(&self) -> &Fields<'t> {
        &self.fields
    }
}

impl<'t> DerefMut for Taken<'t> {
    fn deref_mut(&mut self) -> &mut Fields<'t> {
        &mut self.fields
    }
}

impl<'t> From<Fields<'t>> for Taken<'t> {
    fn from(fields: Fields<'t>) -> Self {
        Taken { fields, parts: Vec::new() }
    }
}

impl<'t> Taken<'t> {
    /// The object's entries; `None` for anything else.
    pub fn of(value: &'t Value<'t>) -> Option<Self> {
        Fields::of(value).map(Taken::from)
    }

    /// Whether there is anything under `key`.
    pub fn has(&self, key: &str) -> bool {
        self.see(key).is_some() || self.parts.iter().any(|(known, _)| *known == key)
    }

    /// Takes the object under `key` apart; what `read` leaves of it stays.
    pub fn within<T: Default>(&mut self, key: &str, read: impl FnOnce(&mut Taken<'t>) -> T) -> T {
        let Some(mut inner) = self.see(key).and_then(Taken::of) else { return T::default() };
        let made = read(&mut inner);
        self.leave(key, inner.rest().map(Node::Map));
        made
    }

    /// Takes the items that `read` understands out of the list under `key`; the others stay.
    pub fn items<T>(&mut self, key: &str, mut read: impl FnMut(&'t Value<'t>) -> Option<T>) -> Vec<T> {
        let Some(Value::Array(array)) = self.see(key) else { return Vec::new() };
        let (mut made, mut others) = (Vec::new(), Vec::new());
        for item in &array.elements {
            match read(item) {
                Some(read) => made.push(read),
                None => others.push(Node::json(item)),
            }
        }
        self.leave(key, (!others.is_empty()).then_some(Node::List(others)));
        made
    }

    /// Leaves only `rest` of what stands under `key`.
    fn leave(&mut self, key: &str, rest: Option<Node<'t>>) {
        if let (Some(entry), Some(rest)) = (self.entry(key), rest) {
            self.parts.push((entry.name.as_str(), rest));
        }
    }

    /// Says something that goes out as it is.
    pub fn put(&mut self, key: &'static str, node: Node<'t>) {
        self.parts.push((key, node));
    }

    /// Everything that was not taken, by key: what is built has it in another order than what was imported.
    pub fn rest(self) -> Option<Map<'t>> {
        let Taken { fields, mut parts } = self;
        parts.extend(fields.rest().map(|(key, value)| (key, Node::json(value))));
        parts.sort_by_key(|(key, _)| *key);
        let entries: Vec<_> = parts.into_iter().map(|(key, node)| (Cow::Borrowed(key), node)).collect();
        (!entries.is_empty()).then_some(Map(entries))
    }

    /// Whether everything was taken.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.parts.is_empty()
    }
}

/// The name of something that becomes a key: what no key can hold is no name.
pub(super) fn name<'t>(taken: &mut Taken<'t>) -> Option<&'t str> {
    taken.text("name").filter(|name| is_key(name))
}

/// Whether it can be a key.
pub(super) fn is_key(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_control)
}

/// What `read` makes of the object, if it takes everything that is in it.
pub(super) fn whole<'t, T>(value: &'t Value<'t>, read: impl FnOnce(&mut Taken<'t>) -> Option<T>) -> Option<T> {
    let mut taken = Taken::of(value)?;
    let made = read(&mut taken)?;
    taken.is_empty().then_some(made)
}
