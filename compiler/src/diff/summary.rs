//! What a thing is, in a line: for things that come or go as a whole.

use super::Shown;
use super::fact::{Fact, Kind, Parts};

/// What the parts are.
pub(super) fn of(parts: &Parts<'_>) -> String {
    let count = |key: &str, one: &str| count(parts.get(key).map_or(0, Fact::count), one);
    let said = |key: &str| parts.get(key).map(|fact| fact.shown().as_str().to_owned());
    let pieces: Vec<Option<String>> = match parts.kind {
        Kind::Intent => vec![count("samples", "sample"), count("slots", "slot")],
        Kind::Slot => vec![said("type"), parts.get("required").map(|_| "required".to_owned())],
        Kind::Type => vec![count("values", "value"), said("catalog").map(|catalog| format!("catalog {catalog}"))],
        Kind::TypeValue => vec![said("value"), said("synonyms")],
        Kind::Handler => vec![said("auth").map(|auth| format!("auth: {auth}")), said("scopes").map(|scopes| format!("scopes: {scopes}"))],
        Kind::Model => vec![self::count(within(parts, "intents"), "intent"), self::count(within(parts, "types"), "type")],
        Kind::Linking => vec![linking(parts)],
        Kind::Keys | Kind::Manifest | Kind::Locale | Kind::Listing => vec![Some(keys(parts))],
    };
    let pieces: Vec<String> = pieces.into_iter().flatten().filter(|piece| !piece.is_empty()).collect();
    pieces.join(", ")
}

/// How accounts are linked, and where.
fn linking(parts: &Parts<'_>) -> Option<String> {
    let Some(Fact::Parts(linking)) = parts.get("account_linking") else { return None };
    let pieces = ["grant", "authorization_url"].into_iter().filter_map(|key| linking.get(key)).map(Fact::shown);
    Some(pieces.map(|shown| shown.as_str().to_owned()).collect::<Vec<_>>().join(", "))
}

fn within(parts: &Parts<'_>, key: &str) -> usize {
    parts.get(key).map_or(0, Fact::count)
}

fn count(number: usize, one: &str) -> Option<String> {
    let plural = if number == 1 { "" } else { "s" };
    (number > 0).then(|| format!("{number} {one}{plural}"))
}

/// Single values with their keys; of what is nested, the keys alone.
fn keys(parts: &Parts<'_>) -> String {
    let piece = |(name, fact): (&std::borrow::Cow<'_, str>, &Fact<'_>)| match fact {
        Fact::Said(said) => match said.shown() {
            Shown::Text(text) | Shown::Plain(text) => format!("{name}: {text}"),
        },
        _ => name.to_string(),
    };
    parts.by_name.iter().map(piece).collect::<Vec<_>>().join(", ")
}
