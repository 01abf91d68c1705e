//! One set of diagnostics in all formats, against files of expected text; and the cases that no picture can show.
//!
//! `SAYSO_UPDATE=1` rewrites the files, and the test still fails once, so that nobody passes by accident.

mod edges;
mod machines;
mod samples;
mod snapshot;

use super::{Format, Style, render, summary, text};
use samples::Sample;
use snapshot::expect;

const PLAIN: Style = Style { color: false, width: 100, unicode: false };

fn rendered(format: Format, style: Style) -> String {
    let Sample { sources, diagnostics } = samples::all();
    render(format, &sources, &diagnostics, style)
}

#[test]
fn full() {
    expect("full.txt", &rendered(Format::Full, PLAIN));
}

#[test]
fn full_with_box_characters() {
    expect("full-unicode.txt", &rendered(Format::Full, Style { unicode: true, ..PLAIN }));
}

#[test]
fn full_in_colour() {
    let coloured = rendered(Format::Full, Style { color: true, ..PLAIN });
    expect("full-colour.txt", &snapshot::visible(&coloured));
    assert_eq!(snapshot::without_colour(&coloured), rendered(Format::Full, PLAIN), "colours change nothing else");
}

#[test]
fn full_in_a_narrow_terminal() {
    expect("full-narrow.txt", &rendered(Format::Full, Style { width: 32, ..PLAIN }));
}

#[test]
fn short() {
    expect("short.txt", &rendered(Format::Short, PLAIN));
}

#[test]
fn short_line_is_the_short_format() {
    let Sample { sources, diagnostics } = samples::all();
    let lines: String = diagnostics.iter().map(|found| super::line(&sources, found) + "\n").collect();
    assert_eq!(lines, rendered(Format::Short, PLAIN));
}

#[test]
fn text_for_compile_errors() {
    let Sample { sources, diagnostics } = samples::all();
    let texts: Vec<String> = diagnostics.iter().map(|found| text(&sources, found)).collect();
    expect("text.txt", &(texts.join("\n\n") + "\n"));
}

#[test]
fn json() {
    expect("json.jsonl", &rendered(Format::Json, PLAIN));
}

#[test]
fn sarif() {
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    expect("sarif.json", &rendered(Format::Sarif, PLAIN).replacen(&version, "\"version\": \"VERSION\"", 1));
}

#[test]
fn github() {
    expect("github.txt", &rendered(Format::Github, PLAIN));
}

#[test]
fn summary_counts_by_severity() {
    let Sample { diagnostics, .. } = samples::all();
    assert_eq!(summary(&diagnostics), "9 errors, 1 warning, 1 note");
    assert_eq!(summary(&diagnostics[..1]), "1 error");
    assert_eq!(summary(&[]), "no problems");
}

#[test]
fn formats_have_names() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    let error = "fu\u{1b}ll".parse::<Format>().unwrap_err().to_string();
    assert_eq!(error, r"no format is called `fu\u{1b}ll`; valid are full, short, json, sarif, github");
}
