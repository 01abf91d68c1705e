//! YAML in: text becomes a tree that knows where everything is written.
//!
//! The parser of events is a library, named in [`events`] alone; the tree, the limits, the recovery and the words of the
//! messages are ours.

mod anchors;
mod build;
mod decode;
mod doubts;
mod draft;
mod events;
mod explain;
mod fault;
mod keys;
mod limits;
mod lines;
mod locate;
mod merge;
mod places;
mod quote;
mod recover;
mod tree;
mod value;
mod walk;

use crate::diagnostic::Report;
use crate::rules::syntax::sy004_too_large as too_large;
use crate::source::{FileId, Span};
use events::Input;

pub(crate) use decode::decode;
pub(crate) use limits::MAX_BYTES;
pub(crate) use tree::Tree;
pub(crate) use value::{Kind, Scalar, Value};
pub(crate) use walk::{Entries, Entry};

/// What [`parse`] makes of a text.
pub(crate) struct Parsed<'s> {
    /// Everything that could be read.
    pub tree: Tree<'s>,
    /// Everything that could not.
    pub report: Report,
}

/// Reads `text`. Whatever the text is, there is a tree, and it is bounded: in depth, in nodes, and in what aliases reach.
pub(crate) fn parse(file: FileId, text: &str) -> Parsed<'_> {
    let (tree, report) = if text.len() > MAX_BYTES {
        too_large(file, text)
    } else {
        let whole = Input { file, source: text, draft: text, asides: &[] };
        events::read(&whole).unwrap_or_else(|fault| recover::recover(file, text, fault))
    };
    Parsed { tree, report }
}

fn too_large(file: FileId, text: &str) -> (Tree<'_>, Report) {
    let mut report = Report::new();
    // How much more is unknown: a door may have stopped reading.
    let problem = too_large::RULE
        .at(Span::new(file, 0, 0), format!("the file holds more than {} MiB, which is the limit", MAX_BYTES >> 20))
        .help("move the texts of other languages into `locales/`, and long lists of values into a catalog");
    report.push(problem);
    (Tree::broken(file, text), report)
}

#[cfg(test)]
mod tests;
