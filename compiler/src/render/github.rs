//! Workflow commands, which GitHub turns into annotations beside the lines of a change.

use super::clean;
use super::places::Places;
use super::short::told;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Position;

pub(super) fn render(places: &Places<'_>, diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let span = diagnostic.span();
    let file = property(&places.path(span.file));
    let region = region(places.positions(span));
    let title = property(diagnostic.code());
    format!("::{command} file={file},{region},title={title}::{}", data(&clean::lines(&told(diagnostic))))
}

/// Columns are refused where a range has more than one line.
fn region((start, end): (Position, Position)) -> String {
    if start.line == end.line {
        format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
