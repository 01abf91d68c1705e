//! Plain texts with colons, dashes and comments in the wrong places.

use super::place::{sign, too_deep_below};
use super::{Case, Finding, Plan};
use crate::rules::syntax::{sy001_not_yaml as not_yaml, sy007_needs_quotes as needs_quotes};
use crate::yaml::lines::Line;
use crate::yaml::quote;
use std::ops::Range;

/// A colon that ends no key.
pub(super) fn colon(case: &Case<'_>) -> Option<Finding> {
    let line = Line::at(case.text, case.fault.at);
    let last = case.fault.last.clone();
    let head = line.heads().into_iter().rfind(|head| head.value <= case.fault.at);
    if let Some(head) = head.filter(|head| head.key.is_some()) {
        let value = head.value..line.text_end(head.value);
        return second_colon(case, value);
    }
    let begins_above = last.start < line.start && last.end > line.start;
    if begins_above {
        let first = Line::at(case.text, last.start);
        return if first.content() == last.start { no_colon(case, last.start) } else { too_deep_below(case, line) };
    }
    sign(case)
}

/// `key: value: more`.
fn second_colon(case: &Case<'_>, value: Range<usize>) -> Option<Finding> {
    let text = case.text.get(value.clone())?;
    let at = case.fault.at.max(value.start);
    if case.text[at..].starts_with('?') {
        let problem = quote::needed(case.file, case.text, value.clone());
        return Some(Finding { problem, plan: Plan::Text(value) });
    }
    let ends = at + 1 == value.end;
    let (what, why) = match ends {
        true => ("a text that ends with `:` needs quotes", "a colon at the end of a line ends a key, and this line has one already"),
        false => ("a text with `: ` in it needs quotes", "a colon before a space ends a key, and this line has one already"),
    };
    let problem = needs_quotes::RULE.at(case.span(value.clone()), what).also(case.span(case.sign(at)), why);
    let problem = if ends { problem.help("write what belongs behind the colon, or put the text in quotes") } else { problem };
    let problem = problem.fix("put it in quotes", case.span(value.clone()), quote::requoted(text));
    Some(Finding { problem, plan: Plan::Text(value) })
}

/// A line of a map at `at` that is no `key: value`.
pub(super) fn no_colon(case: &Case<'_>, at: usize) -> Option<Finding> {
    let line = Line::at(case.text, at);
    let start = at.max(line.content()).min(line.end);
    let end = line.text_end(start);
    let text = case.text.get(start..end)?;
    let address = text.contains("://");
    if let Some(colon) = text.find(':').filter(|&colon| colon > 0 && !address && !text[..colon].contains(' ')) {
        let after = start + colon + 1;
        let problem = not_yaml::RULE.at(case.span(start..end), format!("a space is missing after the colon of `{}`", &text[..colon])).fix(
            "add a space",
            case.span(after..after),
            " ",
        );
        return Some(Finding { problem, plan: Plan::Value { colon: start, range: after..end } });
    }
    if let Some(found) = no_space_after_dash(case, line, start..end) {
        return Some(found);
    }
    let here = case.span(start..end);
    let problem = if line.next().is_some_and(|next| next.column() > line.column() && !next.heads().is_empty()) {
        not_yaml::RULE.at(here, format!("a colon is missing after `{text}`")).fix("add the colon", case.span(end..end), ":")
    } else {
        not_yaml::RULE
            .at(here, "a line of the form `key: value` is expected here, and this one has no `: `")
            .help("add the colon and a space; a text that goes on from the line above has to be indented deeper than its key")
    };
    Some(Finding { problem, plan: Plan::Block(start) })
}

/// `-item` below `- item`.
fn no_space_after_dash(case: &Case<'_>, line: Line<'_>, here: Range<usize>) -> Option<Finding> {
    let text = case.text.get(here.clone())?;
    let list = line.previous()?.heads().first().is_some_and(|head| head.key.is_none() && head.column == line.column());
    if !list || !text.starts_with('-') || text.len() < 2 {
        return None;
    }
    let after = here.start + 1;
    let problem = not_yaml::RULE.at(case.span(here.clone()), "a space is missing after the `-` of this item").fix(
        "add a space",
        case.span(after..after),
        " ",
    );
    Some(Finding { problem, plan: Plan::Value { colon: here.start, range: after..here.end } })
}

/// A `-` that begins no item.
pub(super) fn dash(case: &Case<'_>) -> Option<Finding> {
    let line = Line::at(case.text, case.fault.at);
    let head = line.heads().into_iter().rfind(|head| head.key.is_some() && head.value <= case.fault.at)?;
    let value = head.value..line.text_end(head.value);
    let problem = not_yaml::RULE
        .at(case.span(value.clone()), "a list cannot begin on the line of its key")
        .help("begin it on the next line, or write `[…]`; put a text that begins with `- ` in quotes");
    Some(Finding { problem, plan: Plan::Inner(value.start) })
}

/// A comment that interrupts a text, or that touches it.
pub(super) fn comment(case: &Case<'_>) -> Option<Finding> {
    let line = Line::at(case.text, case.fault.at);
    let hash = case.fault.at + case.text.get(case.fault.at..line.end)?.find('#')?;
    let here = case.span(hash..line.end);
    let touches = hash > line.start && !case.text[..hash].ends_with([' ', '\t']);
    let problem = if touches {
        not_yaml::RULE.at(here, "a space is missing before the `#` of this comment").fix("add a space", case.span(hash..hash), " ")
    } else {
        not_yaml::RULE
            .at(here, "this comment interrupts a text of several lines")
            .help("move the comment above the text; put the text in quotes if the `#` belongs to it")
    };
    Some(Finding { problem, plan: Plan::Inner(case.root().min(line.end)) })
}
