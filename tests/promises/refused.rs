//! What rustc refuses, with its exact words. `TRYBUILD=overwrite` rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder that trybuild compiles in; `skill!` looks for the skill there.
fn crate_folder() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
    target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"))
}

/// Copies all YAML below `from`.
fn copy_skills(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the skills");
    for entry in fs::read_dir(from).expect("the folder of the cases") {
        let path = entry.expect("an entry").path();
        let copy = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_skills(&path, &copy);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            fs::copy(&path, copy).expect("the skill is copied");
        }
    }
}

#[test]
fn what_does_not_compile() {
    copy_skills(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"), &crate_folder());
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
