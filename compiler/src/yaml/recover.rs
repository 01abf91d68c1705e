//! Reading on after a syntax error: the block with the error is set aside, and the rest is read again.

use super::draft::Draft;
use super::events::{self, Input};
use super::explain::{Finding, Plan, explain};
use super::fault::Fault;
use super::limits::{MAX_REPORTED, MAX_REREAD};
use super::places;
use super::tree::Tree;
use crate::diagnostic::{Diagnostic, Report};
use crate::source::FileId;

/// Reads what can be read of `source`, in which the parser gave up at `fault`.
pub(super) fn recover<'s>(file: FileId, source: &'s str, mut fault: Fault) -> (Tree<'s>, Report) {
    let mut report = Report::new();
    let mut draft = Draft::new(source);
    let mut reread = 0;
    loop {
        let Finding { mut problem, plan } = explain(file, draft.text(), &fault);
        places::problem(source, &mut problem);
        reread += source.len().max(MAX_REREAD / MAX_ATTEMPTS);
        let known = draft.knows(problem.span().start as usize);
        let enough = reread > MAX_REREAD || report.len() + 1 >= MAX_REPORTED;
        if !known && (enough || !is_told(&report, &problem)) {
            report.push(if enough { problem.note("the rest of the file is not read") } else { problem });
        }
        if enough || !carry_out(&mut draft, plan, known) {
            return (Tree::broken(file, source), report);
        }
        match events::read(&Input { file, source, draft: draft.text(), asides: draft.asides() }) {
            Ok((tree, more)) => {
                report.append(more);
                return (tree, report);
            }
            Err(next) => fault = next,
        }
    }
}

/// Whether the same has been told of a line beside this one: where a map goes on below a single item, each of its entries is one mistake.
fn is_told(report: &Report, problem: &Diagnostic) -> bool {
    let [_, cause] = &problem.labels[..] else { return false };
    report.iter().any(|other| other.message == problem.message && other.labels.get(1) == Some(cause))
}

/// How often a small file is read again at most.
const MAX_ATTEMPTS: usize = 100;

/// Makes the draft readable at the place of a fault; what has been tried at a known place is not tried again. `false`: there
/// is nothing left to try.
fn carry_out(draft: &mut Draft<'_>, plan: Plan, known: bool) -> bool {
    match plan {
        Plan::Text(range) if known => draft.set_aside(range.start, true),
        Plan::Text(range) => draft.take_text(range),
        Plan::Value { colon, range } => draft.take_value(range) || draft.set_aside(colon, true),
        Plan::Spaces { at, ranges } => draft.space(&ranges) || draft.set_aside(at, true),
        Plan::Inner(at) => draft.set_aside(at, false),
        Plan::Block(at) => draft.set_aside(at, true),
    }
}
