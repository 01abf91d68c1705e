//! The Rust of the skill, for crates that want it as a file of their own.

use crate::failure::Failure;
use crate::relative::relative;
use crate::target::Target;
use sayso_compiler::{Checked, rust};
use std::path::Path;

/// The text of `mod skill`, to be written to `path`.
pub fn module(skill: &Checked<'_>, target: &Target, path: &Path) -> String {
    rust::module(skill, &seen_from_crate(Path::new(&target.name), path))
}

/// Refuses a file that somebody else wrote: what `--rust` names is written anew at every build.
pub fn may_be_replaced(path: &Path) -> Result<(), Failure> {
    match std::fs::read(path) {
        Ok(bytes) if !bytes.is_empty() && !bytes.starts_with(rust::HEADER.as_bytes()) => {
            Err(Failure::new(format!("`{}` holds something that Sayso did not generate", path.display()))
                .help("name a file of its own for `--rust`, such as `src/skill.rs`; `--handlers` is for the file with your handlers"))
        }
        _ => Ok(()),
    }
}

/// The skill's file as messages name it: from the folder of the crate that the Rust is for, so that it is the same text wherever it is built.
fn seen_from_crate(file: &Path, rust: &Path) -> String {
    let name = || file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (Ok(file), Ok(rust)) = (std::path::absolute(file), std::path::absolute(rust)) else { return name() };
    let Some(folder) = rust.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").is_file()) else { return name() };
    relative(&file, folder)
}
