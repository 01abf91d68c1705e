//! Reading YAML values into what the language means by them: tolerant, so that one run reports everything.

use crate::diagnostic::{Diagnostic, Report};
use crate::nearest::nearest;
use crate::rules::locales::lo002_not_in_locale_file as not_in_locale_file;
use crate::rules::syntax::{sy016_unknown_key as unknown_key, sy017_wrong_kind as wrong_kind, sy018_unknown_word as unknown_word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Entries, Kind, Scalar, Value};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What reading collects and needs to know.
pub(crate) struct Reader<'r> {
    pub report: &'r mut Report,
    /// Whether the file is one of `locales/`, which holds text and few other things.
    pub locale_file: bool,
}

/// Something that can be read from a YAML value. `None`: it could not, and that has been reported.
pub(crate) trait Read<'t>: Sized {
    /// Reads `value`, written under the key at `key`.
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self>;
}

impl<'r> Reader<'r> {
    /// Reports that `value` is not what the language expects here.
    pub fn wrong_kind(&mut self, value: Value<'_>, expected: &str) {
        let found = match value.kind() {
            Kind::Broken => return, // reported as syntax
            Kind::Null => "nothing",
            Kind::Scalar(_) => "a text",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a map",
        };
        let problem = wrong_kind::RULE.at(value.span(), format!("expected {expected}, found {found}"));
        self.report.push(match bare_slot(value).filter(|_| expected == TEXT) {
            Some(name) => problem.note("in YAML, `{` begins a map").fix("put it in quotes", value.span(), format!("\"{{{name}}}\"")),
            None => problem,
        });
    }

    /// The entries of a map; nothing at all is an empty map.
    pub fn entries<'t>(&mut self, value: Value<'t>, expected: &str) -> Option<Entries<'t>> {
        match value.kind() {
            Kind::Mapping(entries) => Some(entries),
            Kind::Null => Some(Entries::default()),
            _ => {
                self.wrong_kind(value, expected);
                None
            }
        }
    }

    /// Reports a key that the block does not have, and finds the one that was meant.
    pub fn unknown_key<'k>(&mut self, key: Text<'_>, block: &str, keys: &[&'k str]) -> Option<&'k str> {
        let mut problem = unknown_key::RULE.at(key.span, format!("{block} has no key `{}`", key.value));
        let meant = nearest(key.value, keys.iter().copied());
        problem = match meant {
            Some(near) => problem.fix(format!("a similar key exists: `{near}`"), key.span, near),
            None => problem.help(format!("the keys are {}", listed(keys))),
        };
        self.report.push(problem);
        meant
    }

    /// Reports a key that belongs into `skill.yaml`, where this file is one of `locales/`.
    pub fn only_in_main_file(&mut self, key: Text<'_>) {
        let problem = not_in_locale_file::RULE
            .at(key.span, format!("`{}` cannot differ by locale", key.value))
            .help("move it to skill.yaml; a file in `locales/` holds the text of one language or locale");
        self.report.push(problem);
    }

    /// Reports a word that is not one of a fixed set.
    pub fn unknown_word(&mut self, word: Text<'_>, what: &str, words: &[&str]) {
        let mut problem = unknown_word::RULE.at(word.span, format!("`{}` is not {what}", word.value));
        if let Some(near) = nearest(word.value, words.iter().copied()) {
            problem = problem.fix(format!("a similar one exists: `{near}`"), word.span, near);
        }
        self.report.push(problem.note(format!("valid are {}", listed(words))));
    }
}

/// What a text is called in messages.
const TEXT: &str = "a text";

/// The name in `{name}`, which is a slot to those who write it, and a map to YAML.
fn bare_slot<'t>(value: Value<'t>) -> Option<&'t str> {
    let Kind::Mapping(mut entries) = value.kind() else { return None };
    let (entry, None) = (entries.next()?, entries.next()) else { return None };
    let name = entry.key.value;
    let is_short = value.span().range().len() == name.len() + 2;
    (matches!(entry.value.kind(), Kind::Null) && is_short).then_some(name)
}

/// Whether it is the word that says of something that there is none; in quotes it is a text.
pub(crate) fn is_omit(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Scalar(scalar) if scalar.plain && scalar.text == "omit")
}

/// What to say of a text that is neither `true` nor `false`. Older versions of YAML had other words for them.
fn not_bool(span: Span, scalar: Scalar<'_>) -> Diagnostic {
    let text = scalar.text;
    let problem = |found: String| wrong_kind::RULE.at(span, format!("expected `true` or `false`, found {found}"));
    let is_one_of = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let (words, meant) = if is_one_of(&["yes", "y", "on"]) {
        (true, Some("true"))
    } else if is_one_of(&["no", "n", "off"]) {
        (true, Some("false"))
    } else {
        (false, nearest(text, ["true", "false"]))
    };
    match meant {
        Some(meant) if words => problem(format!("`{text}`"))
            .note("YAML 1.2 has `true` and `false`; `yes`, `no`, `on` and `off` are texts in it")
            .fix(format!("write `{meant}`"), span, meant),
        Some(meant) if !scalar.plain && text.eq_ignore_ascii_case(meant) => {
            problem(format!("the text `{text}`")).note("in quotes it is a text").fix("remove the quotes", span, meant)
        }
        Some(meant) => problem("another text".to_owned()).fix(format!("a similar one is: `{meant}`"), span, meant),
        None => problem("another text".to_owned()),
    }
}

