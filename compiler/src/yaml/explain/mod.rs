//! What to say of a place where the parser gave up, and how to go on.

mod character;
mod flow;
mod place;
mod plain;
mod quotes;

use super::fault::{Fault, Trouble};
use crate::diagnostic::Diagnostic;
use crate::rules::syntax::{sy001_not_yaml as not_yaml, sy003_too_deep as too_deep};
use crate::source::{FileId, Span};
use std::ops::Range;

/// How to go on.
#[derive(Debug)]
pub(super) enum Plan {
    /// Take the range as a text, which is what was meant.
    Text(Range<usize>),
    /// The same for a value that follows its colon without a space.
    Value { colon: usize, range: Range<usize> },
    /// Read spaces in place of these; set aside the block around `at` when there are none.
    Spaces { at: usize, ranges: Vec<Range<usize>> },
    /// Set aside the value of the entry or item around this place.
    Inner(usize),
    /// Set aside the whole entry or item around this place.
    Block(usize),
}

/// What to say, and how to go on.
pub(super) struct Finding {
    pub problem: Diagnostic,
    pub plan: Plan,
}

/// The text, where it comes from, and where the parser gave up.
pub(super) struct Case<'a> {
    file: FileId,
    text: &'a str,
    fault: &'a Fault,
}

/// Finds the words for `fault`.
pub(super) fn explain(file: FileId, text: &str, fault: &Fault) -> Finding {
    let fault = &flow::with_brackets(text, fault);
    let case = Case { file, text, fault };
    let found = match &fault.trouble {
        Trouble::Quote => quotes::unclosed(&case),
        Trouble::AfterQuote => quotes::followed(&case),
        Trouble::Escape => quotes::escape(&case),
        Trouble::Flow => flow::within(&case),
        Trouble::Mismatch => flow::mismatch(&case),
        Trouble::Closer | Trouble::Indicator | Trouble::Tag => place::sign(&case),
        Trouble::Tab => character::tab(&case),
        Trouble::Character(sign) => character::unexpected(&case, *sign),
        Trouble::Block => place::block(&case),
        Trouble::Colon => plain::colon(&case),
        Trouble::NoColon => plain::no_colon(&case, fault.at),
        Trouble::Dash => plain::dash(&case),
        Trouble::Comment => plain::comment(&case),
        Trouble::Depth => flow::run_on(&case),
        Trouble::Other(_) => None,
    };
    found.unwrap_or_else(|| case.unnamed())
}

impl Case<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// The character at `at` as a range; empty at the end of the text.
    fn sign(&self, at: usize) -> Range<usize> {
        let length = self.text.get(at..).and_then(|rest| rest.chars().next()).filter(|&c| c != '\n' && c != '\r').map_or(0, char::len_utf8);
        at..at + length
    }

    /// Where a value begins that the parser gave up in: the outermost list or map in brackets, or the place itself.
    fn root(&self) -> usize {
        self.fault.outer_flow.unwrap_or(self.fault.at)
    }

    /// What can be said without knowing better.
    fn unnamed(&self) -> Finding {
        let span = self.span(self.sign(self.fault.at));
        let problem = match &self.fault.trouble {
            Trouble::Depth => too_deep::RULE
                .at(span, format!("lists and maps are nested more than {} deep here", super::limits::MAX_DEPTH))
                .help("flatten this part; nothing in a skill is nested that deep"),
            Trouble::Other(words) => not_yaml::RULE.at(span, format!("this is not YAML: {words}")),
            _ => not_yaml::RULE.at(span, "this is not YAML"),
        };
        Finding { problem, plan: Plan::Inner(self.root()) }
    }
}
