//! What differs between two packages, as places in them.

use super::{Order, Package, normal, order};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How much of a value a difference shows.
const SHOWN: usize = 120;

/// What differs, one line each, told as what became of the original; nothing when both are the same skill.
pub fn differences(original: &Package, built: &Package) -> Vec<String> {
    let (mut original, mut built) = (normal::of(original), normal::of(built));
    for part in original.parts_mut().into_values().chain(built.parts_mut().into_values()) {
        sort(part, &mut Vec::new());
    }
    let (original, built) = (original.parts(), built.parts());
    let parts: BTreeSet<&String> = original.keys().chain(built.keys()).collect();
    let mut found = Differences::default();
    for part in parts {
        found.part.clone_from(part);
        match (original.get(part), built.get(part)) {
            (Some(original), Some(built)) => found.compare(original, built),
            (Some(_), None) => found.lines.push(format!("{part}: only in the original")),
            (None, _) => found.lines.push(format!("{part}: only in what was built")),
        }
    }
    found.lines
}

/// Gives sets one order, from the inside out.
fn sort(value: &mut Value, place: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                place.push(key.clone());
                sort(value, place);
                place.pop();
            }
        }
        Value::Array(items) => {
            place.push("[]".to_owned());
            items.iter_mut().for_each(|item| sort(item, place));
            place.pop();
            if order(place) == Order::Free {
                items.sort_by_cached_key(Value::to_string);
            }
        }
        _ => {}
    }
}

#[derive(Default)]
struct Differences {
    part: String,
    /// The place as `order` knows it.
    place: Vec<String>,
    /// The place as a person reads it: items by their names.
    shown: Vec<String>,
    lines: Vec<String>,
}

impl Differences {
    fn compare(&mut self, original: &Value, built: &Value) {
        match (original, built) {
            _ if original == built => {}
            (Value::Object(original), Value::Object(built)) => {
                let keys: BTreeSet<&String> = original.keys().chain(built.keys()).collect();
                for key in keys {
                    self.at(key, key, |found| match (original.get(key), built.get(key)) {
                        (Some(original), Some(built)) => found.compare(original, built),
                        (Some(original), None) => found.only("the original", original),
                        (None, built) => found.only("what was built", built.unwrap_or(&Value::Null)),
                    });
                }
            }
            (Value::Array(original), Value::Array(built)) => self.compare_lists(original, built),
            _ => self.say(&format!("{} became {}", text(original), text(built))),
        }
    }

    /// Items that are not in the other list are compared by their names; what is left is only in one of them.
    fn compare_lists(&mut self, original: &[Value], built: &[Value]) {
        let (only_original, only_built) = (without(original, built), without(built, original));
        if only_original.is_empty() && only_built.is_empty() {
            let names = |items: &[Value]| items.iter().map(|item| name(item).unwrap_or_else(|| text(item))).collect::<Vec<_>>().join(", ");
            return self.say(&format!("the order {} became {}", names(original), names(built)));
        }
        let mut left: Vec<Option<&Value>> = only_built.into_iter().map(Some).collect();
        for item in only_original {
            let same = |other: &Option<&Value>| name(item).is_some() && other.is_some_and(|other| name(other) == name(item));
            let Some(other) = left.iter_mut().find(|other| same(other)).and_then(Option::take) else {
                self.only("the original", item);
                continue;
            };
            self.at("[]", &name(item).unwrap_or_default(), |found| found.compare(item, other));
        }
        left.into_iter().flatten().for_each(|item| self.only("what was built", item));
    }

    fn at(&mut self, segment: &str, shown: &str, then: impl FnOnce(&mut Self)) {
        self.place.push(segment.to_owned());
        self.shown.push(shown.to_owned());
        then(self);
        self.shown.pop();
        self.place.pop();
    }

    fn only(&mut self, side: &str, value: &Value) {
        self.say(&format!("only in {side}: {}", text(value)));
    }

    fn say(&mut self, what: &str) {
        self.lines.push(format!("{}: {}: {what}", self.part, self.shown.join(".")));
    }
}

/// The items that another list has not, or not as often.
fn without<'a>(items: &'a [Value], others: &[Value]) -> Vec<&'a Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    others.iter().for_each(|other| *counts.entry(other.to_string()).or_default() += 1);
    let is_new = |item: &&Value| match counts.get_mut(&item.to_string()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    items.iter().filter(is_new).collect()
}

/// What an item of a list is found by.
fn name(item: &Value) -> Option<String> {
    let keys = ["/name", "/id", "/eventName", "/type", "/platform", "/language", "/source", "/uri", "/name/value"];
    keys.iter().find_map(|key| item.pointer(key)?.as_str()).map(str::to_owned)
}

fn text(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
