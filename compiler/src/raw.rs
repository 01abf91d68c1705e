//! Walking what `amazon:` says in Amazon's names.

use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::syntax::listed;
use crate::yaml::{Entry, Kind, Value};

/// The entries of a map; none of anything else.
pub(crate) fn entries(value: Value<'_>) -> impl Iterator<Item = Entry<'_>> {
    match value.kind() {
        Kind::Mapping(entries) => Some(entries),
        _ => None,
    }
    .into_iter()
    .flatten()
}

/// The items of a list; none of anything else.
pub(crate) fn items(value: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    match value.kind() {
        Kind::Sequence(items) => Some(items),
        _ => None,
    }
    .into_iter()
    .flatten()
}

/// The entry of that key.
pub(crate) fn entry<'t>(value: Value<'t>, key: &str) -> Option<Entry<'t>> {
    entries(value).find(|entry| entry.key.value == key)
}

/// The value at a path of keys.
pub(crate) fn at<'t>(value: Value<'t>, path: &[&str]) -> Option<Value<'t>> {
    path.iter().try_fold(value, |value, key| entry(value, key).map(|entry| entry.value))
}

/// Words of Amazon's, by the key at which they stand.
pub(crate) type Words = &'static [(&'static str, &'static [&'static str])];

/// Tells of the first word, at the entry or below it, that is none of those.
pub(crate) fn unknown_word(rule: &'static Rule, found: &Entry<'_>, words: Words) -> Option<Diagnostic> {
    let (Kind::Scalar(scalar), Some((key, known))) = (found.value.kind(), words.iter().find(|(key, _)| *key == found.key.value)) else {
        return entries(found.value).find_map(|found| unknown_word(rule, &found, words));
    };
    let mut names: Vec<&str> = known.iter().copied().filter(|word| !word.is_empty()).collect();
    names.dedup();
    let message = || format!("`{key}` is `{}`; Amazon knows {}", scalar.text, listed(&names));
    (!known.contains(&scalar.text)).then(|| rule.at(found.value.span(), message()))
}

/// Whether something stands there, in a model, that the language has places for: what seems to be missing or idle may be among it.
pub(crate) fn has_parts(model: Value<'_>) -> bool {
    let parts: [&[&str]; 4] = [&["languageModel", "intents"], &["languageModel", "types"], &["dialog", "intents"], &["prompts"]];
    parts.into_iter().any(|path| at(model, path).is_some_and(|found| items(found).next().is_some()))
}
