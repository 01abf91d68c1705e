//! A SARIF 2.1.0 log of one run, with the explain pages as the rules' help and the patches as fixes.

use super::clean;
use super::places::Places;
use super::short::told;
use crate::diagnostic::{Diagnostic, Help, Label, Patch};
use crate::rules::Rule;
use crate::source::{FileId, Span};

mod model;
mod uri;

use model::*;

pub(super) fn render(places: &Places<'_>, diagnostics: &[Diagnostic]) -> String {
    let mut rules: Vec<&'static Rule> = diagnostics.iter().map(|found| found.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let results = diagnostics.iter().map(|found| result(places, &rules, found)).collect();
    let driver = Driver { name: "sayso", version: env!("CARGO_PKG_VERSION"), rules: rules.iter().map(|rule| descriptor(rule)).collect() };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    clean::json(serde_json::to_string_pretty(&log).expect("a log of texts and numbers has a JSON form"))
}

fn descriptor(rule: &'static Rule) -> Descriptor {
    let page = page(rule);
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: message(rule.summary()),
        help: Page { markdown: page.clone(), text: page },
        default_configuration: Configuration { level: rule.severity.name() },
    }
}

fn result(places: &Places<'_>, rules: &[&'static Rule], diagnostic: &Diagnostic) -> Outcome {
    let (primary, others) = diagnostic.labels.split_at(1);
    // Related places want numbers, so that a message may link to them.
    let related = |(index, label)| Location { id: Some(index + 1), ..location(places, label) };
    Outcome {
        rule_id: diagnostic.code(),
        rule_index: rules.iter().position(|rule| *rule == diagnostic.rule).unwrap_or_default(),
        // The names of our severities are SARIF's levels.
        level: diagnostic.severity.name(),
        message: message(&told(diagnostic)),
        locations: primary.iter().map(|label| location(places, label)).collect(),
        related_locations: others.iter().enumerate().map(related).collect(),
        fixes: diagnostic.helps.iter().filter_map(|help| fix(places, help)).collect(),
    }
}

fn location(places: &Places<'_>, label: &Label) -> Location {
    Location {
        id: None,
        physical_location: PhysicalLocation { artifact_location: artifact(places, label.span.file), region: region(places, label.span) },
        message: (!label.text.is_empty()).then(|| message(&label.text)),
    }
}

fn fix(places: &Places<'_>, help: &Help) -> Option<Fix> {
    let Patch { span, replacement } = places.patch(help)?;
    let edit = Replacement { deleted_region: region(places, *span), inserted_content: message(replacement) };
    let change = ArtifactChange { artifact_location: artifact(places, span.file), replacements: [edit] };
    Some(Fix { description: message(&help.text), artifact_changes: [change] })
}

fn artifact(places: &Places<'_>, file: FileId) -> ArtifactLocation {
    ArtifactLocation { uri: uri::encode(places.raw_path(file)) }
}

fn region(places: &Places<'_>, span: Span) -> Region {
    let (start, end) = places.positions(span);
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn message(text: &str) -> Message {
    Message { text: text.to_owned() }
}

/// The explain page without the space that doc comments begin their lines with.
fn page(rule: &Rule) -> String {
    let lines: Vec<&str> = rule.explain.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n").trim().to_owned()
}
