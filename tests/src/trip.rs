//! A package through `sayso import` and `sayso build`, and back.

use crate::package::{BUILT, Package};
use crate::sayso::{Ended, Sayso};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that commands write to, one trip after the other.
#[derive(Clone, Copy, Debug)]
pub struct Trip<'a> {
    /// The command line.
    pub sayso: &'a Sayso,
    /// The folder.
    pub folder: &'a Path,
    /// Whether what Amazon would refuse is let through.
    pub lenient: bool,
}

impl Trip<'_> {
    /// Imports a package into the folder `name`.
    pub fn import(&self, package: &Path, name: &str) -> Ended {
        self.run("import", package, name)
    }

    /// Builds the skill of the folder `from` into the folder `name`.
    pub fn build(&self, from: &str, name: &str) -> Ended {
        self.run("build", &self.folder.join(from).join("skill.yaml"), name)
    }

    fn run(&self, command: &str, path: &Path, out: &str) -> Ended {
        let out = self.folder.join(out);
        let mut arguments: Vec<OsString> = vec![command.into(), path.into(), "--out".into(), out.into()];
        if self.lenient {
            arguments.push("--lenient".into());
        }
        self.sayso.run(self.folder, &arguments)
    }

    /// Imports a package and builds it again.
    ///
    /// # Errors
    ///
    /// The command that did not end well.
    ///
    /// # Panics
    ///
    /// When what was built cannot be read.
    pub fn there_and_back(&self, package: &Path) -> Result<Package, Ended> {
        done(self.import(package, SKILL))?;
        done(self.build(SKILL, OUT))?;
        Ok(self.built(OUT))
    }

    /// The package in the folder `name`.
    ///
    /// # Panics
    ///
    /// When it cannot be read.
    pub fn built(&self, name: &str) -> Package {
        BUILT.read(&self.folder.join(name)).unwrap_or_else(|error| panic!("what was built: {error}"))
    }
}

/// The folder of the imported skill.
pub const SKILL: &str = "skill";

/// The folder of what is built of it.
pub const OUT: &str = "built";

/// A run that ended well.
///
/// # Errors
///
/// One that did not.
pub fn done(ended: Ended) -> Result<Ended, Ended> {
    if ended.code == Some(0) { Ok(ended) } else { Err(ended) }
}

/// The files below a folder, by their path with `/`.
///
/// # Panics
///
/// When one cannot be read.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders: Vec<(PathBuf, String)> = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                folders.push((path, format!("{name}/")));
            } else {
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}
