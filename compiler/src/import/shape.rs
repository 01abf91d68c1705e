//! What Amazon documents of the parts of a model: which keys there are, and what stands there.

use super::odd::Odd;
use super::taken::is_key;
use super::types::number;
use crate::emit::INLINE;
use crate::nearest::nearest;
use crate::package::json::{Value, list, text};
use crate::syntax::listed;
use jsonc_parser::common::Ranged;

/// An object.
pub(super) struct Shape {
    /// What it is called in a sentence.
    what: &'static str,
    keys: &'static [Key],
}

struct Key {
    name: &'static str,
    due: Due,
    needed: bool,
}

/// What stands at a key.
enum Due {
    Text,
    /// A text that can be a key of skill.yaml.
    Name,
    /// A text, or the whole number that some tools write.
    Id,
    Truth,
    Texts,
    Word(&'static [&'static str]),
    One(&'static Shape),
    Many(&'static Shape),
}

const fn key(name: &'static str, due: Due) -> Key {
    Key { name, due, needed: false }
}

const fn needed(name: &'static str, due: Due) -> Key {
    Key { name, due, needed: true }
}

pub(super) static INTENT: Shape =
    Shape { what: "an intent", keys: &[needed("name", Due::Name), key("samples", Due::Texts), key("slots", Due::Many(&SLOT))] };

static SLOT: Shape = Shape {
    what: "a slot",
    keys: &[
        needed("name", Due::Name),
        key("type", Due::Text),
        key("samples", Due::Texts),
        key("multipleValues", Due::One(&Shape { what: "`multipleValues`", keys: &[needed("enabled", Due::Truth)] })),
    ],
};

pub(super) static TYPE: Shape = Shape {
    what: "a slot type",
    keys: &[needed("name", Due::Name), key("values", Due::Many(&VALUE)), key("valueSupplier", Due::One(&SUPPLIER))],
};

static VALUE: Shape = Shape {
    what: "a value",
    keys: &[
        key("id", Due::Id),
        needed("name", Due::One(&Shape { what: "the name of a value", keys: &[needed("value", Due::Text), key("synonyms", Due::Texts)] })),
    ],
};

static SUPPLIER: Shape = Shape {
    what: "`valueSupplier`",
    keys: &[
        needed("type", Due::Word(&[INLINE, "CatalogValueSupplier"])),
        key("values", Due::Many(&VALUE)),
        key(
            "valueCatalog",
            Due::One(&Shape { what: "`valueCatalog`", keys: &[needed("catalogId", Due::Text), key("version", Due::Text)] }),
        ),
    ],
};

pub(super) static DIALOG: Shape = Shape {
    what: "an intent of a dialog",
    keys: &[
        needed("name", Due::Name),
        key("delegationStrategy", Due::Word(&["ALWAYS", "SKILL_RESPONSE"])),
        key("confirmationRequired", Due::Truth),
        key("prompts", Due::One(&Shape { what: "`prompts`", keys: &[key("confirmation", Due::Text)] })),
        key("slots", Due::Many(&DIALOG_SLOT)),
    ],
};

static DIALOG_SLOT: Shape = Shape {
    what: "a slot of a dialog",
    keys: &[
        needed("name", Due::Name),
        key("type", Due::Text),
        key("elicitationRequired", Due::Truth),
        key("confirmationRequired", Due::Truth),
        key("prompts", Due::One(&Shape { what: "`prompts`", keys: &[key("elicitation", Due::Text), key("confirmation", Due::Text)] })),
        key("validations", Due::Many(&VALIDATION)),
    ],
};

static VALIDATION: Shape = Shape {
    what: "a validation",
    keys: &[
        needed("type", Due::Text),
        needed("prompt", Due::Text),
        key("value", Due::Text),
        key("values", Due::Texts),
        key("start", Due::Text),
        key("end", Due::Text),
    ],
};

pub(super) static PROMPT: Shape = Shape { what: "a prompt", keys: &[needed("id", Due::Name), needed("variations", Due::Many(&VARIATION))] };

static VARIATION: Shape =
    Shape { what: "a variation", keys: &[needed("type", Due::Word(&["PlainText", "SSML"])), needed("value", Due::Text)] };

impl Shape {
    /// The first thing that is otherwise in `value`.
    pub fn odd(&self, value: &Value<'_>) -> Option<Odd> {
        let Value::Object(object) = value else { return odd(value, format!("{} is not an object", self.what)) };
        let within = object.properties.iter().find_map(|found| match self.keys.iter().find(|key| key.name == found.name.as_str()) {
            Some(key) => key.due.odd(&found.value, &format!("`{}` of {}", key.name, self.what)),
            None => odd(&found.name, self.unknown(found.name.as_str())),
        });
        let is_there = |key: &Key| object.properties.iter().any(|found| found.name.as_str() == key.name);
        let missing = || self.keys.iter().find(|key| key.needed && !is_there(key));
        within.or_else(|| odd(value, format!("{} has no `{}`", self.what, missing()?.name)))
    }

    fn unknown(&self, key: &str) -> String {
        let similar = nearest(key, self.keys.iter().map(|key| key.name));
        let similar = similar.map(|near| format!("; a similar one is `{near}`")).unwrap_or_default();
        format!("{} has no key `{key}`{similar}", self.what)
    }
}

impl Due {
    /// The first thing that is otherwise in `value`, which is called `what`.
    fn odd(&self, value: &Value<'_>, what: &str) -> Option<Odd> {
        let expected = |due: &str| odd(value, format!("{what} is {}, and should be {due}", kind(value)));
        match (self, value) {
            (Due::Text | Due::Id, Value::StringLit(_)) | (Due::Truth, Value::BooleanLit(_)) => None,
            (Due::Id, Value::NumberLit(_)) if number(value).is_some() => None,
            (Due::Name, Value::StringLit(name)) if is_key(&name.value) => None,
            (Due::Name, Value::StringLit(_)) => odd(value, format!("{what} is empty, or has control characters in it")),
            (Due::Word(words), Value::StringLit(_)) => unknown_word(value, what, words),
            (Due::Texts, Value::Array(array)) => {
                let other = array.elements.iter().find(|item| text(item).is_none())?;
                odd(other, format!("{} stands in {what}, and should be a text", kind(other)))
            }
            (Due::One(shape), _) => shape.odd(value),
            (Due::Many(shape), Value::Array(_)) => list(value)?.iter().find_map(|item| shape.odd(item)),
            (Due::Text | Due::Name | Due::Word(_), _) => expected("a text"),
            (Due::Id, _) => expected("a text or a whole number"),
            (Due::Truth, _) => expected("`true` or `false`"),
            (Due::Texts, _) => expected("a list of texts"),
            (Due::Many(_), _) => expected("a list"),
        }
    }
}

/// What to say of a word if it is none of these.
pub(super) fn unknown_word(value: &Value<'_>, what: &str, words: &[&str]) -> Option<Odd> {
    let word = text(value).filter(|word| !words.contains(word))?;
    odd(value, format!("{what} is `{word}`; Amazon knows {}", listed(words)))
}

fn odd(place: &impl Ranged, why: String) -> Option<Odd> {
    Some(Odd { range: place.range(), why })
}

fn kind(value: &Value<'_>) -> &'static str {
    match value {
        Value::StringLit(_) => "a text",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(truth) if truth.value => "`true`",
        Value::BooleanLit(_) => "`false`",
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::NullKeyword(_) => "`null`",
    }
}
