//! Which files of a folder are the parts of a skill package.

mod find;
mod read;

use crate::failure::Failure;
use sayso_compiler::package::PackageFiles;
use std::path::PathBuf;

/// A package as it was read.
pub struct Found {
    /// Its files.
    pub files: PackageFiles,
    /// What was taken for granted about them, a sentence each.
    pub guessed: Vec<String>,
}

/// Reads the package at the paths: a folder, or the files that are its parts.
pub fn read(paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Found { files: PackageFiles::new(), guessed: Vec::new() };
    for path in paths {
        if path.is_dir() { find::folder(path, &mut found)? } else { find::file(path, &mut found)? }
    }
    if found.files.is_empty() {
        let places: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(Failure::new(format!("no part of a skill package is in {}", places.join(", "))).help(
            "looked for skill.json, interactionModels/custom/<locale>.json, models/<locale>.json and accountLinking.json there and in skill-package/;\n\
             parts with other names can be named one by one",
        ));
    }
    Ok(found)
}
