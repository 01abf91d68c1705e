//! Diagnostics as data: what is wrong, where, what would be right. How they look is [`crate::render`]'s business.

use crate::brief::brief;
use crate::rules::Rule;
use crate::source::Span;
use std::collections::HashSet;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; nothing has to change.
    Note,
    /// Likely wrong; files are still written.
    Warning,
    /// Wrong; nothing is written.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A place, and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be said of it; may be empty.
    pub text: String,
}

/// An edit of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Patch {
    /// What is replaced; empty where something is inserted.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

/// What the reader can do now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Help {
    /// The advice.
    pub text: String,
    /// The same advice as an edit, where it is one.
    pub patch: Option<Patch>,
}

/// One problem of the skill.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagnostic {
    /// The rule that was broken; it carries the code.
    pub rule: &'static Rule,
    /// The rule's severity, unless the skill's `lints` changed it.
    pub severity: Severity,
    /// What is true, in one line, without a full stop. As in all texts here, what it quotes is cut where it is long.
    pub message: String,
    /// The places; the first is the primary one and always exists.
    pub labels: Vec<Label>,
    /// Why it is a problem.
    pub notes: Vec<String>,
    /// What to do about it.
    pub helps: Vec<Help>,
    /// The keys for want of which it is told.
    pub(crate) wants: Vec<Key>,
}

/// A key of a block: where the block's own key stands, and the name.
pub(crate) type Key = (Span, &'static str);

impl Diagnostic {
    /// A problem at `span`.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            severity: rule.severity,
            message: brief(message.into()),
            labels: vec![Label { span, text: String::new() }],
            notes: Vec::new(),
            helps: Vec::new(),
            wants: Vec::new(),
        }
    }

    /// What is to be said of the primary place.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        self.labels[0].text = brief(text.into());
        self
    }

    /// A second place: the cause elsewhere.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: brief(text.into()) });
        self
    }

    /// Why it is a problem.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(brief(text.into()));
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.helps.push(Help { text: brief(text.into()), patch: None });
        self
    }

    /// What to do about it, as an edit.
    #[must_use]
    pub fn fix(mut self, text: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        let patch = Some(Patch { span, replacement: replacement.into() });
        self.helps.push(Help { text: brief(text.into()), patch });
        self
    }

    /// It is told because the block whose key stands at `block` does not say `key`: it is not told where the block says something there that
    /// could not be read.
    #[must_use]
    pub(crate) fn for_want_of(mut self, block: Span, key: &'static str) -> Self {
        self.wants.push((block, key));
        self
    }

    /// The primary place.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }

    /// The rule's code, such as `AL004`.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }
}

/// Collects problems; nothing stops at the first one.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    /// The keys that stand there with something that could not be read, misspelt ones among them; that has been reported.
    unread: HashSet<Key>,
}

impl Report {
    /// Nothing to report yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes that what the block says under `key` could not be read, which has been reported.
    pub(crate) fn unread(&mut self, block: Span, key: &'static str) {
        self.unread.insert((block, key));
    }

    /// The problems in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// Adds everything of another report.
    pub fn append(&mut self, mut other: Report) {
        self.diagnostics.append(&mut other.diagnostics);
        self.unread.extend(other.unread);
    }

    /// Whether any problem is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }

    /// How many problems there are so far.
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// The problems in the order of their places, without those that follow from a key that could not be read.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.diagnostics.retain(|found| !found.wants.iter().any(|key| self.unread.contains(key)));
        self.diagnostics.sort_by(|a, b| (a.span(), a.code(), &a.message).cmp(&(b.span(), b.code(), &b.message)));
        self.diagnostics.dedup();
        self.diagnostics
    }
}
