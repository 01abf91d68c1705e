//! Something that does not fit where it stands: text after a value, lines at a wrong indentation.

use super::{Case, Finding, Plan};
use crate::rules::syntax::sy001_not_yaml as not_yaml;
use crate::yaml::lines::{Line, block_end, head_at};
use crate::yaml::quote;
use std::ops::Range;

/// The signs with which no plain text can begin.
const SIGNS: [char; 14] = ['[', ']', '{', '}', '*', '&', '!', '|', '>', '@', '`', '%', '"', '\''];

impl Case<'_> {
    /// The value around `at` as far as it stands on the line of `at`, and whether it goes on further down.
    fn value_around(&self, at: usize) -> (Range<usize>, bool) {
        let line = Line::at(self.text, at);
        let head = line.heads().into_iter().rfind(|head| head.value <= at);
        let start = head.as_ref().map_or(line.content(), |head| head.value);
        let longer = head.is_some_and(|head| block_end(self.text, &head) > line.end);
        (start..line.text_end(start), longer)
    }
}

/// The value that holds the place begins with a sign that no plain text can begin with: it was meant as a text.
pub(super) fn sign(case: &Case<'_>) -> Option<Finding> {
    let (value, longer) = case.value_around(case.fault.at);
    let starts = case.text.get(value.clone())?.starts_with(SIGNS);
    if !starts || case.fault.outer_flow.is_some() {
        return None;
    }
    let problem = quote::needed(case.file, case.text, value.clone());
    let plan = if longer { Plan::Inner(value.start) } else { Plan::Text(value) };
    Some(Finding { problem, plan })
}

/// The block goes on with something that is no part of it.
pub(super) fn block(case: &Case<'_>) -> Option<Finding> {
    let line = Line::at(case.text, case.fault.at);
    let (value, _) = case.value_around(case.fault.at);
    if value.start < case.fault.at && case.text.get(value.clone())?.starts_with(SIGNS) {
        return sign(case);
    }
    let here = case.span(line.content()..line.text_end(line.content()));
    let columns = columns_above(line);
    let problem = if !columns.contains(&line.column()) {
        let fitting: Vec<String> = columns.iter().map(usize::to_string).collect();
        not_yaml::RULE.at(here, format!("this line {}, which fits no block above it", indented(line.column()))).help(
            match fitting.as_slice() {
                [] => "begin the line at its margin".to_owned(),
                fitting => format!("indent it like the lines that it belongs to: by {}", fitting.join(" or ")),
            },
        )
    } else {
        mixed(case, line).unwrap_or_else(|| not_yaml::RULE.at(here, "this line does not belong to the block above it"))
    };
    Some(Finding { problem, plan: Plan::Block(line.content()) })
}

/// A list goes on as a map, or a map as a list.
fn mixed(case: &Case<'_>, line: Line<'_>) -> Option<crate::diagnostic::Diagnostic> {
    let head = line.heads().into_iter().next()?;
    let sibling = std::iter::successors(line.previous(), |line| line.previous())
        .filter(|other| !other.is_blank() && other.column() <= line.column())
        .find(|other| other.column() == line.column())?;
    let other = sibling.heads().into_iter().next()?;
    let (this, that) = match (&head.key, &other.key) {
        (None, Some(_)) => ("an item of a list", "the entries of a map"),
        (Some(_), None) => ("an entry of a map", "the items of a list"),
        _ => return None,
    };
    let here = case.span(line.content()..line.text_end(line.content()));
    let there = case.span(sibling.content()..sibling.text_end(sibling.content()));
    let problem = not_yaml::RULE.at(here, format!("this is {this}, between {that}")).also(there, "like this one");
    Some(problem.help("indent it deeper if it belongs to the entry above it"))
}

/// The indentations of the blocks that are open above `line`, from the inside.
fn columns_above(line: Line<'_>) -> Vec<usize> {
    let mut columns = Vec::new();
    let mut least = usize::MAX;
    for above in std::iter::successors(line.previous(), |line| line.previous()).filter(|line| !line.is_blank()) {
        if above.column() < least {
            least = above.column();
            columns.push(least);
        }
        if least == 0 {
            break;
        }
    }
    columns
}

/// How a line begins.
fn indented(column: usize) -> String {
    match column {
        0 => "begins at the margin".to_owned(),
        1 => "is indented by 1 space".to_owned(),
        more => format!("is indented by {more} spaces"),
    }
}

/// A line below a value that is deeper than its key, and has a key itself.
pub(super) fn too_deep_below(case: &Case<'_>, line: Line<'_>) -> Option<Finding> {
    let head = head_at(case.text, case.fault.last.start)?;
    let key = head.key.clone()?;
    let owner = case.text.get(key.clone())?.trim_matches(['"', '\'']);
    let here = case.span(line.content()..line.text_end(line.content()));
    let problem = not_yaml::RULE
        .at(here, format!("this line is indented deeper than `{owner}`, which has a value already"))
        .also(case.span(key), "the key above it")
        .help(format!("if it stands beside `{owner}`, it begins below it, at column {}", head.column + 1));
    Some(Finding { problem, plan: Plan::Block(line.content()) })
}
