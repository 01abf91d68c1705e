//! Tells diagnostics, and how it all went in one line.

use crate::answer::Answer;
use crate::args::{Format, Global};
use crate::compile::{Loaded, Verdict};
use crate::terminal::{Look, Stream};
use sayso_compiler::diagnostic::Diagnostic;
use sayso_compiler::render::{self, Style};
use sayso_compiler::source::Sources;
use std::borrow::Cow;
use std::time::Instant;

/// How many problems are drawn with their lines; the other formats have all.
const MOST_DRAWN: usize = 200;

/// What ends a line about a skill that is refused only for what Amazon would refuse.
pub const LENIENCE_HELPS: &str = "; with `--lenient`, what Amazon would refuse is a warning";

/// Puts the diagnostics where they belong: those for machines are data, those for people are not.
pub fn tell(answer: &mut Answer, loaded: &Loaded, verdict: &Verdict, format: Format, global: &Global) {
    tell_all(answer, &loaded.input.sources, &verdict.diagnostics, format, global);
}

/// The same for any diagnostics and the texts that they are about.
pub fn tell_all(answer: &mut Answer, sources: &Sources, diagnostics: &[Diagnostic], format: Format, global: &Global) {
    let look = if format.is_data() { Look::PLAIN } else { Look::of(Stream::Stderr, global.color) };
    let style = Style { color: look.color, width: look.width, unicode: false };
    let shown = if format == Format::Full { drawn(diagnostics) } else { Cow::Borrowed(diagnostics) };
    let told = render::render(format.into(), sources, &shown, style);
    if format.is_data() {
        answer.data.push_str(&told);
        return;
    }
    answer.problems.push_str(&told);
    if format == Format::Full && !told.is_empty() {
        answer.problems.push('\n');
    }
    let more = diagnostics.len() - shown.len();
    if more > 0 {
        answer.problems.push_str(&format!("{} more; `--format short` lists all\n\n", count(more, "problem")));
    }
}

/// Those that are drawn with their lines, in their order: the gravest, when there are more than anybody reads.
fn drawn(all: &[Diagnostic]) -> Cow<'_, [Diagnostic]> {
    if all.len() <= MOST_DRAWN {
        return Cow::Borrowed(all);
    }
    let mut gravest: Vec<usize> = (0..all.len()).collect();
    gravest.sort_by_key(|place| std::cmp::Reverse(all[*place].severity));
    gravest.truncate(MOST_DRAWN);
    gravest.sort_unstable();
    Cow::Owned(gravest.into_iter().map(|place| all[place].clone()).collect())
}

/// `9 intents in 3 locales`, or which files they would have been in.
pub fn extent(loaded: &Loaded, verdict: &Verdict) -> String {
    match verdict.size {
        Some(size) => format!("{} in {}", count(size.intents, "intent"), count(size.locales, "locale")),
        None => count(loaded.input.paths().count(), "file"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_compiler::diagnostic::Severity;
    use sayso_compiler::{Input, analyze};

    #[test]
    fn the_gravest_are_drawn_when_there_are_many() {
        let intents: String = (0..MOST_DRAWN).map(|number| format!("  Hello{number}: []\n")).collect();
        let input = Input::from_text("skill.yaml", format!("sayso: 1\nlocales: [en-US]\nkey: 1\nintents:\n{intents}"));
        let all = analyze(&input, &Default::default(), |analysis| analysis.diagnostics);
        assert!(all.len() > MOST_DRAWN);
        let shown = drawn(&all);
        assert_eq!(shown.len(), MOST_DRAWN);
        assert!(shown.iter().all(|found| found.severity == Severity::Error));
        assert!(shown.windows(2).all(|pair| pair[0].span() <= pair[1].span()));
        assert_eq!(drawn(&all[..MOST_DRAWN]).len(), MOST_DRAWN);
    }
}
