//! Packages, changed in one place.

use proptest::prelude::*;
use sayso_tests::package::Package;
use serde_json::{Value, json};

/// A change; the number picks the place among those where it can be made.
#[derive(Clone, Debug)]
pub enum Change {
    /// A key is gone.
    Drop(usize),
    /// An item of a list is there twice.
    Repeat(usize),
    /// A list begins with another of its items, and goes on as if it went round.
    Turn(usize),
    /// Another locale has the same model.
    Locale(usize, &'static str),
    /// A text is another one.
    Say(usize, &'static str),
    /// An object has a key that nobody knows.
    Add(usize, &'static str, Value),
    /// A value is of another kind.
    Swap(usize, Value),
}

/// A place in a package.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// The part.
    pub part: String,
    /// The JSON pointer in it.
    pub pointer: String,
}

impl Place {
    /// What stands there.
    pub fn of<'a>(&self, package: &'a Package) -> Option<&'a Value> {
        package.parts().get(&self.part).copied()?.pointer(&self.pointer)
    }

    fn parent(&self) -> Option<(Place, String)> {
        let (parent, key) = self.pointer.rsplit_once('/')?;
        Some((Place { part: self.part.clone(), pointer: parent.to_owned() }, key.replace("~1", "/").replace("~0", "~")))
    }

    fn change(&self, package: &mut Package, with: impl FnOnce(&mut Value)) {
        if let Some(value) = package.parts_mut().remove(&self.part).and_then(|part| part.pointer_mut(&self.pointer)) {
            with(value);
        }
    }
}

/// What YAML, JSON or Amazon may take for something else.
const TEXTS: &[&str] = &[
    "",
    " ",
    "no",
    "on",
    "null",
    "~",
    "true",
    "12:30",
    "1_000",
    "0x1F",
    "1e3",
    ".5",
    "2026-11-22",
    "- x",
    "-",
    "? x",
    "a: b",
    "a:",
    ":a",
    "{a}",
    "{a",
    "a}",
    "[a]",
    "(a|b)",
    "a|b",
    "|",
    ">",
    ">-",
    "#c",
    "a #c",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "'",
    "\"",
    "'a'",
    "\"a\"",
    "\\",
    "a\\(b",
    "a\\",
    "  leading",
    "trailing  ",
    "two\nlines",
    "two\n\n\nlines\n",
    "\n",
    "a\n  b\n c",
    "\ta",
    "a\tb",
    "\r\n",
    "a\rb",
    "\u{85}",
    "\u{2028}",
    "\u{feff}a",
    "\u{1}",
    "\u{7f}",
    "\u{1b}[31m",
    "\u{200f}",
    "🚕 taxi",
    "é",
    "e\u{301}",
    "日本語",
    "omit",
    "unanswered",
    "env:SECRET",
    "file:/etc/passwd",
    "<<",
    "=",
    "---",
    "...",
    "--- a",
    "{{a}}",
    "${a}",
    "<speak>a</speak>",
    "a & b < c",
    "AMAZON.HelpIntent",
    "AMAZON.NUMBER",
    "en-US",
    "constructor",
];

/// A random change.
pub fn change() -> impl Strategy<Value = Change> {
    let at = || any::<u32>().prop_map(|at| at as usize);
    let keys: &[&str] = &["x", "", "unknown key", "name", "null", "a.b", "a/b~c", "#", "é", "<<", "amazon", "0"];
    let value = || {
        prop::sample::select(vec![
            json!(null),
            json!(true),
            json!(false),
            json!(0),
            json!(-1.5),
            json!(1e300),
            json!(18_446_744_073_709_551_615_u64),
            json!(""),
            json!("no"),
            json!("12:30"),
            json!([]),
            json!(["a", null]),
            json!([[["a"]]]),
            json!({}),
            json!({"a": {"b": []}}),
            json!({"name": "x"}),
        ])
    };
    prop_oneof![
        2 => at().prop_map(Change::Drop),
        2 => at().prop_map(Change::Repeat),
        2 => at().prop_map(Change::Turn),
        2 => (at(), prop::sample::select(vec!["en-GB", "de-DE", "fr-CA", "ja-JP"])).prop_map(|(at, tag)| Change::Locale(at, tag)),
        4 => (at(), prop::sample::select(TEXTS)).prop_map(|(at, text)| Change::Say(at, text)),
        2 => (at(), prop::sample::select(keys), value()).prop_map(|(at, key, value)| Change::Add(at, key, value)),
        2 => (at(), value()).prop_map(|(at, value)| Change::Swap(at, value)),
    ]
}

impl Change {
    /// Makes the change; where, or `None` when there is no place for it.
    pub fn make(&self, package: &mut Package) -> Option<Place> {
        match self {
            Change::Drop(at) => {
                let place = pick(package, *at, |place, _| {
                    matches!(place.parent().map(|(parent, _)| parent.of(package)), Some(Some(Value::Object(_))))
                })?;
                let (parent, key) = place.parent()?;
                parent.change(package, |parent| drop(parent.as_object_mut().map(|map| map.remove(&key))));
                Some(place)
            }
            Change::Repeat(at) => {
                let place = pick(package, *at, |_, value| value.as_array().is_some_and(|items| !items.is_empty()))?;
                place.change(package, |list| {
                    if let Value::Array(items) = list {
                        let item = items[at % items.len()].clone();
                        items.push(item);
                    }
                });
                Some(place)
            }
            Change::Turn(at) => {
                let place = pick(package, *at, |_, value| value.as_array().is_some_and(|items| items.len() > 1))?;
                place.change(package, |list| {
                    if let Value::Array(items) = list {
                        let by = 1 + at % (items.len() - 1);
                        items.rotate_left(by);
                    }
                });
                Some(place)
            }
            Change::Locale(at, tag) => {
                let model = package.models.values().nth(at % package.models.len().max(1))?.clone();
                package.models.insert((*tag).to_owned(), model);
                Some(Place { part: format!("models/{tag}"), pointer: String::new() })
            }
            Change::Say(at, text) => {
                let place = pick(package, *at, |_, value| value.is_string())?;
                place.change(package, |value| *value = json!(text));
                Some(place)
            }
            Change::Add(at, key, new) => {
                let place = pick(package, *at, |_, value| value.is_object())?;
                place.change(package, |value| value[*key] = new.clone());
                Some(Place { pointer: format!("{}/{}", place.pointer, key.replace('~', "~0").replace('/', "~1")), ..place })
            }
            Change::Swap(at, new) => {
                let place = pick(package, *at, |_, _| true)?;
                place.change(package, |value| *value = new.clone());
                Some(place)
            }
        }
    }
}

fn pick(package: &Package, at: usize, fits: impl Fn(&Place, &Value) -> bool) -> Option<Place> {
    let mut places = Vec::new();
    for (part, value) in package.parts() {
        collect(&part, value, String::new(), &fits, &mut places);
    }
    if places.is_empty() { None } else { Some(places.swap_remove(at % places.len())) }
}

fn collect(part: &str, value: &Value, pointer: String, fits: &impl Fn(&Place, &Value) -> bool, places: &mut Vec<Place>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(part, value, format!("{pointer}/{key}"), fits, places);
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| collect(part, item, format!("{pointer}/{at}"), fits, places)),
        _ => {}
    }
    let place = Place { part: part.to_owned(), pointer };
    if fits(&place, value) {
        places.push(place);
    }
}
