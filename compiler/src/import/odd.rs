//! Why a part of a model cannot be said, and where that shows.

use crate::nearest::nearest;
use crate::package::fields::Fields;
use crate::package::json::{Value, list, text};
use jsonc_parser::common::{Range, Ranged};

/// A part that goes out as it is.
pub(super) struct Odd {
    pub range: Range,
    pub why: String,
}

const INTENT: &[&str] = &["name", "samples", "slots"];
const SLOT: &[&str] = &["name", "type", "samples", "multipleValues"];
const TYPE: &[&str] = &["name", "values", "valueSupplier"];
const VALUE: &[&str] = &["id", "name"];
const VALUE_NAME: &[&str] = &["value", "synonyms"];
const DIALOG: &[&str] = &["name", "delegationStrategy", "confirmationRequired", "prompts", "slots"];
const PROMPT: &[&str] = &["id", "variations"];
const VARIATION: &[&str] = &["type", "value"];
const DIALOG_SLOT: &[&str] = &["name", "type", "elicitationRequired", "confirmationRequired", "prompts", "validations"];

pub(super) fn intent(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let twice = name(item).filter(|name| is_known(name)).map(|name| at_name(item, format!("the intent `{name}` stands twice")));
    twice
        .or_else(|| unknown(item, "an intent", INTENT))
        .or_else(|| among(item, "slots", "a slot", SLOT))
        .unwrap_or_else(|| other(item, "intent"))
}

pub(super) fn slot_type(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let twice = name(item).filter(|name| is_known(name)).map(|name| at_name(item, format!("the slot type `{name}` stands twice")));
    let in_values = || {
        among(item, "values", "a value", VALUE)
            .or_else(|| within(item, "values").find_map(|value| unknown(within_key(value, "name")?, "the name of a value", VALUE_NAME)))
    };
    twice.or_else(|| unknown(item, "a slot type", TYPE)).or_else(in_values).unwrap_or_else(|| other(item, "slot type"))
}

pub(super) fn dialog(item: &Value<'_>, is_intent: impl Fn(&str) -> bool) -> Odd {
    let foreign = name(item).filter(|name| !is_intent(name));
    let foreign = foreign.map(|name| at_name(item, format!("the dialog has the intent `{name}`, and the language model does not")));
    let of_slots = || among(item, "slots", "a slot of a dialog", DIALOG_SLOT);
    foreign.or_else(|| unknown(item, "an intent of a dialog", DIALOG)).or_else(of_slots).unwrap_or_else(|| other(item, "dialog"))
}

pub(super) fn prompt(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let id = || within_key(item, "id").and_then(text);
    let at_id = |why: String| Odd { range: within_key(item, "id").map_or_else(|| item.range(), Value::range), why };
    let twice = id().filter(|id| is_known(id)).map(|id| at_id(format!("the prompt `{id}` stands twice")));
    twice
        .or_else(|| unknown(item, "a prompt", PROMPT))
        .or_else(|| among(item, "variations", "a variation", VARIATION))
        .unwrap_or_else(|| at_id("something in the prompt is of another kind than Amazon documents".to_owned()))
}

fn name<'v>(item: &'v Value<'v>) -> Option<&'v str> {
    text(within_key(item, "name")?)
}

fn within_key<'v>(item: &'v Value<'v>, key: &str) -> Option<&'v Value<'v>> {
    Fields::of(item)?.see(key)
}

fn within<'v>(item: &'v Value<'v>, key: &str) -> impl Iterator<Item = &'v Value<'v>> {
    within_key(item, key).and_then(list).into_iter().flatten()
}

fn at_name(item: &Value<'_>, why: String) -> Odd {
    Odd { range: within_key(item, "name").map_or_else(|| item.range(), Value::range), why }
}

/// The first key that is none of Amazon's.
fn unknown(item: &Value<'_>, what: &str, keys: &[&str]) -> Option<Odd> {
    let Value::Object(object) = item else { return Some(Odd { range: item.range(), why: format!("{what} is not an object") }) };
    let found = object.properties.iter().find(|property| !keys.contains(&property.name.as_str()))?;
    let key = found.name.as_str();
    let similar = nearest(key, keys.iter().copied()).map(|near| format!("; a similar one is `{near}`")).unwrap_or_default();
    Some(Odd { range: found.name.range(), why: format!("{what} has no key `{key}`{similar}") })
}

fn among(item: &Value<'_>, list: &str, what: &str, keys: &[&str]) -> Option<Odd> {
    within(item, list).find_map(|item| unknown(item, what, keys))
}

fn other(item: &Value<'_>, what: &str) -> Odd {
    let called = name(item).map(|name| format!(" `{name}`")).unwrap_or_default();
    at_name(item, format!("something in the {what}{called} is of another kind, or refers to something else, than Amazon documents"))
}
