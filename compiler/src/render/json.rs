//! One JSON object a line: the diagnostic as it is, but for an edit that would show a secret.

use super::clean;
use super::places::Places;
use crate::diagnostic::{Diagnostic, Help, Label, Patch};
use crate::source::Span;
use serde::Serialize;

/// Changes when a field changes its meaning or goes away; a new field alone does not change it.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Record<'d> {
    schema_version: u32,
    code: &'d str,
    name: &'d str,
    severity: &'d str,
    message: &'d str,
    labels: Vec<LabelRecord<'d>>,
    notes: &'d [String],
    helps: Vec<HelpRecord<'d>>,
}

#[derive(Serialize)]
struct LabelRecord<'d> {
    primary: bool,
    text: &'d str,
    #[serde(flatten)]
    range: Range<'d>,
}

#[derive(Serialize)]
struct HelpRecord<'d> {
    text: &'d str,
    patch: Option<PatchRecord<'d>>,
}

#[derive(Serialize)]
struct PatchRecord<'d> {
    #[serde(flatten)]
    range: Range<'d>,
    replacement: &'d str,
}

#[derive(Serialize)]
struct Range<'d> {
    file: &'d str,
    start: Point,
    end: Point,
}

/// A place: bytes from 0, lines and columns (of characters) from 1. The end of a range is the place after it.
#[derive(Serialize)]
struct Point {
    byte: usize,
    line: usize,
    column: usize,
}

pub(super) fn render(places: &Places<'_>, diagnostic: &Diagnostic) -> String {
    let labels = diagnostic.labels.iter().enumerate().map(|(index, Label { span, text })| LabelRecord {
        primary: index == 0,
        text,
        range: range(places, *span),
    });
    let record = Record {
        schema_version: SCHEMA_VERSION,
        code: diagnostic.code(),
        name: diagnostic.rule.name,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        labels: labels.collect(),
        notes: &diagnostic.notes,
        helps: diagnostic.helps.iter().map(|help| self::help(places, help)).collect(),
    };
    clean::json(serde_json::to_string(&record).expect("a record of texts and numbers has a JSON form"))
}

fn help<'d>(places: &'d Places<'_>, help: &'d Help) -> HelpRecord<'d> {
    let record = |patch: &'d Patch| PatchRecord { range: range(places, patch.span), replacement: &patch.replacement };
    HelpRecord { text: &help.text, patch: places.patch(help).map(record) }
}

fn range<'d>(places: &'d Places<'_>, span: Span) -> Range<'d> {
    let bytes = places.range(span);
    let (start, end) = places.positions(span);
    Range {
        file: places.raw_path(span.file),
        start: Point { byte: bytes.start, line: start.line, column: start.column },
        end: Point { byte: bytes.end, line: end.line, column: end.column },
    }
}
