//! Where the crate that has the handlers and its skill disagree, in ways that the Rust compiler cannot see.

use crate::analysis::Checked;
use crate::diagnostic::{Diagnostic, Report};
use crate::levels;
use crate::rule::Check;
use crate::rules::ALL;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What the sources of a crate say of a skill. A door reads them; the places are in the skill's own [`crate::source::Sources`].
#[derive(Debug)]
pub struct Code {
    /// Where the trait is implemented.
    pub implementation: Span,
    /// The methods of the implementation, each with the place of its name.
    pub handlers: BTreeMap<String, Span>,
    /// What the sources name as texts of `skill::speech`; `None` where not all of them could be made out.
    pub said: Option<BTreeSet<String>>,
    /// The Rust of the skill, where it is a file of the crate.
    pub generated: Option<Generated>,
}

impl Code {
    /// Where the handler of that name is written.
    pub fn handler(&self, name: &str) -> Option<Span> {
        self.handlers.get(name).copied()
    }
}

/// A file that `sayso build --rust` wrote.
#[derive(Debug)]
pub struct Generated {
    /// Its first line.
    pub place: Span,
    /// Its path.
    pub path: String,
    /// What it holds.
    pub text: String,
    /// The path of the skill's file that it was written for.
    pub skill: String,
}

/// What the crate and its skill disagree about, with the levels of the skill's `lints`.
pub fn drift(skill: &Checked<'_>, code: &Code) -> Vec<Diagnostic> {
    let mut report = Report::new();
    for entry in ALL {
        if let Check::Code(check) = entry.check {
            check(skill, code, &mut report);
        }
    }
    levels::apply_to_code(skill, report.into_sorted(), code.said.is_some())
}
