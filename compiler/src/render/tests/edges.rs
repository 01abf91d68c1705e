//! Inputs that break renderers: everywhere a span can be, very long lines, very long files, and text that wants to be obeyed.

use super::{PLAIN, rendered, samples, snapshot};
use crate::diagnostic::Diagnostic;
use crate::render::clean::{self, is_harmful};
use crate::render::places::Places;
use crate::render::{Format, Style, render};
use crate::source::{Sources, Span};

fn problem(span: Span) -> Diagnostic {
    let samples::Sample { mut diagnostics, .. } = samples::all();
    diagnostics.swap_remove(0).rule.at(span, "a problem").here("here")
}

fn full(sources: &Sources, diagnostic: Diagnostic) -> String {
    render(Format::Full, sources, &[diagnostic], PLAIN)
}

/// Every pair of offsets in a text of line breaks, wide characters, tabs and empty lines, whether or not it is a proper range.
#[test]
fn any_span_renders_in_any_format() {
    for text in ["", "\n", "a", "a\n\n", "k: é\r\n\t- \u{1b}配\n\n  x\n"] {
        let mut sources = Sources::new();
        let file = sources.add("skill.yaml", text);
        let offsets = || (0..text.len() + 2).chain([usize::MAX]);
        for (start, end) in offsets().flat_map(|start| offsets().map(move |end| (start, end))) {
            let span = Span::new(file, start, end);
            let found = problem(span)
                .also(Span::new(file, end, start), "there")
                .fix("mend it", span, "b\nc")
                .fix("mend it shorter", span, "é")
                .fix("drop it", span, "");
            for format in Format::ALL {
                let out = render(format, &sources, std::slice::from_ref(&found), Style { width: 0, ..PLAIN });
                assert!(out.contains("AL004"), "{format} of {start}..{end} in {text:?}");
            }
            assert!(full(&sources, found.clone()).contains(&format!("--> {}\n", Places::new(&sources).place(span))));
        }
    }
}

#[test]
fn places_agree_with_the_sources() {
    let mut sources = Sources::new();
    let file = sources.add("skill.yaml", "k: é\r\n\t- 配\n\n  x\n");
    let places = Places::new(&sources);
    for start in 0..sources.text(file).len() + 2 {
        let span = Span::new(file, start, start);
        assert_eq!(places.positions(span).0, sources.position(file, start), "offset {start}");
    }
}

#[test]
fn one_line_of_three_megabytes_shows_what_is_marked() {
    let filler = "0123456789".repeat(150_000);
    let mut sources = Sources::new();
    let file = sources.add("skill.yaml", format!("start {filler} needle {filler} end"));
    let at = |needle: &str| samples::span(&sources, file, needle, 0);
    let found = problem(at("needle")).also(at("start"), "and here").also(at(&filler), "long").fix("mend it", at("needle"), "pin");
    let out = full(&sources, found);
    assert!(out.len() < 2_000, "{} bytes", out.len());
    snapshot::expect("long-line.txt", &out);
}

#[test]
fn labels_far_apart_get_snippets_of_their_own() {
    let mut sources = Sources::new();
    let file = sources.add("skill.yaml", format!("first: 1\n{}middle: 2\n{}last: 3\n", "a: b\n".repeat(1_500), "a: b\n".repeat(500_000)));
    let at = |needle: &str| samples::span(&sources, file, needle, 0);
    let found = problem(at("last: 3")).also(at("first: 1"), "folded").also(at("middle: 2"), "near the first");
    let everything = problem(Span::new(file, 0, usize::MAX));
    snapshot::expect("far-apart.txt", &render(Format::Full, &sources, &[found, everything], PLAIN));
}

#[test]
fn nothing_harmful_is_printed_as_it_is() {
    for (format, unicode) in Format::ALL.into_iter().flat_map(|format| [(format, false), (format, true)]) {
        let out = rendered(format, Style { unicode, ..PLAIN });
        let found = out.chars().find(|c| *c != '\n' && is_harmful(*c));
        assert_eq!(found, None, "{format}");
    }
    let samples::Sample { sources, diagnostics } = samples::all();
    for found in &diagnostics {
        assert!(!crate::render::text(&sources, found).contains(|c| c != '\n' && is_harmful(c)));
    }
}

#[test]
fn a_patch_that_is_too_large_to_draw_is_told() {
    let mut sources = Sources::new();
    let file = sources.add("skill.yaml", "a: b\n".repeat(100));
    let found = problem(Span::new(file, 0, 1)).fix("drop all of it", Span::new(file, 0, 500), "");
    assert!(full(&sources, found).contains("  = help: drop all of it\n"));
}

#[test]
fn escapes_are_visible_and_scripts_stay_whole() {
    assert_eq!(clean::line("a\u{1b}[0m\tb\nc\u{9b}\u{7f}\u{2066}"), r"a\u{1b}[0m\tb\nc\u{9b}\u{7f}\u{2066}");
    assert_eq!(clean::lines("two\nlines\r\n"), "two\nlines\\r\n");
    for text in ["क्\u{200d}ष", "می\u{200c}خواهم", "配車 👩\u{200d}🚒"] {
        assert_eq!(clean::line(text), text);
    }
}