/// `a`, `b` and `c`, in backticks.
pub(crate) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => "none".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

impl<'t> Read<'t> for Text<'t> {
    fn read(_: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Scalar(scalar) => Some(Spanned::new(scalar.text, value.text_span())),
            _ => {
                cx.wrong_kind(value, TEXT);
                None
            }
        }
    }
}

impl<'t> Read<'t> for Spanned<bool> {
    fn read(_: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        if let Kind::Scalar(scalar) = value.kind()
            && let Some(truth) = scalar.as_bool()
        {
            return Some(Spanned::new(truth, value.span()));
        }
        match value.kind() {
            Kind::Scalar(scalar) => cx.report.push(not_bool(value.span(), scalar)),
            _ => cx.wrong_kind(value, "`true` or `false`"),
        }
        None
    }
}

impl<'t> Read<'t> for Spanned<i64> {
    fn read(_: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        if let Kind::Scalar(scalar) = value.kind()
            && let Some(number) = scalar.as_int()
        {
            return Some(Spanned::new(number, value.span()));
        }
        match value.kind() {
            Kind::Scalar(_) => {
                cx.report.push(wrong_kind::RULE.at(value.span(), "expected a whole number, found another text"));
            }
            _ => cx.wrong_kind(value, "a whole number"),
        }
        None
    }
}

/// Any YAML, kept as it is.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'t> {
    pub key: Span,
    pub value: Value<'t>,
}

impl<'t> Read<'t> for Raw<'t> {
    fn read(key: Span, value: Value<'t>, _: &mut Reader<'_>) -> Option<Self> {
        Some(Raw { key, value })
    }
}

/// A list; a single item needs no brackets.
#[derive(Clone)]
pub(crate) struct List<T> {
    pub span: Span,
    pub items: Vec<T>,
}

impl<'t, T: Read<'t>> Read<'t> for List<T> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let span = value.span();
        let items = match value.kind() {
            Kind::Sequence(items) => items.filter_map(|item| T::read(item.span(), item, cx)).collect(),
            Kind::Null => Vec::new(),
            Kind::Broken => return None,
            Kind::Scalar(_) | Kind::Mapping(_) => vec![T::read(key, value, cx)?],
        };
        Some(List { span, items })
    }
}

/// A named thing of a map.
#[derive(Clone)]
pub(crate) struct Named<'t, T> {
    pub name: Text<'t>,
    pub value: T,
}

/// A map from names that the skill chooses, in written order.
#[derive(Clone)]
pub(crate) struct Map<'t, T> {
    pub key: Span,
    pub entries: Vec<Named<'t, T>>,
    /// Where each name stands among the entries.
    places: HashMap<&'t str, usize>,
}

impl<'t, T> Map<'t, T> {
    /// A name that stands twice keeps what it says first; the second has been reported.
    fn new(key: Span, read: impl Iterator<Item = Named<'t, T>>) -> Self {
        let (mut entries, mut places): (Vec<Named<'t, T>>, _) = (Vec::new(), HashMap::new());
        for entry in read {
            if let Entry::Vacant(place) = places.entry(entry.name.value) {
                place.insert(entries.len());
                entries.push(entry);
            }
        }
        Map { key, entries, places }
    }

    pub fn get(&self, name: &str) -> Option<&Named<'t, T>> {
        self.places.get(name).map(|place| &self.entries[*place])
    }

    /// The names, in written order.
    pub fn names(&self) -> impl Iterator<Item = &'t str> {
        self.entries.iter().map(|entry| entry.name.value)
    }
}

impl<'t, T: Read<'t>> Read<'t> for Map<'t, T> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let entries = cx.entries(value, "a map of names")?;
        let read = |entry: crate::yaml::Entry<'t>| {
            let value = T::read(entry.key.span, entry.value, cx)?;
            Some(Named { name: entry.key, value })
        };
        Some(Map::new(key, entries.filter_map(read)))
    }
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    fn keys(word: &str) -> String {
        format!("intents: {{ Hello: {{ dialog_only: {word}, samples: [hello] }} }}")
    }

    #[test]
    fn the_truth_words_of_older_yaml_are_named_and_mended() {
        for (word, meant) in [("yes", "true"), ("Yes", "true"), ("ON", "true"), ("no", "false"), ("off", "false")] {
            assert_eq!(told("SY017", &keys(word), ""), [format!("expected `true` or `false`, found `{word}`")]);
            assert_eq!(fixed("SY017", &keys(word)), [keys(meant)]);
        }
    }

    #[test]
    fn a_slot_alone_needs_quotes() {
        let keys = |sample: &str| format!("intents: {{ Hello: {{ slots: {{ city: AMAZON.City }}, samples: [hello, {sample}] }} }}");
        assert_eq!(fixed("SY017", &keys("{city}")), [keys("\"{city}\"")]);
        assert_eq!(told("SY017", &keys("{city: a}"), ""), ["expected a text, found a map"]);
        assert_eq!(fixed("SY017", &keys("{city: a}")), [""; 0]);
        assert_eq!(fixed("SY017", &keys("[city]")), [""; 0]);
    }

    #[test]
    fn a_truth_value_in_quotes_or_misspelt_is_mended() {
        assert_eq!(fixed("SY017", &keys("'true'")), [keys("true")]);
        assert_eq!(fixed("SY017", &keys("flase")), [keys("false")]);
        assert_eq!(fixed("SY017", &keys("perhaps")), [""; 0]);
    }
}
