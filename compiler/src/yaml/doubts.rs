//! What the builder reports that does not stop the parser.

use super::anchors::Unknown;
use super::build::Builder;
use super::lines::Line;
use super::quote;
use super::tree::Tag;
use crate::diagnostic::Severity;
use crate::rules::syntax::{sy007_needs_quotes as needs_quotes, sy008_second_document as second_document, sy010_tag as tag};
use std::ops::Range;

impl Builder<'_, '_> {
    /// An alias that no anchor stands before.
    pub fn unknown_alias(&mut self, name: &str, range: Range<usize>) {
        let unknown = Unknown { name, source: self.tree.source, range: range.clone() };
        let problem = self.anchors.unknown(&unknown, self.span(range.clone()));
        let text = problem.rule.code == needs_quotes::RULE.code;
        self.push(problem);
        let node = self.add(if text { Tag::Plain } else { Tag::Broken }, range, 0);
        self.placed(node, 1);
    }

    /// A tag that this language does not know, at `range`, on the value at `value`.
    pub fn foreign_tag(&mut self, range: Range<usize>, value: Range<usize>) {
        let written = self.tree.source.get(range.clone()).unwrap_or_default();
        let whole = range.start..value.end.max(range.end);
        let problem = tag::RULE
            .at(self.span(range), format!("the tag `{written}` has no meaning here"))
            .note("a word that begins with `!` is read as the type of the value after it");
        self.push(match self.tree.source.get(whole.clone()) {
            Some(text) if !text.contains('\n') => problem.fix("put the text in quotes", self.span(whole), quote::quoted(text)),
            _ => problem.help("remove the tag"),
        });
    }

    /// A second document begins at `range`.
    pub fn second_document(&mut self, range: Range<usize>) {
        let problem = second_document::RULE
            .at(self.span(range), "a second document begins here")
            .note("`---` ends one document and begins the next; a file holds one")
            .help("move what follows into a file of its own, or remove the `---`");
        self.push(problem);
    }

    /// An anchor that begins an item and that no alias names: most likely a text.
    pub(super) fn unused_anchor(&mut self, range: Range<usize>) {
        let line = Line::at(self.tree.source, range.start);
        let whole = range.start..line.text_end(range.start);
        let mut problem = quote::needed(self.tree.file, self.tree.source, whole);
        problem.severity = Severity::Warning;
        self.push(problem);
    }
}
