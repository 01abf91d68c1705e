//! Why a part of a model cannot be said, and where that shows.

use super::dialog::{Slots, is_ssml};
use super::shape::{DIALOG, INTENT, PROMPT, TYPE, unknown_word};
use crate::package::fields::Fields;
use crate::package::json::{Value, list, text};
use jsonc_parser::common::{Range, Ranged};
use std::collections::{HashMap, HashSet};

/// A part that goes out as it is.
pub(super) struct Odd {
    pub range: Range,
    pub why: String,
}

/// What each validation of Amazon's has beside its type and its prompt.
const VALIDATIONS: &[(&str, &[&str])] = &[
    ("hasEntityResolutionMatch", &[]),
    ("isInSet", &["values"]),
    ("isNotInSet", &["values"]),
    ("isGreaterThan", &["value"]),
    ("isGreaterThanOrEqualTo", &["value"]),
    ("isLessThan", &["value"]),
    ("isLessThanOrEqualTo", &["value"]),
    ("isInDuration", &["start", "end"]),
    ("isNotInDuration", &["start", "end"]),
];

pub(super) fn intent(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let twice = twice(item, "name", is_known, "the intent");
    twice.or_else(|| INTENT.odd(item)).or_else(|| twice_among_slots(item)).unwrap_or_else(|| other(item, "intent"))
}

pub(super) fn slot_type(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let twice = twice(item, "name", is_known, "the slot type");
    twice.or_else(|| TYPE.odd(item)).or_else(|| of_supplier(item)).or_else(|| mixed_ids(item)).unwrap_or_else(|| other(item, "slot type"))
}

pub(super) fn dialog(item: &Value<'_>, intents: &HashMap<&str, Slots<'_>>, is_known: impl Fn(&str) -> bool) -> Odd {
    let Some(name) = at(item, "name") else { return DIALOG.odd(item).unwrap_or_else(|| other(item, "dialog")) };
    let Some(slots) = intents.get(name.text) else {
        return name.odd(format!("the dialog has the intent `{}`, and the language model does not", name.text));
    };
    let twice = twice(item, "name", is_known, "the dialog of");
    let of_slots = || {
        let unfit = within(item, "slots").find_map(|slot| unfit_slot(slot, name.text, slots));
        unfit.or_else(|| twice_among_slots(item)).or_else(|| within(item, "slots").find_map(of_validations))
    };
    twice.or_else(|| DIALOG.odd(item)).or_else(of_slots).unwrap_or_else(|| other(item, "dialog"))
}

pub(super) fn prompt(item: &Value<'_>, is_known: impl Fn(&str) -> bool) -> Odd {
    let twice = twice(item, "id", is_known, "the prompt");
    let of_variations = || within(item, "variations").find_map(variation);
    twice.or_else(|| PROMPT.odd(item)).or_else(of_variations).unwrap_or_else(|| other(item, "prompt"))
}

/// A text, and its place.
struct At<'v> {
    text: &'v str,
    range: Range,
}

impl At<'_> {
    fn odd(&self, why: String) -> Odd {
        Odd { range: self.range, why }
    }
}

/// The text under `key`.
fn at<'v>(item: &'v Value<'v>, key: &str) -> Option<At<'v>> {
    let value = within_key(item, key)?;
    Some(At { text: text(value)?, range: value.range() })
}

fn within_key<'v>(item: &'v Value<'v>, key: &str) -> Option<&'v Value<'v>> {
    Fields::of(item)?.see(key)
}

fn within<'v>(item: &'v Value<'v>, key: &str) -> impl Iterator<Item = &'v Value<'v>> {
    within_key(item, key).and_then(list).into_iter().flatten()
}

fn twice(item: &Value<'_>, key: &str, is_known: impl Fn(&str) -> bool, what: &str) -> Option<Odd> {
    let name = at(item, key).filter(|name| is_known(name.text))?;
    Some(name.odd(format!("{what} `{}` stands twice", name.text)))
}

fn twice_among_slots(item: &Value<'_>) -> Option<Odd> {
    let mut seen = HashSet::new();
    let twice = within(item, "slots").filter_map(|slot| at(slot, "name")).find(|name| !seen.insert(name.text))?;
    Some(twice.odd(format!("the slot `{}` stands twice", twice.text)))
}

