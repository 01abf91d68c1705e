//! Single characters that cannot stand where they stand.

use super::place::sign;
use super::{Case, Finding, Plan};
use crate::rules::syntax::{
    sy001_not_yaml as not_yaml, sy006_tab_indentation as tab_indentation, sy014_control_character as control_character,
};
use crate::yaml::lines::Line;
use std::ops::Range;

/// A tab where only spaces may stand. All tabs in the file's indentation are taken for spaces from here on.
pub(super) fn tab(case: &Case<'_>) -> Option<Finding> {
    let tabs = indenting_tabs(case.text);
    let first = tabs.iter().find(|tabs| tabs.end >= case.fault.at).or(tabs.first());
    let Some(first) = first.cloned() else { return lone_tab(case) };
    let span = case.span(first.clone());
    let problem = tab_indentation::RULE.at(span, "this line is indented with a tab; YAML indents with spaces");
    let problem = match tabs.len() - 1 {
        0 => problem.fix("use spaces", span, " ".repeat(step(case.text, first.start) * first.len())),
        others => problem
            .note(format!("so {} {others} more", if others == 1 { "is" } else { "are" }))
            .help("replace all tabs that begin a line by spaces"),
    };
    Some(Finding { problem, plan: Plan::Spaces { at: case.fault.at, ranges: tabs } })
}

/// How many spaces a level takes when no line tells.
const STEP: usize = 2;

/// How many spaces a level of indentation takes around `at`: above it, or else below. Items of a list are often indented by less.
fn step(text: &str, at: usize) -> usize {
    let line = Line::at(text, at);
    let above = || std::iter::successors(line.previous(), |line| line.previous());
    let below = std::iter::successors(line.next(), |line| line.next());
    let steps = |lines: &mut dyn Iterator<Item = Line<'_>>, items: bool| {
        lines.filter(|line| items || !line.text().trim_start().starts_with('-')).find_map(deeper)
    };
    steps(&mut above(), false).or_else(|| steps(&mut below.clone(), false)).or_else(|| steps(&mut above(), true)).unwrap_or(STEP)
}

/// By how much a line is indented deeper than the block around it, where both are indented with spaces.
fn deeper(line: Line<'_>) -> Option<usize> {
    let has_tab = |line: &Line<'_>| line.text()[..line.column()].contains('\t');
    if line.is_blank() || line.column() == 0 || has_tab(&line) {
        return None;
    }
    let mut above = std::iter::successors(line.previous(), |line| line.previous());
    let outer = above.find(|above| !above.is_blank() && above.column() < line.column())?;
    (!has_tab(&outer)).then(|| line.column() - outer.column())
}

/// The runs of tabs before the first sign of a line.
fn indenting_tabs(text: &str) -> Vec<Range<usize>> {
    let first = Line::at(text, 0);
    let lines = std::iter::successors(Some(first), |line| line.next()).filter(|line| !line.is_blank());
    lines
        .flat_map(|line| {
            let indentation = &line.text()[..line.column()];
            let from = indentation.find('\t').unwrap_or(indentation.len());
            let to = indentation.rfind('\t').map_or(from, |last| last + 1);
            (from < to).then_some(line.start + from..line.start + to)
        })
        .collect()
}

/// A tab within a line.
fn lone_tab(case: &Case<'_>) -> Option<Finding> {
    let line = Line::at(case.text, case.fault.at);
    let from = case.fault.at.min(line.end);
    let at = case.text[from..line.end].find('\t').map(|tab| from + tab).or_else(|| Some(line.start + line.text().find('\t')?))?;
    let here = at..at + 1;
    let span = case.span(here.clone());
    let problem = tab_indentation::RULE.at(span, "a tab stands where YAML takes only spaces").fix("use a space", span, " ");
    Some(Finding { problem, plan: Plan::Spaces { at, ranges: [here].into() } })
}

/// A character that begins no value, or that stands nowhere in YAML.
pub(super) fn unexpected(case: &Case<'_>, found: char) -> Option<Finding> {
    if found.is_control() || !found.is_ascii() {
        return Some(control(case, found));
    }
    sign(case).or_else(|| {
        let span = case.span(case.sign(case.fault.at));
        let problem = not_yaml::RULE
            .at(span, format!("`{found}` begins no value in YAML"))
            .help(format!("put a text that begins with `{found}` in quotes"));
        Some(Finding { problem, plan: Plan::Inner(case.root()) })
    })
}

/// A control character; all of them are taken for spaces from here on.
fn control(case: &Case<'_>, found: char) -> Finding {
    let name = |sign: char| format!("U+{:04X}", sign as u32);
    let signs: Vec<(usize, char)> = case.text.char_indices().filter(|&(_, sign)| sign == found || is_control(sign)).collect();
    let at = signs.iter().find(|&&(at, sign)| at >= case.fault.at && sign == found).map_or(case.fault.at, |&(at, _)| at);
    let mut problem = control_character::RULE
        .at(case.span(at..at + found.len_utf8()), format!("the character {} cannot stand in YAML", name(found)))
        .fix("remove it", case.span(at..at + found.len_utf8()), "");
    if signs.len() > 1 {
        problem = problem.note(format!("the file holds {} characters of this kind", signs.len()));
    }
    let ranges = signs.into_iter().map(|(at, sign)| at..at + sign.len_utf8()).collect();
    Finding { problem, plan: Plan::Spaces { at, ranges } }
}

fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{85}')
}
