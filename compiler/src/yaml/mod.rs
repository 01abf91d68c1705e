//! YAML in: text becomes a tree that knows where everything is written.
//!
//! The parser of events is a library, named in [`events`] alone; the tree, the limits, the recovery and the words of the
//! messages are ours.

mod anchors;
mod build;
mod comments;
mod events;
mod keys;
mod limits;
mod merge;
mod tree;
mod value;
mod walk;

use crate::diagnostic::Report;
use crate::source::FileId;

pub(crate) use tree::Tree;
pub(crate) use value::{Kind, Scalar, Value};
pub(crate) use walk::{Entries, Entry, Items};

/// What [`parse`] makes of a text.
pub(crate) struct Parsed<'s> {
    /// Everything that could be read.
    pub tree: Tree<'s>,
    /// Everything that could not.
    pub report: Report,
}

/// Reads `text`. Whatever the text is, there is a tree, and it is bounded: in depth, in nodes, and in what aliases reach.
pub(crate) fn parse(file: FileId, text: &str) -> Parsed<'_> {
    let mut report = Report::new();
    let tree = events::read(file, text, &mut report);
    Parsed { tree, report }
}

#[cfg(test)]
mod tests;
