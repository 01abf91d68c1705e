//! The text with the parts blanked that could not be read; every other byte keeps its place.

use super::lines::{Head, Line, block_end, head_at, parent};
use super::{places, quote};
use std::collections::HashSet;
use std::ops::Range;

/// A part that could not be read, and what stands for it in the tree.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    pub range: Range<usize>,
    /// Where the draft holds a placeholder for it; without one the part is gone.
    pub marker: Option<usize>,
    /// Whether it is clear what was meant: the part as a text.
    pub text: bool,
}

/// A text that is being made readable.
pub(super) struct Draft<'s> {
    source: &'s str,
    text: String,
    asides: Vec<Aside>,
    /// Which blocks have been tried already: by their start, and whether all of the block went.
    tried: HashSet<(usize, bool)>,
    /// Where tabs and control characters gave way to spaces.
    spaced: HashSet<usize>,
}

/// What stands for a part that was set aside: a scalar of one byte.
const PLACEHOLDER: &str = "~";

impl<'s> Draft<'s> {
    pub fn new(source: &'s str) -> Self {
        Draft { source, text: source.to_owned(), asides: Vec::new(), tried: HashSet::new(), spaced: HashSet::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn asides(&self) -> &[Aside] {
        &self.asides
    }

    /// Whether the place lies in something that is known to be wrong.
    pub fn knows(&self, at: usize) -> bool {
        self.asides.iter().any(|aside| aside.range.start <= at && at <= aside.range.end)
            || self.spaced.contains(&Line::at(&self.text, at).start)
    }

    /// Takes the part as a text. `false`: there is no room for a placeholder.
    pub fn take_text(&mut self, range: Range<usize>) -> bool {
        let room = !range.is_empty();
        if room {
            let inner = quote::inner(&self.text[range.clone()]).map_or(range.clone(), |_| range.start + 1..range.end - 1);
            self.blank(range);
            self.place(inner.clone(), Some(inner.start), true);
        }
        room
    }

    /// Takes the part as a text that follows the colon before it without a space.
    pub fn take_value(&mut self, range: Range<usize>) -> bool {
        let marker = range.start + 1;
        let room = range.len() > 1;
        if room {
            self.place(range, Some(marker), true);
        }
        room
    }

    /// Replaces bytes by spaces, one for one, and remembers their lines. `false`: there are none.
    pub fn space(&mut self, ranges: &[Range<usize>]) -> bool {
        for range in ranges {
            self.spaced.insert(Line::at(&self.text, range.start).start);
            self.blank(range.clone());
        }
        !ranges.is_empty()
    }

    /// Sets aside the smallest block around `at` that has not been tried. `false`: nothing would be left.
    pub fn set_aside(&mut self, at: usize, with_head: bool) -> bool {
        let mut head = if with_head { self.junk(at) } else { None };
        head = head.or_else(|| head_at(&self.text, at)).or_else(|| self.junk(at));
        let mut with_head = with_head;
        while let Some(block) = head {
            if !with_head && self.tried.insert((block.start, false)) && self.set_value_aside(&block) {
                return true;
            }
            with_head = false;
            let end = block_end(&self.text, &block);
            let all = self.asides.is_empty() && self.text[..block.start].trim().is_empty() && self.text[end..].trim().is_empty();
            if !all && self.tried.insert((block.start, true)) {
                self.place(block.start..end, None, false);
                return true;
            }
            head = parent(&self.text, &block);
        }
        false
    }

    /// A line that is neither entry nor item, as if it were one.
    fn junk(&self, at: usize) -> Option<Head> {
        let line = Line::at(&self.text, at);
        let start = line.content();
        let none = !line.is_blank() && line.heads().is_empty();
        none.then(|| Head { start, column: line.column(), key: None, value: start })
    }

    /// Sets aside what follows a key or a `-`. `false`: there is no room for a placeholder.
    fn set_value_aside(&mut self, head: &Head) -> bool {
        let end = block_end(&self.text, head);
        let Some(value) = self.text.get(head.value..end) else { return false };
        let start = head.value + value.len() - value.trim_start().len();
        let line = Line::at(&self.text, start);
        let deeper = line.start + head.column + 1;
        let marker = start.max(deeper);
        let room = start < end && marker < line.end;
        if room {
            self.place(start..end, Some(marker), false);
        }
        room
    }

    fn place(&mut self, range: Range<usize>, marker: Option<usize>, text: bool) {
        self.blank(range.clone());
        if let Some(marker) = marker {
            self.text.replace_range(marker..marker + 1, PLACEHOLDER);
        }
        self.asides.push(Aside { range: places::range(self.source, &range), marker, text });
    }

    /// Replaces everything but line breaks by spaces.
    fn blank(&mut self, range: Range<usize>) {
        let Some(part) = self.text.get(range.clone()) else { return };
        let blanks: String = part.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { byte as char } else { ' ' }).collect();
        self.text.replace_range(range, &blanks);
    }
}
