//! Which files of a folder are the parts of a skill package.

mod find;
mod odd;
mod profiles;
mod read;
mod search;

use crate::failure::Failure;
pub use find::{and, shown};
pub use read::Root;
use sayso_compiler::package::PackageFiles;
use std::path::PathBuf;

/// A package as it was read.
pub struct Found {
    /// Its files.
    pub files: PackageFiles,
    /// What was taken for granted about them, a sentence each.
    pub guessed: Vec<String>,
    /// The folder of the manifest, which is that of the package.
    pub package: Option<PathBuf>,
}

/// Reads the package at the paths: a folder, or the files that are its parts.
pub fn read(paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Found { files: PackageFiles::new(), guessed: Vec::new(), package: None };
    for path in paths {
        if path.is_dir() { find::folder(path, &mut found)? } else { find::file(path, &mut found)? }
    }
    if found.files.is_empty() {
        let places: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let failure = Failure::new(format!("no part of a skill package is in {}", places.join(", "))).help(
            "looked for skill.json, interactionModels/custom/<locale>.json, models/<locale>.json and accountLinking.json there and in skill-package/;\n\
             parts with other names can be named one by one",
        );
        return Err(paths.iter().flat_map(|path| odd::hints(path)).fold(failure, Failure::help));
    }
    Ok(found)
}
