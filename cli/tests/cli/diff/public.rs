//! Packages that others wrote: none differs from itself, nor from what its import builds.

use crate::support::Folder;
use std::fs;
use std::path::{Path, PathBuf};

/// So many bytes of models; larger ones only take longer.
const LARGE: u64 = 300_000;

/// Beside the checkout, where somebody put them.
fn packages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in the checkout");
    let entries = fs::read_dir(root.join("shared/corpus")).into_iter().flatten();
    let mut packages: Vec<PathBuf> = entries.map(|entry| entry.expect("entries can be read").path()).collect();
    packages.retain(|path| path.is_dir() && !path.ends_with("invalid") && size(path) < LARGE);
    packages.sort();
    packages
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("entries can be read"));
    entries.map(|entry| if entry.path().is_dir() { size(&entry.path()) } else { entry.metadata().map_or(0, |found| found.len()) }).sum()
}

#[test]
fn an_import_changes_nothing() {
    let packages = packages();
    if packages.is_empty() {
        eprintln!("no public packages beside the checkout: left out");
        return;
    }
    let folder = Folder::new();
    for (number, package) in packages.iter().enumerate() {
        let name = package.display().to_string();
        let said = folder.run("diff", folder.command(["diff", "--exit-code", &name, &name]));
        assert_eq!(said.code, Some(0), "{name}: {said:#?}");
        let skill = format!("{number}");
        folder.run("import", folder.command(["import", "--lenient", &name, "--out", &skill])).code(0);
        let said = folder.run("diff", folder.command(["diff", "--lenient", "--exit-code", &name, &skill]));
        assert_eq!(said.code, Some(0), "{name}: {said:#?}");
    }
}
