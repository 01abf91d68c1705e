//! Compiling what is hardly a skill.

use sayso_compiler::diagnostic::Severity;
use sayso_compiler::render::{Format, Style, render};
use sayso_compiler::{Analysis, Folder, Input, Options, analyze, emit, rust};
use std::io;

/// A folder with one file in it.
struct OneFile<'a>(&'a [u8]);

impl Folder for OneFile<'_> {
    fn read(&self, _: &str) -> io::Result<Vec<u8>> {
        Ok(self.0.to_vec())
    }

    fn list(&self, _: &str) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }
}

/// What was said of a file: the codes of the errors, in the order of their places.
pub fn errors(bytes: &[u8]) -> Vec<&'static str> {
    let input = Input::read(&OneFile(bytes), "skill.yaml").expect("a folder in memory");
    said(&input)
}

/// The codes of the errors, after everything that can be done with the outcome was done.
pub fn said(input: &Input) -> Vec<&'static str> {
    analyze(input, &Options::default(), |analysis| {
        check(input, &analysis);
        let errors = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        errors.map(|found| found.code()).collect()
    })
}

/// Every outcome can be shown, and what has no errors can be emitted.
fn check(input: &Input, analysis: &Analysis<'_>) {
    for format in [Format::Full, Format::Short, Format::Json, Format::Sarif, Format::Github] {
        render(format, &input.sources, &analysis.diagnostics, Style::default());
    }
    for label in analysis.diagnostics.iter().flat_map(|found| &found.labels) {
        let text = input.sources.text(label.span.file);
        assert!(text.get(label.span.range()).is_some(), "{:?} is no place in a file of {} bytes", label.span, text.len());
    }
    let has_errors = analysis.diagnostics.iter().any(|found| found.severity == Severity::Error);
    assert_eq!(analysis.skill.is_none(), has_errors, "there is a skill exactly where there are no errors");
    if let Some(skill) = &analysis.skill {
        let module = rust::module(skill, "skill.yaml");
        assert!(syn::parse_file(&module).is_ok(), "the generated Rust is none:\n{module}");
        for (path, bytes) in emit::package(skill) {
            assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok(), "{path} is not JSON");
        }
    }
}

/// The skill at the root of the repository, and the one of a case.
pub fn text(case: &str) -> String {
    let case = sayso_tests::case::all().into_iter().find(|found| found.name == case).expect("a case of that name");
    std::fs::read_to_string(case.skill.join("skill.yaml")).expect("a skill")
}
