//! Lines and their indentation: what is left to go by where the parser gave up.

use super::limits::MAX_DEPTH;
use std::ops::Range;

const BOM: &str = "\u{feff}";

/// A line of a text, without its line break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    whole: &'t str,
    pub start: usize,
    pub end: usize,
}

/// Where an entry of a map or an item of a list begins on a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Head {
    pub start: usize,
    /// How many columns stand before it.
    pub column: usize,
    /// The key as it is written; nothing for an item.
    pub key: Option<Range<usize>>,
    /// Where the value begins; the end of the line when it begins further down.
    pub value: usize,
}

impl<'t> Line<'t> {
    /// The line that the byte at `at` lies on.
    pub fn at(whole: &'t str, at: usize) -> Self {
        let at = whole.floor_char_boundary(at);
        let start = whole[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let start = if start == 0 && whole.starts_with(BOM) { BOM.len() } else { start };
        let end = whole[at..].find('\n').map_or(whole.len(), |newline| at + newline);
        let end = if whole[..end].ends_with('\r') { end - 1 } else { end };
        Line { whole, start, end: end.max(start) }
    }

    pub fn next(self) -> Option<Self> {
        let newline = self.whole[self.end..].find('\n')?;
        Some(Line::at(self.whole, self.end + newline + 1))
    }

    pub fn previous(self) -> Option<Self> {
        (self.whole[..self.start].ends_with('\n')).then(|| Line::at(self.whole, self.start - 1))
    }

    pub fn text(self) -> &'t str {
        &self.whole[self.start..self.end]
    }

    /// Where the indentation ends.
    pub fn content(self) -> usize {
        self.start + self.column()
    }

    /// How far the line is indented; a tab counts as one column.
    pub fn column(self) -> usize {
        self.text().len() - self.text().trim_start_matches([' ', '\t']).len()
    }

    /// Whether the line holds nothing, or a comment.
    pub fn is_blank(self) -> bool {
        matches!(self.text().trim_start().as_bytes().first(), None | Some(b'#'))
    }

    /// Where the text that begins at `from` ends: before a comment and the spaces before it.
    pub fn text_end(self, from: usize) -> usize {
        let text = self.whole.get(from..self.end).unwrap_or_default();
        let end = text.find(" #").unwrap_or(text.len());
        from + text[..end].trim_end().len()
    }

    /// The items and the key that begin on this line, from left to right.
    pub fn heads(self) -> Vec<Head> {
        let mut heads = Vec::new();
        let mut at = self.content();
        while let Some(indicator) = self.indicator(at).filter(|_| heads.len() <= MAX_DEPTH) {
            heads.push(Head { start: at, column: at - self.start, key: None, value: indicator });
            at = indicator;
        }
        if let Some((key, value)) = self.key(at) {
            heads.push(Head { start: at, column: at - self.start, key: Some(key), value });
        }
        heads
    }

    /// What follows a `-` or `?` at `at`.
    fn indicator(self, at: usize) -> Option<usize> {
        let rest = self.whole.get(at..self.end)?.strip_prefix(['-', '?'])?;
        (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| self.skip_blanks(at + 1))
    }

    /// The key at `at` and what follows its colon.
    fn key(self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.whole.get(at..self.end)?;
        let from = match text.chars().next()? {
            quote @ ('"' | '\'') => text[1..].find(quote)? + 2,
            '[' | '{' | '#' | '|' | '>' | '@' | '`' => return None,
            _ => 0,
        };
        let colon = from + text[from..].match_indices(':').map(|(colon, _)| colon).find(|colon| ends_key(&text[from + colon + 1..]))?;
        let comment = text.find(" #").is_some_and(|comment| comment < colon);
        let quoted = from > 0 && !text[from..colon].trim().is_empty();
        (!comment && !quoted).then(|| (at..at + colon, self.skip_blanks(at + colon + 1)))
    }

    fn skip_blanks(self, at: usize) -> usize {
        let rest = &self.whole[at..self.end];
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }
}

/// Whether a colon before `rest` ends a key.
pub(super) fn ends_key(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// The innermost entry or item that the byte at `at` belongs to.
pub(super) fn head_at(text: &str, at: usize) -> Option<Head> {
    let line = Line::at(text, at);
    let heads = line.heads();
    let inner = heads.iter().rev().find(|head| head.start <= at).or(heads.first());
    inner.cloned().or_else(|| enclosing(line, line.column()))
}

/// The entry or item around `head`.
pub(super) fn parent(text: &str, head: &Head) -> Option<Head> {
    let line = Line::at(text, head.start);
    let before = line.heads().into_iter().take_while(|other| other.start < head.start).last();
    before.or_else(|| enclosing(line, head.column))
}

/// The nearest entry or item above `line` that begins left of `column`.
fn enclosing(line: Line<'_>, column: usize) -> Option<Head> {
    let above = std::iter::successors(line.previous(), |line| line.previous());
    above
        .filter(|line| !line.is_blank() && line.column() < column)
        .find_map(|line| line.heads().into_iter().rfind(|head| head.column < column))
}

/// Where everything ends that is indented deeper than `head`.
pub(super) fn block_end(text: &str, head: &Head) -> usize {
    let first = Line::at(text, head.start);
    let empty = head.key.is_some() && first.text_end(head.value) <= head.value;
    let open = text[head.value..first.end].contains(['[', '{']);
    let mut end = first.end;
    for line in std::iter::successors(first.next(), |line| line.next()).filter(|line| !line.is_blank()) {
        let column = line.column();
        let same = column == head.column;
        let item = same && empty && line.indicator(line.content()).is_some();
        let closer = same && open && line.text().trim_start().starts_with([']', '}']);
        if column <= head.column && !item && !closer {
            break;
        }
        end = line.end;
    }
    end
}
