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

/// What a lenient compilation writes, or the codes of the errors that it leaves.
pub fn lenient(input: &Input) -> Result<emit::Files, Vec<&'static str>> {
    analyze(input, &Options { lenient: true, ..Options::default() }, |analysis| {
        let errors = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        analysis.skill.map(|skill| emit::package(&skill)).ok_or_else(|| errors.map(|found| found.code()).collect())
    })
}

/// JSON of which nothing is kept, and in which no object has a key twice.
#[derive(Debug)]
pub struct Members;

impl<'de> serde::Deserialize<'de> for Members {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Members)
    }
}

impl<'de> serde::de::Visitor<'de> for Members {
    type Value = Members;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_str<E>(self, _: &str) -> Result<Members, E> {
        Ok(Members)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Members, A::Error> {
        while list.next_element::<Members>()?.is_some() {}
        Ok(Members)
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut keys = std::collections::HashSet::new();
        while let Some((key, _)) = map.next_entry::<String, Members>()? {
            if !keys.insert(key.clone()) {
                return Err(serde::de::Error::custom(format!("`{key}` twice")));
            }
        }
        Ok(Members)
    }
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
