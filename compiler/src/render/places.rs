//! Lines and columns of many spans: each file is scanned for line breaks once, and only when it is asked for.

use super::clean;
#[cfg(feature = "render")]
use super::mask::repeats_secret;
#[cfg(feature = "render")]
use crate::diagnostic::{Help, Patch};
use crate::source::{FileId, Position, Sources, Span};
use std::borrow::Cow;
use std::cell::OnceCell;
#[cfg(feature = "render")]
use std::cell::RefCell;
use std::ops::Range;

/// The files of a compilation, with an index of their lines.
pub(super) struct Places<'s> {
    sources: &'s Sources,
    lines: Vec<OnceCell<Lines<'s>>>,
}

impl<'s> Places<'s> {
    /// An index that has looked at no file yet.
    pub fn new(sources: &'s Sources) -> Self {
        Places { sources, lines: sources.ids().map(|_| OnceCell::new()).collect() }
    }

    /// The lines of `file`.
    pub fn lines(&self, file: FileId) -> &Lines<'s> {
        self.lines[file.0 as usize].get_or_init(|| Lines::new(self.sources.text(file)))
    }

    /// The file's path as it was given, for machines.
    #[cfg(feature = "render")]
    pub fn raw_path(&self, file: FileId) -> &'s str {
        self.sources.path(file)
    }

    /// The file's path, fit to print.
    pub fn path(&self, file: FileId) -> Cow<'s, str> {
        clean::line(self.sources.path(file))
    }

    /// The bytes of `span`, held to the text and to the bounds of its characters.
    pub fn range(&self, span: Span) -> Range<usize> {
        let text = self.sources.text(span.file);
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.ceil_char_boundary(span.end as usize);
        start..end.max(start)
    }

    /// Line and column where `span` begins, and where the character after it stands.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let Range { start, end } = self.range(span);
        let lines = self.lines(span.file);
        (lines.position(start), lines.position(end))
    }

    /// The edit that a help offers, unless it would show a secret.
    #[cfg(feature = "render")]
    pub fn patch<'h>(&self, help: &'h Help) -> Option<&'h Patch> {
        let shows = |patch: &Patch| repeats_secret(self.lines(patch.span.file), &self.range(patch.span), &patch.replacement);
        help.patch.as_ref().filter(|patch| !shows(patch))
    }

    /// `skill.yaml:31:11` for the start of `span`.
    pub fn place(&self, span: Span) -> String {
        let (Position { line, column }, _) = self.positions(span);
        format!("{}:{line}:{column}", self.path(span.file))
    }
}

/// The lines of one file, counted from 0.
pub(super) struct Lines<'s> {
    text: &'s str,
    starts: Vec<usize>,
    /// How many characters the file has before each block of [`BLOCK`] bytes; counted when a line is longer than one.
    counted: OnceCell<Vec<usize>>,
    /// The long line that was looked through last for secrets, and where they stand in it.
    #[cfg(feature = "render")]
    secrets: RefCell<Option<(usize, Vec<Range<usize>>)>>,
}

/// Columns in longer lines are counted from blocks of this many bytes.
const BLOCK: usize = 4_096;

impl<'s> Lines<'s> {
    fn new(text: &'s str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
            counted: OnceCell::new(),
            #[cfg(feature = "render")]
            secrets: RefCell::default(),
        }
    }

    /// The lines of a text.
    #[cfg(all(test, feature = "render"))]
    pub fn of(text: &'s str) -> Self {
        Lines::new(text)
    }

    /// The text of the file.
    #[cfg(feature = "render")]
    pub fn file(&self) -> &'s str {
        self.text
    }

    /// How many lines there are; what follows the last line break is one too.
    #[cfg(feature = "render")]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line that the byte at `offset` lies in.
    pub fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// Where `line` begins.
    pub fn start(&self, line: usize) -> usize {
        self.starts[line]
    }

    /// `line` without its line break.
    #[cfg(feature = "render")]
    pub fn line(&self, line: usize) -> &'s str {
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[self.starts[line]..end];
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// Where secrets stand in `line`: as `find` finds them, unless it was the last one that was asked for.
    #[cfg(feature = "render")]
    pub fn secrets_of(&self, line: usize, find: impl FnOnce() -> Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut known = self.secrets.borrow_mut();
        match &*known {
            Some((last, found)) if *last == line => found.clone(),
            _ => known.insert((line, find())).1.clone(),
        }
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.at(offset);
        Position { line: line + 1, column: self.characters(self.start(line)..offset) + 1 }
    }

    /// The number of characters in a part of the text.
    fn characters(&self, range: Range<usize>) -> usize {
        if range.len() <= BLOCK { self.text[range].chars().count() } else { self.before(range.end) - self.before(range.start) }
    }

    /// The number of characters before `offset`.
    fn before(&self, offset: usize) -> usize {
        let starts = |bytes: &[u8]| bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count();
        let counted = self.counted.get_or_init(|| {
            let blocks = self.text.as_bytes().chunks(BLOCK).map(starts);
            std::iter::once(0)
                .chain(blocks.scan(0, |sum, count| {
                    *sum += count;
                    Some(*sum)
                }))
                .collect()
        });
        let block = offset / BLOCK;
        counted[block] + starts(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines};

    #[test]
    fn columns_of_long_lines_count_characters() {
        let text = format!("first\n{}\nlast", "aé日👩".repeat(BLOCK));
        let lines = Lines::new(&text);
        for offset in text.char_indices().map(|(at, _)| at).step_by(997).chain([text.len()]) {
            let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(lines.position(offset).column, text[start..offset].chars().count() + 1, "{offset}");
        }
    }
}
