//! Where a part of a text is written that does not stand in the source as it is: folded lines, blocks, escapes.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// Where in `written` the bytes `range` of `text` come from. Both are followed side by side; nothing when they part.
pub(super) fn locate(written: &str, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
    let mut source = Source { chars: written.char_indices().peekable(), end: written.len(), quote };
    if quote.is_some() {
        source.chars.next();
    }
    let mut start = None;
    let mut end = source.at();
    for (offset, sign) in text.char_indices() {
        if offset == range.start {
            source.skip_unwritten(sign);
            start = Some(source.at());
        }
        if offset >= range.end {
            break;
        }
        source.take(sign)?;
        end = source.at();
    }
    let start = start.or((range.start == text.len()).then_some(end))?;
    Some(start..end.max(start))
}

/// What is left of the source.
struct Source<'w> {
    chars: Peekable<CharIndices<'w>>,
    end: usize,
    quote: Option<char>,
}

impl Source<'_> {
    fn at(&mut self) -> usize {
        self.chars.peek().map_or(self.end, |&(at, _)| at)
    }

    fn peek(&mut self) -> Option<char> {
        self.chars.peek().map(|&(_, sign)| sign)
    }

    /// Passes over line breaks, indentation and escaped line breaks, which leave nothing in the text before `next`.
    fn skip_unwritten(&mut self, next: char) {
        if next == ' ' || next == '\n' {
            return;
        }
        while let Some(sign) = self.peek() {
            let mut ahead = self.chars.clone();
            ahead.next();
            let continued = sign == '\\' && self.quote == Some('"') && matches!(ahead.peek(), Some((_, '\n' | '\r')));
            let blank = sign.is_ascii_whitespace() && sign != next;
            if !continued && !blank {
                break;
            }
            self.chars.next();
        }
    }

    /// Passes over what `sign` of the text comes from.
    fn take(&mut self, sign: char) -> Option<()> {
        self.skip_unwritten(sign);
        match self.peek()? {
            '\\' if self.quote == Some('"') => self.escape(),
            '\'' if self.quote == Some('\'') => {
                self.chars.next();
                self.chars.next_if(|&(_, next)| next == '\'').map(drop)
            }
            found if found == sign && sign != '\n' => self.chars.next().map(drop),
            found if found.is_ascii_whitespace() && sign.is_ascii_whitespace() => self.fold(sign),
            _ => None,
        }
    }

    /// Passes over an escape.
    fn escape(&mut self) -> Option<()> {
        self.chars.next();
        let (_, letter) = self.chars.next()?;
        let digits = match letter {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        for _ in 0..digits {
            self.chars.next()?;
        }
        Some(())
    }

    /// Passes over a line break that became a space or stayed one.
    fn fold(&mut self, sign: char) -> Option<()> {
        while let Some(found) = self.peek().filter(char::is_ascii_whitespace) {
            self.chars.next();
            if found == '\n' {
                break;
            }
        }
        if sign == ' ' {
            while self.chars.next_if(|&(_, next)| next.is_ascii_whitespace()).is_some() {}
        }
        Some(())
    }
}
