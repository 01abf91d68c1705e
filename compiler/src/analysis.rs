//! The way from texts to a checked skill; the same behind every door.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::input::Input;
use crate::levels;
use crate::lower::{Documents, LocalDocument, lower};
use crate::rule::{Check, Rule};
use crate::rules::ALL;
use crate::rules::syntax::sy023_version as version;
use crate::skill::{Parts, Skill};
use crate::source::{FileId, Span};
use crate::syntax::{Document, Read, Reader};
use crate::yaml::{self, Kind, Parsed};
use std::ops::Deref;
use std::thread;

/// What a door may choose.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The stage whose differences apply.
    pub stage: Option<String>,
    /// Also check what certification demands.
    pub submit: bool,
    /// Let pass with a warning what Amazon would refuse, so that a broken skill can be brought in and mended. Only for the files for Amazon:
    /// nothing of what such a skill would be in Rust is promised.
    pub lenient: bool,
}

/// A skill without errors; a lenient compilation has fewer of them. Only the analysis makes one, and the backends take nothing else.
pub struct Checked<'s>(Skill<'s>);

impl<'s> Deref for Checked<'s> {
    type Target = Skill<'s>;

    fn deref(&self) -> &Skill<'s> {
        &self.0
    }
}

/// What came of a compilation.
pub struct Analysis<'s> {
    /// Everything that was found, in the order of the places.
    pub diagnostics: Vec<Diagnostic>,
    /// The skill, when nothing of that is an error.
    pub skill: Option<Checked<'s>>,
}

/// Compiles the texts up to the checked skill, and hands that to `then`.
pub fn analyze<R>(input: &Input, options: &Options, then: impl FnOnce(Analysis<'_>) -> R) -> R {
    let parsed = parse_all(input);
    let mut report = input.report();
    let mut documents = None;
    for (file, parsed) in &parsed {
        let before = report.len();
        parsed.report.iter().cloned().for_each(|problem| report.push(problem));
        let broken = report.len() > before || input.is_unreadable(*file);
        read_document(input, *file, parsed, broken, &mut documents, &mut report);
    }
    let Some(mut documents) = documents else {
        return then(Analysis { diagnostics: report.into_sorted(), skill: None });
    };
    let is_damaged = |(file, parsed): &&(FileId, Parsed<'_>)| !parsed.report.is_empty() || input.is_unreadable(*file);
    let damaged: Vec<FileId> = parsed.iter().filter(is_damaged).map(|(file, _)| *file).collect();
    let skill = lower(&mut documents, options.stage.as_deref(), damaged, &mut report);
    check(&skill, &mut report);
    let diagnostics = levels::apply(&skill, options, report.into_sorted());
    let failed = diagnostics.iter().any(|found| found.severity == Severity::Error);
    then(Analysis { diagnostics, skill: (!failed).then_some(Checked(skill)) })
}

/// Parses all files, on all cores when there are several.
fn parse_all(input: &Input) -> Vec<(FileId, Parsed<'_>)> {
    let files: Vec<FileId> = input.ids().filter(|file| !input.is_unreadable(*file)).collect();
    on_all_cores(&files, |file| (*file, yaml::parse(*file, input.sources.text(*file))))
}

/// `work` on each item, in order; on several threads when there is more than one item.
pub(crate) fn on_all_cores<'l, T: Sync, U: Send>(items: &'l [T], work: impl Fn(&'l T) -> U + Sync) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if cores < 2 {
        return items.iter().map(work).collect();
    }
    let next = std::sync::atomic::AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let mut all: Vec<(usize, U)> = thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(worker)).collect();
        let mut all = worker();
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, done)| done).collect()
}

/// Only parses, for measurements: how many files have a tree.
#[doc(hidden)]
pub fn count_nodes(input: &Input) -> usize {
    parse_all(input).iter().filter(|(_, parsed)| parsed.tree.root().is_some()).count()
}

fn read_document<'t>(
    input: &Input,
    file: FileId,
    parsed: &'t Parsed<'_>,
    broken: bool,
    documents: &mut Option<Documents<'t>>,
    report: &mut Report,
) {
    let local = input.locals.iter().find(|(_, id)| *id == file);
    let document = parsed.tree.root().and_then(|root| {
        let mut reader = Reader { report, locale_file: local.is_some() };
        Document::read(top(file, &root), root, &mut reader)
    });
    match (local, document) {
        (None, Some(document)) => {
            if !broken {
                check_version(file, &document, report);
            }
            *documents = Some(Documents { file, main: document, locals: Vec::new() });
        }
        (Some((tag, _)), Some(document)) => {
            if let Some(documents) = documents {
                documents.locals.push(LocalDocument { file, tag: tag.clone(), document });
            }
        }
        (_, None) => {}
    }
}

/// Where the file begins: its first key, with its value where that is a text.
fn top(file: FileId, root: &yaml::Value<'_>) -> Span {
    let Kind::Mapping(mut entries) = root.kind() else { return Span::new(file, 0, 0) };
    let Some(first) = entries.next() else { return Span::new(file, 0, 0) };
    let last = if matches!(first.value.kind(), Kind::Scalar(_)) { first.value.span() } else { first.key.span };
    if last.start < first.key.span.end { first.key.span } else { Span { end: last.end, ..first.key.span } }
}

fn check_version(file: FileId, document: &Document<'_>, report: &mut Report) {
    let top = Span::new(file, 0, 0);
    let problem = match document.version {
        Some(said) if said.value == 1 => return,
        Some(said) => version::RULE.at(said.span, format!("there is no version {} of this language", said.value)),
        None if report.has_errors() => return,
        None => version::RULE.at(top, "the file does not say which version of the language it is written in"),
    };
    report.push(problem.help("write `sayso: 1`"));
}

/// What is not of the manifest, though its rule is in that family: the skill's id, and secrets.
const NOT_OF_THE_MANIFEST: &[&str] = &["MF001", "MF002", "MF035", "MF064"];

/// What is not of the interaction models, though its rule is in one of their families: names in Rust.
const NOT_OF_THE_MODELS: &[&str] = &["IM025", "IM026", "IM027", "SL025", "SL026"];

/// Whether a rule is about something that the file describes.
fn speaks(rule: &Rule, parts: Parts) -> bool {
    match &rule.code[..2] {
        "MF" => parts.manifest || NOT_OF_THE_MANIFEST.contains(&rule.code),
        "IM" | "UT" | "SL" => parts.interaction_models || NOT_OF_THE_MODELS.contains(&rule.code),
        _ => true,
    }
}

/// Runs all rules: those over the skill, and those over the model of each locale, the latter on all cores.
fn check(skill: &Skill<'_>, report: &mut Report) {
    let rules = || ALL.iter().filter(|entry| speaks(entry.rule, skill.parts));
    let model_rules: Vec<_> = rules().filter_map(|entry| if let Check::Model(check) = entry.check { Some(check) } else { None }).collect();
    for entry in rules() {
        if let Check::Skill(check) = entry.check {
            check(skill, report);
        }
    }
    let found = on_all_cores(&skill.models, |model| {
        let mut found = Report::new();
        model_rules.iter().for_each(|check| check(skill, model, &mut found));
        found
    });
    found.into_iter().for_each(|found| report.append(found));
}