/// Values that stand beside those of the supplier, or what the type of the supplier has not.
fn of_supplier(item: &Value<'_>) -> Option<Odd> {
    let supplier = within_key(item, "valueSupplier")?;
    let kind = at(supplier, "type")?;
    let (due, other) = if kind.text == crate::emit::INLINE { ("values", "valueCatalog") } else { ("valueCatalog", "values") };
    let lacks_catalog = due == "valueCatalog" && within_key(supplier, due).is_none();
    if within_key(supplier, other).is_some() || lacks_catalog {
        return Some(kind.odd(format!("a supplier of the type `{}` has `{due}`, and not `{other}`", kind.text)));
    }
    let is_twofold = due == "values" && within_key(item, due).is_some();
    is_twofold.then(|| kind.odd("the slot type has values here, and others beside its `valueSupplier`".to_owned()))
}

fn mixed_ids(item: &Value<'_>) -> Option<Odd> {
    let of_supplier = within_key(item, "valueSupplier").into_iter().flat_map(|supplier| within(supplier, "values"));
    let mut ids = within(item, "values").chain(of_supplier).filter_map(|value| within_key(value, "id"));
    let is_number = |id: &Value<'_>| matches!(id, Value::NumberLit(_));
    let first = is_number(ids.next()?);
    let other = ids.find(|id| is_number(id) != first)?;
    let (this, before) = if first { ("text", "numbers") } else { ("number", "texts") };
    Some(Odd { range: other.range(), why: format!("this id is a {this}, and those before it are {before}") })
}

/// A slot of a dialog that the intent does not have, or has with another type.
fn unfit_slot(slot: &Value<'_>, intent: &str, known: &Slots<'_>) -> Option<Odd> {
    let name = at(slot, "name")?;
    let Some(known) = known.get(name.text) else {
        return Some(name.odd(format!("the intent `{intent}` has no slot `{}` in the language model", name.text)));
    };
    let kind = at(slot, "type");
    let said = kind.as_ref().map(|kind| kind.text);
    let of_type = |kind: Option<&str>| kind.map_or_else(|| "no type".to_owned(), |kind| format!("the type `{kind}`"));
    let why = || {
        let (here, there) = (of_type(said), of_type(*known));
        format!("the slot `{}` is of {here} in the dialog, and of {there} in the language model", name.text)
    };
    (said != *known).then(|| kind.as_ref().unwrap_or(&name).odd(why()))
}

fn of_validations(slot: &Value<'_>) -> Option<Odd> {
    within(slot, "validations").find_map(validation)
}

/// A validation of an unknown type, or with other keys than those of its type.
fn validation(item: &Value<'_>) -> Option<Odd> {
    let Some((kind, keys)) = VALIDATIONS.iter().find(|(kind, _)| at(item, "type").is_some_and(|said| said.text == *kind)) else {
        let kinds: Vec<&str> = VALIDATIONS.iter().map(|(kind, _)| *kind).collect();
        return unknown_word(within_key(item, "type")?, "`type` of a validation", &kinds);
    };
    // Of a duration, both ends may be open.
    if let [needed] = keys
        && within_key(item, needed).is_none()
    {
        return Some(at(item, "type")?.odd(format!("the validation `{kind}` has no `{needed}`")));
    }
    let found = Fields::of(item)?.entries().find(|found| !["type", "prompt"].iter().chain(*keys).any(|key| *key == found.name.as_str()))?;
    Some(Odd { range: found.name.range(), why: format!("the validation `{kind}` has no key `{}`", found.name.as_str()) })
}

/// A variation whose text is not what its type says.
fn variation(item: &Value<'_>) -> Option<Odd> {
    let (kind, value) = (at(item, "type")?, at(item, "value")?);
    let why = match (kind.text, is_ssml(value.text)) {
        ("PlainText", true) => "`PlainText`, and its text begins with `<speak>`, as that of `SSML` does",
        ("SSML", false) => "`SSML`, and its text does not begin with `<speak>`",
        _ => return None,
    };
    Some(kind.odd(format!("this variation is {why}")))
}

/// What nothing above tells.
fn other(item: &Value<'_>, what: &str) -> Odd {
    Odd { range: item.range(), why: format!("this {what} is in another form than Amazon documents") }
}
