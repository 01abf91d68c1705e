//! How a file differs, as a unified diff of bounded length.

use super::plan::{Found, Item};
use crate::terminal::Look;
use sayso_compiler::render::clean;
use similar::TextDiff;
use std::fmt::Write;
use std::time::Duration;

/// So many lines of each file are shown.
const LINES: usize = 60;

/// A better difference is not worth more time.
const PATIENCE: Duration = Duration::from_millis(500);

/// The difference between what is there and what should be; empty where a line about the file says it all.
pub fn difference(item: &Item, look: Look) -> String {
    let (Some(wanted), Found::Different(found)) = (&item.wanted, &item.found) else {
        return String::new();
    };
    let (Ok(found), Ok(wanted)) = (str::from_utf8(found), str::from_utf8(wanted)) else {
        return String::new();
    };
    if only_line_endings(found.as_bytes(), wanted.as_bytes()) {
        return String::new();
    }
    let path = clean::line(&item.path.display().to_string()).into_owned();
    if hides_secret(found, wanted) {
        return format!("--- {path}\n+++ {path} (generated)\nnot shown: the file holds a client secret\n");
    }
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(found, wanted);
    let text = diff.unified_diff().context_radius(3).header(&path, &format!("{path} (generated)")).to_string();
    bounded(&text, look)
}

/// Whether the file that is there may hold somebody's client secret, where ours has a placeholder.
fn hides_secret(found: &str, wanted: &str) -> bool {
    let secrets = |text: &str| text.lines().map(str::trim).filter(|line| line.contains("clientSecret")).map(str::to_owned).collect();
    let (there, ours): (Vec<String>, Vec<String>) = (secrets(found), secrets(wanted));
    there.iter().any(|line| !ours.contains(line))
}

/// Whether nothing differs but how lines end.
pub fn only_line_endings(found: &[u8], wanted: &[u8]) -> bool {
    let unix = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    unix(found) == unix(wanted)
}

fn bounded(diff: &str, look: Look) -> String {
    let mut out = String::new();
    for line in diff.lines().take(LINES) {
        let style = look.paint(match line.chars().next() {
            Some('+') => look.good(),
            Some('-') => look.bad(),
            Some('@') => look.code(),
            _ => anstyle::Style::new(),
        });
        writeln!(out, "{style}{}{style:#}", clean::line(line)).expect("a string takes all that is written");
    }
    let more = diff.lines().count().saturating_sub(LINES);
    if more > 0 {
        writeln!(out, "... and {more} more lines").expect("a string takes all that is written");
    }
    out
}
