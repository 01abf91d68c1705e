//! Texts that need quotes.

use crate::diagnostic::Diagnostic;
use crate::rules::syntax::sy007_needs_quotes as needs_quotes;
use crate::source::{FileId, Span};
use std::ops::Range;

/// `text` as a quoted scalar.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// What a text that begins with a sign of YAML's is taken for.
fn meaning(sign: char) -> &'static str {
    match sign {
        '[' => "begins a list",
        '{' => "begins a map",
        '*' => "begins an alias of a value that is written elsewhere",
        '&' => "begins the name of an anchor",
        '!' => "begins a tag",
        '|' | '>' => "begins a text of several lines, which stands below it",
        '"' | '\'' => "ends at the next quote of its kind",
        ']' | '}' => "ends a list or map",
        '%' => "begins a directive",
        '?' => "begins a key",
        _ => "is reserved",
    }
}

/// The text at `range` is plain and cannot be.
pub(super) fn needed(file: FileId, source: &str, range: Range<usize>) -> Diagnostic {
    let text = source.get(range.clone()).unwrap_or_default();
    let sign = text.chars().next().unwrap_or(' ');
    let name = if sign == '`' { "a backquote".to_owned() } else { format!("`{sign}`") };
    let span = Span::new(file, range.start, range.end);
    needs_quotes::RULE
        .at(span, format!("a text that begins with {name} needs quotes"))
        .here(format!("in YAML, {name} {}", meaning(sign)))
        .fix("put it in quotes", span, requoted(text))
}

/// The text in quotes that hold all of it; quotes around it already are those that were meant.
pub(super) fn requoted(text: &str) -> String {
    quoted(inner(text).unwrap_or(text))
}

/// What stands between the quotes around a text.
pub(super) fn inner(text: &str) -> Option<&str> {
    let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    inner.filter(|inner| !inner.is_empty())
}
