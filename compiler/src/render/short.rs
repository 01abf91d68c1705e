//! `skill.yaml:31:11: error[AL004]: message`: one line, and the longer form that becomes a compile error.

use super::clean;
use super::places::Places;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use std::fmt::Write;

/// The diagnostic on one line: place, severity, code, message.
pub fn line(sources: &Sources, diagnostic: &Diagnostic) -> String {
    head(&Places::new(sources), diagnostic)
}

/// The line, then what is to be said of the places, the notes and the helps: all that a text without a snippet can tell.
pub fn text(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let places = Places::new(sources);
    let mut out = head(&places, diagnostic);
    let mut add = |what: &str, text: &str| {
        let text = clean::lines(text).replace('\n', "\n    ");
        write!(out, "\n  = {what}: {text}").expect("a string takes all that is written");
    };
    for label in diagnostic.labels.iter().filter(|label| !label.text.is_empty()) {
        add(&places.place(label.span), &label.text);
    }
    for note in &diagnostic.notes {
        add("note", note);
    }
    for help in &diagnostic.helps {
        add("help", &help.text);
    }
    add("see", &see(diagnostic));
    out
}

pub(super) fn head(places: &Places<'_>, diagnostic: &Diagnostic) -> String {
    let place = places.place(diagnostic.span());
    let severity = diagnostic.severity.name();
    format!("{place}: {severity}[{}]: {}", diagnostic.code(), clean::line(&diagnostic.message))
}

/// The command that tells more.
pub(super) fn see(diagnostic: &Diagnostic) -> String {
    format!("sayso explain {}", diagnostic.code())
}

/// Message, notes and helps as lines of one text, for viewers that show nothing else; not yet fit to print.
#[cfg(feature = "render")]
pub(super) fn told(diagnostic: &Diagnostic) -> String {
    let notes = diagnostic.notes.iter().map(|note| format!("\nnote: {note}"));
    let helps = diagnostic.helps.iter().map(|help| format!("\nhelp: {}", help.text));
    diagnostic.message.clone() + &notes.chain(helps).collect::<String>()
}
