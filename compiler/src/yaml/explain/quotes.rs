//! Quotes: unclosed, closed too early, and escapes in them.

use super::place::sign;
use super::{Case, Finding, Plan};
use crate::rules::syntax::{sy001_not_yaml as not_yaml, sy015_unclosed as unclosed_rule};
use crate::yaml::lines::Line;
use std::ops::Range;

/// A text in quotes, from its opening quote to the byte after the closing one.
struct Quoted {
    start: usize,
    end: Option<usize>,
}

impl Case<'_> {
    /// The last text in quotes that opens before `to`, looked for from the line of the last scalar on.
    fn last_quoted(&self, to: usize) -> Option<Quoted> {
        let mut at = self.fault.last.end.min(to);
        let mut found = None;
        while let Some(start) = self.opening(at, to) {
            let end = self.closing(start);
            found = Some(Quoted { start, end });
            match end {
                Some(end) if end < to => at = end,
                _ => break,
            }
        }
        found
    }

    /// The first quote from `from` on with which a value can begin.
    fn opening(&self, from: usize, to: usize) -> Option<usize> {
        let part = self.text.get(from..to)?;
        part.match_indices(['"', '\'']).map(|(offset, _)| from + offset).find(|&at| {
            let before = self.text[..at].chars().next_back();
            before.is_none_or(|before| before.is_whitespace() || "[{,:-".contains(before))
        })
    }

    /// Where the text ends whose opening quote stands at `start`.
    fn closing(&self, start: usize) -> Option<usize> {
        let quote = self.text.as_bytes().get(start).copied()?;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if quote == b'"' => at += 1,
                byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 1,
                byte if byte == quote => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
        None
    }

    fn not_closed(&self, start: usize) -> Finding {
        let line = Line::at(self.text, start);
        let quote = self.text.get(start..start + 1).unwrap_or("\"");
        let end = line.text_end(start);
        let problem = unclosed_rule::RULE
            .at(self.span(self.sign(start)), format!("the quote `{quote}` is opened here and not closed on this line"))
            .fix("close it", self.span(end..end), quote);
        Finding { problem, plan: Plan::Inner(self.fault.outer_flow.unwrap_or(start)) }
    }
}

/// A quote that is not closed where it should be.
pub(super) fn unclosed(case: &Case<'_>) -> Option<Finding> {
    let at = case.fault.at;
    let start = match case.text.as_bytes().get(at) {
        Some(b'"' | b'\'') if case.opening(at, at + 1).is_some() && case.fault.last.end <= at => at,
        _ => case.opening(case.fault.last.end, at)?,
    };
    Some(case.not_closed(start))
}

/// Something follows a closing quote.
pub(super) fn followed(case: &Case<'_>) -> Option<Finding> {
    let at = case.fault.at;
    let quoted = case.last_quoted(at)?;
    if Line::at(case.text, quoted.start).start != Line::at(case.text, at).start {
        return Some(case.not_closed(quoted.start));
    }
    if case.fault.outer_flow.is_none() {
        return sign(case);
    }
    let problem = not_yaml::RULE
        .at(case.span(case.sign(at)), "a `,` is expected after the closing quote")
        .also(case.span(quoted.start..quoted.end.unwrap_or(at)), "the text in quotes ends here")
        .help("put a `,` between two texts; a quote within a text in double quotes is written `\\\"`");
    Some(Finding { problem, plan: Plan::Inner(case.root()) })
}

/// The first backslash that begins no escape, with what follows it.
fn wrong_escape(text: &str) -> Option<Range<usize>> {
    let mut signs = text.char_indices();
    loop {
        let (start, _) = signs.find(|&(_, sign)| sign == '\\')?;
        let (at, letter) = signs.next()?;
        let digits = match letter {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            known if "0abt\tnvfre \"/\\N_LP\n\r".contains(known) => continue,
            _ => return Some(start..at + letter.len_utf8()),
        };
        let from = at + 1;
        let found = text[from..].chars().take(digits).take_while(char::is_ascii_hexdigit).count();
        let number = text.get(from..from + found).and_then(|number| u32::from_str_radix(number, 16).ok());
        if found < digits || number.and_then(char::from_u32).is_none() {
            return Some(start..from + found);
        }
    }
}

/// A backslash that begins no escape.
pub(super) fn escape(case: &Case<'_>) -> Option<Finding> {
    let at = case.fault.at;
    let end = case.closing(at).unwrap_or_else(|| Line::at(case.text, at).end);
    let text = case.text.get(at..end)?;
    let wrong = wrong_escape(text)?;
    let here = at + wrong.start..at + wrong.end;
    let written = case.text.get(here.clone())?;
    let problem = not_yaml::RULE
        .at(case.span(here.clone()), format!("`{written}` is no escape that YAML knows"))
        .note("in double quotes a backslash begins an escape such as `\\n` or `\\u00e9`")
        .fix("write the backslash twice", case.span(here.start..here.start + 1), "\\\\");
    Some(Finding { problem, plan: Plan::Inner(case.root().min(at)) })
}
