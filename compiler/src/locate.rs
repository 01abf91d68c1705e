//! Looks up where a key path such as `intents.OrderRide.auth` stands, when an error is told.

use crate::source::{FileId, Position, Sources, Span};
use crate::yaml::{self, Kind, Value};

/// Where the key that `path` leads to stands in `text`; a shorter path's place where the last keys are not written.
///
/// Names may hold dots themselves, such as `intents.AMAZON.HelpIntent`.
///
/// ```
/// let place = sayso_compiler::locate("intents:\n  Hello: { auth: none }\n", "intents.Hello.auth").unwrap();
/// assert_eq!((place.line, place.column), (2, 12));
/// ```
pub fn locate(text: &str, path: &str) -> Option<Position> {
    let mut sources = Sources::new();
    let file = sources.add("skill.yaml", text);
    let span = find(file, sources.text(file), path)?;
    Some(sources.position(file, span.start as usize))
}

fn find(file: FileId, text: &str, path: &str) -> Option<Span> {
    let parsed = yaml::parse(file, text);
    let mut value = parsed.tree.root()?;
    let mut found = None;
    let mut rest = path;
    while !rest.is_empty() {
        let Some((key, next, after)) = step(value, rest) else { break };
        (found, value, rest) = (Some(key), next, after);
    }
    found
}

/// The entry whose key the path begins with, and the rest of the path.
fn step<'t, 'p>(value: Value<'t>, path: &'p str) -> Option<(Span, Value<'t>, &'p str)> {
    let Kind::Mapping(mut entries) = value.kind() else { return None };
    entries.find_map(|entry| {
        let after = path.strip_prefix(entry.key.value)?;
        let rest = if after.is_empty() { after } else { after.strip_prefix('.')? };
        Some((entry.key.span, entry.value, rest))
    })
}
