//! What a build script may choose.

use crate::error::Error;
use crate::folder::Below;
use sayso_compiler::diagnostic::Severity;
use sayso_compiler::render::{Format, Style, render};
use sayso_compiler::{Analysis, Input, Options, analyze, rust};
use std::env;
use std::path::PathBuf;

/// A compilation with options.
///
/// ```no_run
/// sayso_build::Config::new().out_dir("src/generated").compile("skill.yaml").unwrap();
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    out_dir: Option<PathBuf>,
}

impl Config {
    /// What [`crate::compile`] uses.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes `skill.rs` into this folder instead of `OUT_DIR`.
    pub fn out_dir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Compiles the skill at `path`, relative to the folder of `Cargo.toml`.
    ///
    /// # Errors
    ///
    /// As [`crate::compile`].
    pub fn compile(&self, path: &str) -> Result<(), Error> {
        let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
        let out = match &self.out_dir {
            Some(folder) => root.join(folder),
            None => PathBuf::from(variable("OUT_DIR")?),
        };
        let input = Input::read(&Below(root.clone()), path).map_err(|error| Error::NotRead(path.to_owned(), error))?;
        for file in input.paths() {
            println!("cargo:rerun-if-changed={file}");
        }
        let locales = path.rsplit_once('/').map_or("locales".to_owned(), |(folder, _)| format!("{folder}/locales"));
        // A folder that does not exist would count as changed at every build.
        if root.join(&locales).is_dir() {
            println!("cargo:rerun-if-changed={locales}");
        }
        let module = analyze(&input, &Options::default(), |analysis| module(&input, analysis, path))?;
        let target = out.join("skill.rs");
        if std::fs::read_to_string(&target).ok().as_deref() != Some(module.as_str()) {
            std::fs::write(&target, module).map_err(|error| Error::Io(target.display().to_string(), error))?;
        }
        Ok(())
    }
}

fn variable(name: &'static str) -> Result<String, Error> {
    env::var(name).map_err(|_| Error::NotInBuildScript(name))
}

/// The generated module; warnings go to cargo, errors into the error.
fn module(input: &Input, analysis: Analysis<'_>, path: &str) -> Result<String, Error> {
    for found in analysis.diagnostics.iter().filter(|found| found.severity == Severity::Warning) {
        println!("cargo:warning={}", sayso_compiler::render::line(&input.sources, found));
    }
    match &analysis.skill {
        Some(skill) => Ok(rust::module(skill, path)),
        None => {
            let errors: Vec<_> = analysis.diagnostics.into_iter().filter(|found| found.severity == Severity::Error).collect();
            Err(Error::Skill(render(Format::Full, &input.sources, &errors, Style::default())))
        }
    }
}
