//! What every compilation has to give, whatever was compiled.

use std::collections::BTreeMap;
use std::io;

use sayso_compiler::diagnostic::{Diagnostic, Severity};
use sayso_compiler::emit::{self, Files};
use sayso_compiler::import::{Imported, import};
use sayso_compiler::package::{PackageFiles, Role};
use sayso_compiler::render::{Format, Style, render};
use sayso_compiler::source::{Sources, Span};
use sayso_compiler::{Folder, Input, Options, analyze, rust};

/// Files in memory, by their paths.
pub struct Memory<'a>(pub BTreeMap<String, &'a [u8]>);

impl Folder for Memory<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.get(path).map(|bytes| bytes.to_vec()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        let names = self.0.keys().filter_map(|file| file.strip_prefix(path)?.strip_prefix('/').map(str::to_owned));
        Ok(names.filter(|name| !name.contains('/')).collect())
    }
}

/// The parts of the fuzzer's bytes, which a line `%%% name` divides. The first one has no name.
pub fn parts(data: &[u8]) -> Vec<(String, &[u8])> {
    const MARK: &[u8] = b"\n%%% ";
    let (mut parts, mut rest, mut name) = (Vec::new(), data, String::new());
    loop {
        let at = rest.windows(MARK.len()).position(|window| window == MARK);
        parts.push((name, &rest[..at.map_or(rest.len(), |at| at + 1)]));
        let Some(at) = at else { return parts };
        rest = &rest[at + MARK.len()..];
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        name = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}

/// Each diagnostic has its places in the texts, and can be shown in every format.
pub fn check_diagnostics(sources: &Sources, diagnostics: &[Diagnostic]) {
    let is_place = |span: Span| sources.text(span.file).get(span.range()).is_some();
    for found in diagnostics {
        let patches = found.helps.iter().filter_map(|help| help.patch.as_ref()).map(|patch| patch.span);
        let places = found.labels.iter().map(|label| label.span).chain(patches);
        places.for_each(|span| assert!(is_place(span), "{span:?} is no place: {}: {}", found.code(), found.message));
    }
    Format::ALL.iter().for_each(|format| drop(render(*format, sources, diagnostics, Style::default())));
}

/// What comes of a skill, if it has no errors: files at harmless paths, JSON that Amazon's reader takes, and Rust that is Rust.
pub fn compile(input: &Input, options: &Options) -> Option<Files> {
    analyze(input, options, |analysis| {
        check_diagnostics(&input.sources, &analysis.diagnostics);
        let has_errors = analysis.diagnostics.iter().any(|found| found.severity == Severity::Error);
        assert_eq!(analysis.skill.is_none(), has_errors, "there is a skill exactly where there are no errors");
        let skill = analysis.skill?;
        if !options.lenient {
            let module = rust::module(&skill, "skill.yaml");
            assert!(syn::parse_file(&module).is_ok(), "the generated Rust is none:\n{module}");
        }
        let files = emit::package(&skill);
        for (path, bytes) in &files {
            assert!(!path.starts_with('/') && path.split('/').all(|part| !part.is_empty() && part != "." && part != ".."), "{path:?}");
            assert!(serde_json::from_slice::<serde_json::Value>(bytes).is_ok(), "{path} is not JSON");
        }
        Some(files)
    })
}

/// What was built, as `sayso import` finds it.
pub fn package(files: &Files) -> PackageFiles {
    let mut package = PackageFiles::new();
    for (path, bytes) in files {
        let model = path.strip_prefix("skill-package/interactionModels/custom/").and_then(|name| name.strip_suffix(".json"));
        let role = match (&**path, model) {
            (_, Some(locale)) => Role::Model(locale.to_owned()),
            (emit::MANIFEST, _) => Role::Manifest,
            (emit::ACCOUNT_LINKING, _) => Role::AccountLinking,
            _ => continue,
        };
        package.add(role, path, bytes.clone());
    }
    package
}

/// Imports a package; what is said of it has its places.
pub fn imported(package: &PackageFiles, lenient: bool) -> Option<BTreeMap<String, String>> {
    let Imported { diagnostics, files, .. } = import(package, lenient);
    check_diagnostics(&package.sources, &diagnostics);
    files
}

/// The skill of imported files.
pub fn input(files: &BTreeMap<String, String>) -> Input {
    let files = files.iter().map(|(path, text)| (path.clone(), text.as_bytes())).collect();
    Input::read(&Memory(files), "skill.yaml").expect("an import has a skill.yaml")
}
