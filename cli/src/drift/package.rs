//! The crate that has the handlers of a skill.

use super::facts::{Facts, texts};
use super::gather::{Budget, Gathered, is_out};
use sayso_compiler::rust::HEADER;
use std::fs;
use std::path::{Path, PathBuf};

/// How many folders above the skill are looked at.
const MOST_ABOVE: usize = 16;

/// How deep in a workspace its crates may lie.
const DEEPEST: usize = 4;

/// A crate of which only the texts were read.
struct Candidate {
    folder: PathBuf,
    sources: Gathered,
    /// The texts in the build script, where that compiles skills.
    build: Option<Vec<String>>,
}

impl Candidate {
    fn read(folder: &Path, budget: &mut Budget) -> Candidate {
        let build = budget.read(&folder.join("build.rs")).and_then(|text| texts(&text, "sayso_build"));
        Candidate { folder: folder.to_owned(), sources: Gathered::below(&folder.join("src"), budget), build }
    }

    /// Whether the sources name the skill's file. Only those that may are looked at: most crates of a workspace have nothing to do with it.
    fn names(&self, skill: &Path) -> bool {
        let name = skill.file_name().unwrap_or_default().to_string_lossy();
        let may_name = |text: &&String| text.contains(&*name) && (text.contains("skill!") || text.starts_with(HEADER));
        let facts = self.sources.files.iter().map(|(_, text)| text).filter(may_name).filter_map(|text| Facts::of(text));
        let in_files = facts.flat_map(|facts| facts.skills.into_iter().chain(facts.generated));
        in_files.chain(self.build.iter().flatten().cloned()).any(|path| meant(&self.folder, &path).as_deref() == Some(skill))
    }

    /// Whether the build script makes up the path of the skill, which then is the nearest one.
    fn names_nothing(&self) -> bool {
        self.build.as_ref().is_some_and(|texts| !texts.iter().any(|text| is_yaml(text)))
    }

    /// The crate, if it has handlers.
    fn package(self) -> Option<Package> {
        let Gathered { files, mut incomplete } = self.sources;
        let mut read = Vec::with_capacity(files.len());
        for (path, text) in files {
            match Facts::of(&text) {
                Some(facts) => read.push(File { path, text, facts }),
                None => incomplete = true,
            }
        }
        let package = Package { folder: self.folder, files: read, incomplete, build: self.build };
        package.files.iter().any(|file| file.facts.implementation.is_some()).then_some(package)
    }
}

/// A Rust file of a crate.
pub struct File {
    /// Its whole path.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
    /// What it says of skills.
    pub facts: Facts,
}

/// A crate with handlers.
pub struct Package {
    /// Its folder.
    pub folder: PathBuf,
    /// Its sources.
    pub files: Vec<File>,
    /// Whether some of them could not be made out.
    pub incomplete: bool,
    /// The texts in the build script, where that compiles skills.
    build: Option<Vec<String>>,
}

impl Package {
    /// The crate that names the skill's file and has its handlers: at or above the folder of the file, or in the workspace there.
    pub fn find(skill: &Path) -> Option<Package> {
        let mut budget = Budget::default();
        for folder in skill.parent()?.ancestors().take(MOST_ABOVE) {
            if let Some(manifest) = budget.read(&folder.join("Cargo.toml")) {
                let candidate = Candidate::read(folder, &mut budget);
                if candidate.names(skill) || candidate.names_nothing() {
                    return candidate.package();
                }
                if manifest.lines().any(|line| line.trim_start().starts_with("[workspace")) {
                    let candidates = members(folder, &mut budget).into_iter().map(|member| Candidate::read(&member, &mut budget));
                    return candidates.filter(|candidate| candidate.names(skill)).find_map(Candidate::package);
                }
            }
            if folder.join(".git").exists() {
                return None;
            }
        }
        None
    }

    /// The skills' files that the crate names.
    fn skills(&self) -> impl Iterator<Item = PathBuf> {
        let in_files = self.files.iter().flat_map(|file| file.facts.skills.iter().chain(&file.facts.generated));
        let in_build = self.build.iter().flatten().filter(|text| is_yaml(text));
        in_files.chain(in_build).filter_map(|path| meant(&self.folder, path))
    }

    /// The files with the handlers of the skill. In a crate of several skills they are those that name it, for the others may be any skill's.
    pub fn handlers(&self, skill: &Path) -> impl Iterator<Item = &File> {
        let is_only = self.skills().all(|named| named == skill);
        let names = move |file: &&File| is_only || file.facts.skills.iter().any(|path| meant(&self.folder, path).as_deref() == Some(skill));
        self.files.iter().filter(|file| file.facts.implementation.is_some()).filter(names)
    }

    /// The file with the skill's Rust, and the path of the skill's file in it. What a build script writes is written at the next build.
    pub fn generated(&self, skill: &Path) -> Option<(&File, &str)> {
        let generated = self.files.iter().filter_map(|file| Some((file, file.facts.generated.as_deref()?)));
        generated.filter(|_| self.build.is_none()).find(|(_, path)| meant(&self.folder, path).as_deref() == Some(skill))
    }
}

/// The file that a path in the sources of the crate in `folder` means.
fn meant(folder: &Path, path: &str) -> Option<PathBuf> {
    fs::canonicalize(folder.join(path)).ok()
}

fn is_yaml(text: &str) -> bool {
    text.ends_with(".yaml") || text.ends_with(".yml")
}

/// The folders of a workspace that have a `Cargo.toml`, in the order of their paths.
fn members(workspace: &Path, budget: &mut Budget) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![(workspace.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for path in budget.entries(&folder) {
            if path.is_symlink() || !path.is_dir() || is_out(&path) || path.ends_with("src") {
                continue;
            }
            if path.join("Cargo.toml").is_file() {
                found.push(path.clone());
            }
            if depth + 1 < DEEPEST {
                folders.push((path, depth + 1));
            }
        }
    }
    found.sort();
    found
}
