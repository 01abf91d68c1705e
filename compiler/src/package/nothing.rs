//! What a document has and does not say: `null`, `[]` and `{}` at a key are as good as an absent key, and of a key that stands twice only the
//! last one counts.

use super::json::{Value, twice};
use jsonc_parser::ast::{Object, ObjectProp};
use jsonc_parser::common::Ranged;
use std::collections::HashSet;

/// Objects in which an empty one says something: that there is a skill of that kind, or a locale.
const TELLING: &[&str] = &["apis", "locales"];

/// Takes it out of a document, but for the `envelopes` at its top.
pub(super) fn take_out(document: &mut Value<'_>, envelopes: &[&str]) {
    let Value::Object(object) = document else { return };
    clean(object, |entry| envelopes.contains(&entry.name.as_str()));
}

fn clean<'t>(object: &mut Object<'t>, is_telling: impl Fn(&ObjectProp<'t>) -> bool) {
    keep_last(&mut object.properties);
    for entry in &mut object.properties {
        clean_value(&mut entry.value, TELLING.contains(&entry.name.as_str()));
    }
    object.properties.retain(|entry| is_telling(entry) || !is_nothing(&entry.value));
}

/// Items of a list stay: their places are said.
fn clean_value(value: &mut Value<'_>, is_telling: bool) {
    match value {
        Value::Object(object) => clean(object, |entry| is_telling && matches!(entry.value, Value::Object(_))),
        Value::Array(array) => array.elements.iter_mut().for_each(|item| clean_value(item, false)),
        _ => {}
    }
}

fn is_nothing(value: &Value<'_>) -> bool {
    match value {
        Value::NullKeyword(_) => true,
        Value::Array(array) => array.elements.is_empty(),
        Value::Object(object) => object.properties.is_empty(),
        _ => false,
    }
}

/// Which keys stand twice has been reported.
fn keep_last(entries: &mut Vec<ObjectProp<'_>>) {
    let twice = twice(entries);
    if !twice.is_empty() {
        let earlier: HashSet<usize> = twice.into_iter().map(|(first, _)| first.range().start).collect();
        entries.retain(|entry| !earlier.contains(&entry.name.range().start));
    }
}
