//! Tells diagnostics, and how it all went in one line.

use crate::answer::Answer;
use crate::args::{Format, Global};
use crate::compile::{Loaded, Verdict};
use crate::terminal::{Look, Stream};
use sayso_compiler::render::{self, Style};
use std::time::Instant;

/// Puts the diagnostics where they belong: those for machines are data, those for people are not.
pub fn tell(answer: &mut Answer, loaded: &Loaded, verdict: &Verdict, format: Format, global: &Global) {
    let look = if format.is_data() { Look::PLAIN } else { Look::of(Stream::Stderr, global.color) };
    let style = Style { color: look.color, width: look.width, unicode: false };
    let told = render::render(format.into(), &loaded.input.sources, &verdict.diagnostics, style);
    if format.is_data() {
        answer.data.push_str(&told);
        return;
    }
    answer.problems.push_str(&told);
    if format == Format::Full && !told.is_empty() {
        answer.problems.push('\n');
    }
}

/// `9 intents in 3 locales`, or which files they would have been in.
pub fn extent(loaded: &Loaded, verdict: &Verdict) -> String {
    match verdict.size {
        Some(size) => format!("{} in {}", count(size.intents, "intent"), count(size.locales, "locale")),
        None => count(loaded.input.sources.ids().count(), "file"),
    }
}

/// `1 file`, `2 files`.
pub fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// `(0.01 s)`.
pub fn took(started: Instant) -> String {
    format!("({:.2} s)", started.elapsed().as_secs_f64())
}
