//! The golden corpus: a folder for each case, with a skill and what comes of it.

use crate::disk::{self, Disk};
use sayso_compiler::render::{Format, Style, line, render};
use sayso_compiler::{Analysis, Input, Options, analyze, emit, rust};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The case whose skill is the one at the root of the repository.
const ROOT: &str = "ride-hailer";

/// The generated Rust among the files of a case.
pub const RUST: &str = "skill.rs";

/// The warnings among the files of a case; there is no such file when there are none.
pub const WARNINGS: &str = "warnings.txt";

/// Files by their path, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A case of the corpus.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of its folder.
    pub name: String,
    /// Where its `skill.yaml` and its `locales/` are.
    pub skill: PathBuf,
    /// Its folder.
    pub folder: PathBuf,
}

/// All cases, by name.
///
/// # Panics
///
/// When the corpus cannot be read.
pub fn all() -> Vec<Case> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = std::fs::read_dir(&corpus).expect("the corpus can be read");
    let folders = entries.map(|entry| entry.expect("an entry of the corpus").path()).filter(|path| path.is_dir());
    let mut cases: Vec<Case> = folders.map(Case::at).collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

impl Case {
    fn at(folder: PathBuf) -> Self {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let skill = if name == ROOT { disk::root() } else { folder.clone() };
        Case { name, skill, folder }
    }

    /// The stages whose output is kept: none, and NAME for each folder `expected@NAME`.
    ///
    /// # Panics
    ///
    /// When the case's folder cannot be read.
    pub fn stages(&self) -> Vec<Option<String>> {
        let entries = std::fs::read_dir(&self.folder).expect("the case can be read");
        let names = entries.map(|entry| entry.expect("an entry of the case").file_name().to_string_lossy().into_owned());
        let mut stages: Vec<_> = names.filter_map(|name| name.strip_prefix("expected@").map(|stage| Some(stage.to_owned()))).collect();
        stages.push(None);
        stages.sort();
        stages
    }

    /// The folder of what is expected on a stage.
    pub fn expected(&self, stage: Option<&str>) -> PathBuf {
        self.folder.join(stage.map_or("expected".to_owned(), |stage| format!("expected@{stage}")))
    }

    /// What the compiler reads.
    ///
    /// # Panics
    ///
    /// When the skill cannot be read.
    pub fn input(&self) -> Input {
        Input::read(&Disk(self.skill.clone()), "skill.yaml").unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// What comes of the skill on a stage.
    ///
    /// # Errors
    ///
    /// The problems, rendered, when the skill has errors.
    pub fn compile(&self, stage: Option<&str>) -> Result<Files, String> {
        compile(&self.input(), stage)
    }
}

/// What comes of a skill on a stage: the files for Amazon, the Rust, and the warnings.
///
/// # Errors
///
/// The problems, rendered, when the skill has errors.
pub fn compile(input: &Input, stage: Option<&str>) -> Result<Files, String> {
    let options = Options { stage: stage.map(str::to_owned), ..Options::default() };
    analyze(input, &options, |analysis| files(input, &analysis))
}

fn files(input: &Input, analysis: &Analysis<'_>) -> Result<Files, String> {
    let Some(skill) = &analysis.skill else {
        return Err(render(Format::Full, &input.sources, &analysis.diagnostics, Style::default()));
    };
    let mut files: Files = emit::package(skill);
    files.insert(RUST.to_owned(), rust::module(skill, "skill.yaml").into_bytes());
    let warnings: String = analysis.diagnostics.iter().map(|found| line(&input.sources, found) + "\n").collect();
    if !warnings.is_empty() {
        files.insert(WARNINGS.to_owned(), warnings.into_bytes());
    }
    Ok(files)
}
