//! Reads the crate that has the handlers of a skill, so that the compiler can say where the two disagree.

mod facts;
mod gather;
mod package;
mod tokens;

use crate::compile::Loaded;
use crate::relative::relative;
use package::{File, Package};
use sayso_compiler::rust::HEADER;
use sayso_compiler::source::{FileId, Span};
use sayso_compiler::{Code, Generated};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What the crate of the skill says of it, with its texts added to those of the skill; nothing where there is no such crate.
pub fn read(loaded: &mut Loaded) -> Option<Code> {
    let skill = std::fs::canonicalize(&loaded.target.name).ok()?;
    let here = std::env::current_dir().and_then(std::fs::canonicalize).ok()?;
    let code = Package::find(&skill).and_then(|package| Reading { loaded, here }.code(&package, &skill));
    // For the places of tokens the texts of all files are kept, which adds up under `--watch`.
    proc_macro2::extra::invalidate_current_thread_spans();
    code
}

/// The sources of the crate that has the handlers of a skill, and a number that differs when anything in them does.
pub fn sources(skill: &str) -> Option<(PathBuf, u64)> {
    let package = Package::find(&std::fs::canonicalize(skill).ok()?);
    proc_macro2::extra::invalidate_current_thread_spans();
    let package = package?;
    let mut hasher = DefaultHasher::new();
    package.files.iter().for_each(|file| (&file.path, &file.text).hash(&mut hasher));
    Some((package.folder.join("src"), hasher.finish()))
}

struct Reading<'l> {
    loaded: &'l mut Loaded,
    /// The current folder, from which places are told.
    here: PathBuf,
}

impl Reading<'_> {
    fn code(&mut self, package: &Package, skill: &Path) -> Option<Code> {
        let mut implementation = None;
        let mut handlers = BTreeMap::new();
        for file in package.handlers(skill) {
            let id = self.add(file);
            let span = |place: &Range<usize>| Span::new(id, place.start, place.end);
            implementation = implementation.or(file.facts.implementation.as_ref().map(span));
            for (name, place) in &file.facts.handlers {
                handlers.entry(name.clone()).or_insert_with(|| span(place));
            }
        }
        let generated = package.generated(skill).map(|(file, path)| Generated {
            place: Span::new(self.add(file), 0, HEADER.len()),
            path: self.path(file),
            text: file.text.clone(),
            skill: path.to_owned(),
        });
        Some(Code { implementation: implementation?, handlers, said: said(package), generated })
    }

    fn add(&mut self, file: &File) -> FileId {
        self.loaded.input.sources.add(self.path(file), &*file.text)
    }

    /// The path as it is seen from the current folder.
    fn path(&self, file: &File) -> String {
        relative(&file.path, &self.here)
    }
}

/// The texts that the crate says; `None` where not all of it could be made out.
fn said(package: &Package) -> Option<BTreeSet<String>> {
    if package.incomplete {
        return None;
    }
    let written = package.files.iter().filter(|file| file.facts.generated.is_none());
    if !written.clone().any(|file| file.facts.says_any) {
        return Some(written.flat_map(|file| &file.facts.said).cloned().collect());
    }
    // Any name may be one of a text.
    let words: Option<Vec<_>> = written.map(|file| facts::words(&file.text)).collect();
    Some(words?.into_iter().flatten().collect())
}
