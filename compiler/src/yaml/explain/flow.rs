//! Lists and maps in brackets.

use super::{Case, Finding, Plan};
use crate::diagnostic::Diagnostic;
use crate::rules::syntax::{sy001_not_yaml as not_yaml, sy007_needs_quotes as needs_quotes, sy015_unclosed as unclosed};
use crate::yaml::fault::{Fault, Trouble};
use crate::yaml::lines::{Line, head_at};
use crate::yaml::quote;
use std::borrow::Cow;

impl Case<'_> {
    fn bracket(&self, at: usize) -> (char, char) {
        match self.text.as_bytes().get(at) {
            Some(b'{') => ('{', '}'),
            _ => ('[', ']'),
        }
    }

    /// The bracket at `at` is not closed.
    fn not_closed_bracket(&self, at: usize) -> Finding {
        let (open, close) = self.bracket(at);
        let end = Line::at(self.text, at).text_end(at);
        let mut problem = unclosed::RULE.at(self.span(self.sign(at)), format!("`{open}` is opened here and not closed")).fix(
            "close it",
            self.span(end..end),
            close.to_string(),
        );
        if head_at(self.text, at).is_none_or(|head| head.value == at) {
            problem = problem.help(format!("put the text in quotes if it is a text that begins with `{open}`"));
        }
        Finding { problem, plan: Plan::Inner(self.fault.outer_flow.unwrap_or(at)) }
    }
}

/// The fault with the brackets that the parser had passed and not yet told of: one may begin a key, which it tells only at its colon.
pub(super) fn with_brackets<'f>(text: &str, fault: &'f Fault) -> Cow<'f, Fault> {
    if fault.trouble != Trouble::Flow || fault.outer_flow.is_some() {
        return Cow::Borrowed(fault);
    }
    let from = fault.last.end.min(fault.at);
    let open = open_brackets(text.get(from..fault.at).unwrap_or_default());
    let place = |bracket: Option<&usize>| bracket.map(|offset| from + offset);
    Cow::Owned(Fault { outer_flow: place(open.first()), inner_flow: place(open.last()), ..fault.clone() })
}

/// Where the brackets open that `text` does not close.
fn open_brackets(text: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut comment = false;
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        match sign {
            '\n' => comment = false,
            _ if comment => {}
            _ if quote.is_some() => quote = quote.filter(|opened| *opened != sign),
            '#' if before.is_whitespace() => comment = true,
            '"' | '\'' if before.is_whitespace() || "[{,".contains(before) => quote = Some(sign),
            '[' | '{' if !open.is_empty() || before.is_whitespace() => open.push(at),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
        before = sign;
    }
    open
}

/// Something is wrong between brackets.
pub(super) fn within(case: &Case<'_>) -> Option<Finding> {
    let at = case.fault.at;
    let opened = case.fault.inner_flow.unwrap_or(at);
    let (open, close) = case.bracket(opened);
    if opened >= at {
        return Some(case.not_closed_bracket(at));
    }
    let ended = case.text.get(at..).is_none_or(|rest| rest.trim().is_empty());
    if ended {
        return Some(case.not_closed_bracket(opened));
    }
    if let Some(found) = run_on(case) {
        return Some(found);
    }
    let problem = item_with_bracket(case).unwrap_or_else(|| {
        let problem = not_yaml::RULE
            .at(case.span(case.sign(at)), format!("`,` or `{close}` is expected here"))
            .also(case.span(case.sign(opened)), format!("within this `{open}`"));
        if case.text[at..].starts_with(':') { problem.help("put a text with `: ` in it in quotes") } else { problem }
    });
    Some(Finding { problem, plan: Plan::Inner(case.root()) })
}

/// A bracket that is not closed before the next entry begins, as far as the indentation tells.
pub(super) fn run_on(case: &Case<'_>) -> Option<Finding> {
    let outer = case.fault.outer_flow?;
    let line = Line::at(case.text, case.fault.at);
    let left = head_at(case.text, outer).map_or(0, |head| head.column);
    let next_entry = Line::at(case.text, outer).start < line.start && line.column() <= left && !line.heads().is_empty();
    let opened = case.fault.inner_flow.filter(|&inner| case.fault.trouble != Trouble::Depth && inner < case.fault.at).unwrap_or(outer);
    next_entry.then(|| case.not_closed_bracket(opened))
}

/// An item such as `in {city}` or `[please] go`: a text with a bracket of its own.
fn item_with_bracket(case: &Case<'_>) -> Option<Diagnostic> {
    let at = case.fault.at;
    let before = case.text.get(..at)?.trim_end();
    let start = match before.chars().next_back()? {
        ']' | '}' => matching(before)?,
        _ if case.text[at..].starts_with(['[', '{']) && before.len() == case.fault.last.end => case.fault.last.start,
        _ => return None,
    };
    let item = start..item_end(case.text, start);
    let text = case.text.get(item.clone())?;
    let span = case.span(item);
    let problem = needs_quotes::RULE.at(span, "within brackets, a text with a bracket in it needs quotes");
    Some(problem.fix("put it in quotes", span, quote::quoted(text)))
}

/// Where the bracket opens that the last character of `text` closes, if that is on the same line.
fn matching(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, sign) in text.char_indices().rev().take_while(|&(_, sign)| sign != '\n') {
        match sign {
            ']' | '}' => depth += 1,
            '[' | '{' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Where the item of a list in brackets ends that begins at `start`.
fn item_end(text: &str, start: usize) -> usize {
    let mut depth = 0;
    for (offset, sign) in text[start..].char_indices() {
        match sign {
            '[' | '{' => depth += 1,
            ']' | '}' if depth > 0 => depth -= 1,
            ',' | ']' | '}' if depth == 0 => return start + text[start..start + offset].trim_end().len(),
            '\n' => return start + text[start..start + offset].trim_end().len(),
            _ => {}
        }
    }
    start + text[start..].trim_end().len()
}

/// A bracket that is closed by the other kind.
pub(super) fn mismatch(case: &Case<'_>) -> Option<Finding> {
    let opened = case.fault.at;
    let (open, close) = case.bracket(opened);
    let problem = unclosed::RULE
        .at(case.span(case.sign(opened)), format!("`{open}` is opened here, and closed by a bracket of the other kind"))
        .help(format!("close it with `{close}`"));
    Some(Finding { problem, plan: Plan::Inner(case.fault.outer_flow.unwrap_or(opened).min(opened)) })
}
