//! Packages that others wrote and published: none is taken for one of ours.

use crate::support::{Folder, SKILL};
use std::fs;
use std::path::{Path, PathBuf};

/// Beside the checkout, where somebody put it.
fn manifests() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in the checkout");
    let packages = fs::read_dir(root.join("shared/corpus")).into_iter().flatten();
    let manifests = packages.map(|package| package.expect("entries can be read").path().join("skill.json"));
    manifests.filter(|manifest| manifest.is_file()).collect()
}

#[test]
fn a_public_package_is_not_replaced() {
    let manifests = manifests();
    if manifests.is_empty() {
        eprintln!("no public packages in shared/corpus beside the checkout: left out");
    }
    for manifest in manifests {
        let folder = Folder::with(SKILL);
        folder.write("skill-package/skill.json", fs::read(&manifest).expect("it can be read"));
        let said = folder.sayso("build");
        assert_eq!(said.code, Some(2), "{}: {said:#?}", manifest.display());
        said.tells("does not look like a file that `sayso build` wrote");
    }
}
