//! The difference for people: `+ ~ -` under the heading of each part, and what follows.

use crate::terminal::Look;
use sayso_compiler::diff::{Change, Difference, Shown, Sign};
use sayso_compiler::render::clean;
use std::fmt::Write;

/// So many changes of one kind at one place are listed.
const MOST_ALIKE: usize = 8;

/// A value is at most so many characters long.
const LONGEST: usize = 60;

/// What stays visible before the first character that differs.
const BEFORE: usize = 16;

/// The whole difference; empty when there is nothing to tell.
pub fn text(difference: &Difference, look: Look) -> String {
    let mut out = String::new();
    for group in &difference.groups {
        if !out.is_empty() {
            out.push('\n');
        }
        let bold = look.paint(look.bold());
        push(&mut out, format_args!("{bold}{}{bold:#}", clean::line(group.part.title())));
        for alike in group.changes.chunk_by(|a, b| a.sign == b.sign && a.path == b.path) {
            changes(&mut out, alike, look);
        }
        for path in &group.unknown {
            push(&mut out, format_args!("  ? {}: unknown remotely", clean::line(&path.join("."))));
        }
    }
    if !difference.is_empty() && !difference.notes.is_empty() {
        out.push('\n');
        for note in &difference.notes {
            push(&mut out, format_args!("note: {note}"));
        }
    }
    out
}

/// Changes of one kind at one place, with what follows from them once.
fn changes(out: &mut String, alike: &[Change], look: Look) {
    let Some(first) = alike.first() else { return };
    let style = look.paint(match first.sign {
        Sign::Added => look.good(),
        Sign::Changed => look.code(),
        Sign::Removed => look.bad(),
    });
    let what = clean::line(&first.what()).into_owned();
    // One more is shown rather than counted.
    let shown = if alike.len() <= MOST_ALIKE + 1 { alike.len() } else { MOST_ALIKE };
    for change in &alike[..shown] {
        let said = said(change);
        let said = if said.is_empty() { String::new() } else { format!(": {said}") };
        push(out, format_args!("  {style}{} {what}{said}{style:#}", first.sign.mark()));
    }
    if alike.len() > shown {
        push(out, format_args!("  {style}{} {what}: ... and {} more{style:#}", first.sign.mark(), alike.len() - shown));
    }
    if let Some(consequence) = first.consequence {
        push(out, format_args!("      = {consequence}"));
    }
}

fn said(change: &Change) -> String {
    match (&change.from, &change.to) {
        // What must not be seen looks the same on both sides.
        (Some(from), Some(to)) if from == to => value(from, 0),
        (Some(from), Some(to)) => {
            let same = from.as_str().chars().zip(to.as_str().chars()).take_while(|(a, b)| a == b).count();
            format!("{} -> {}", value(from, same), value(to, same))
        }
        (Some(only), None) | (None, Some(only)) => value(only, 0),
        (None, None) => String::new(),
    }
}

/// A value on a line. Of a long one, a part is shown that has the place at which it differs.
fn value(shown: &Shown, same: usize) -> String {
    let text = shown.as_str();
    let length = text.chars().count();
    let start = if length > LONGEST { same.saturating_sub(BEFORE).min(length - LONGEST) } else { 0 };
    let window: String = text.chars().skip(start).take(LONGEST).collect();
    let before = if start > 0 { "..." } else { "" };
    let after = if start + LONGEST < length { "..." } else { "" };
    let line = format!("{before}{}{after}", clean::line(&window));
    let is_text = matches!(shown, Shown::Text(_));
    if is_text && needs_quotes(text) { format!("\"{line}\"") } else { line }
}

/// Whether a text would be taken for something else, or for several things.
fn needs_quotes(text: &str) -> bool {
    text.is_empty() || text.contains(char::is_whitespace) || matches!(text, "true" | "false" | "null") || text.parse::<f64>().is_ok()
}

fn push(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a string takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, value};
    use sayso_compiler::diff::Shown;

    fn text(text: &str) -> Shown {
        Shown::Text(text.to_owned())
    }

    #[test]
    fn quotes_tell_texts_from_words() {
        assert_eq!(value(&text("true"), 0), "\"true\"");
        assert_eq!(value(&Shown::Plain("true".to_owned()), 0), "true");
        assert_eq!(value(&text("SHOPPING"), 0), "SHOPPING");
        assert_eq!(value(&text("12"), 0), "\"12\"");
        assert_eq!(value(&text(""), 0), "\"\"");
    }

    #[test]
    fn what_differs_is_in_what_is_shown() {
        let long = format!("{}!{}", "a".repeat(200), "b".repeat(200));
        let shown = value(&text(&long), 200);
        assert!(shown.contains("a!b") && shown.starts_with("...") && shown.ends_with("..."), "{shown}");
        assert_eq!(shown.chars().count(), LONGEST + 6);
        assert!(value(&text(&long), 401).ends_with("bbb"));
        assert!(value(&text(&long), 0).starts_with("aaa"));
    }

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(value(&text("a\u{1b}[2Jb\nc"), 0), "\"a\\u{1b}[2Jb\\nc\"");
    }
}
