//! `sayso diff`: what differs between two skills.

mod end;
mod json;
mod text;

use crate::answer::{Answer, Exit};
use crate::args::{Diff, DiffFormat, Format, Global};
use crate::failure::Failure;
use crate::problems::{LENIENCE_HELPS, count, tell_all, took};
use crate::progress;
use crate::terminal::{Look, Stream};
use end::End;
use sayso_compiler::diagnostic::Diagnostic;
use sayso_compiler::diff::{Difference, Side, Sign, diff};
use sayso_compiler::render::{clean, summary};
use sayso_compiler::source::Sources;
use std::time::Instant;

/// Compares two skills.
pub fn run(args: &Diff, global: &Global) -> Result<Answer, Failure> {
    let started = Instant::now();
    let mut answer = Answer::default();
    let compared = progress::during("comparing", global, || compare(args, &mut answer, global))?;
    let Some((ends, difference)) = compared else {
        answer.exit = Exit::Errors;
        return Ok(answer);
    };
    answer.data = match args.format {
        DiffFormat::Text => text::text(&difference, Look::of(Stream::Stdout, global.color)),
        DiffFormat::Json => json::json(&ends, &difference),
    };
    let end = format!("compared {} with {}: {}", ends[0].name, ends[1].name, counts(&difference));
    answer.talk.push_str(&format!("{} {}\n", clean::line(&end), took(started)));
    if args.exit_code && !difference.is_empty() {
        answer.exit = Exit::Differs;
    }
    Ok(answer)
}

/// Reads and compares both; `None` when one of them has errors, which have been told.
fn compare(args: &Diff, answer: &mut Answer, global: &Global) -> Result<Option<([End; 2], Difference)>, Failure> {
    let mut ends = [End::read(&args.from)?, End::read(&args.to)?];
    for note in ends.iter().flat_map(|end| &end.notes) {
        answer.talk.push_str(&format!("{}\n", clean::line(note)));
    }
    let sides: Vec<Option<Side>> = ends
        .iter_mut()
        .map(|end| {
            let side = end.side(args);
            side.map_err(|found| refused(answer, &found.sources, &found.diagnostics, &end.name, found.lenience_helps, global)).ok()
        })
        .collect();
    let [Some(from), Some(to)] = &sides[..] else { return Ok(None) };
    match diff(from, to, args.lenient) {
        Ok(difference) => Ok(Some((ends, difference))),
        Err(diagnostics) => {
            for ((side, end), diagnostics) in [from, to].into_iter().zip(&ends).zip(&diagnostics) {
                if !diagnostics.is_empty() {
                    refused(answer, side.sources(), diagnostics, &end.name, false, global);
                }
            }
            Ok(None)
        }
    }
}

/// Tells why a side cannot be compared. Nothing else is printed then, whatever the format.
fn refused(answer: &mut Answer, sources: &Sources, diagnostics: &[Diagnostic], name: &str, lenience_helps: bool, global: &Global) {
    tell_all(answer, sources, diagnostics, Format::Full, global);
    let help = if lenience_helps { LENIENCE_HELPS } else { "" };
    answer.talk.push_str(&format!("compared nothing: {} in {}{help}\n", summary(diagnostics), clean::line(name)));
}

fn counts(difference: &Difference) -> String {
    let of = |sign: Sign| difference.changes().filter(|change| change.sign == sign).count();
    if difference.is_empty() {
        return "no differences".to_owned();
    }
    let parts = [(Sign::Added, "added"), (Sign::Changed, "changed"), (Sign::Removed, "removed")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(sign, _)| of(*sign) > 0).map(|(sign, word)| format!("{} {word}", of(sign))).collect();
    format!("{} ({})", count(difference.changes().count(), "difference"), parts.join(", "))
}
