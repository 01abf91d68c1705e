//! What a package has beside its JSON: the icons come along, and of the rest the user is told.

use crate::failure::Failure;
use crate::files::{Plan, require_inside};
use crate::package::{Root, and, shown};
use sayso_compiler::import::Notes;
use std::fs;
use std::path::{Path, PathBuf};

/// What Amazon's command line sends along with a package, and skill.yaml has nothing of.
const UNSAID: &[&str] =
    &["conversations", "dataStorePackages", "dialogManagement", "isps", "response", "robotActivity", "routines", "tasks"];

/// What to say where the package was imported in place, and is going to be built beside it: it would be there twice.
pub fn left_over(paths: &[PathBuf], package: &Path, out: &Path) -> Option<String> {
    let target = out.join("skill-package");
    let is_in_place = paths.iter().any(|path| real(path) == real(out)) && real(package) != real(&target);
    is_in_place.then(|| format!("`sayso build` writes the package into `{}`: after that, delete what was imported", shown(&target)))
}

fn real(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// Plans the icons that the skill names, from the folder of the package into the one that is going to be built.
pub fn plan(icons: &[String], package: &Path, out: &Path, plan: &mut Plan, notes: &mut Notes) -> Result<(), Failure> {
    let target = out.join("skill-package");
    if real(package) == real(&target) {
        return Ok(());
    }
    let root = Root::of(package)?;
    for icon in icons {
        let source = package.join(icon);
        match root.read(&source)? {
            Some(bytes) => {
                let path = target.join(icon);
                require_inside(out, &path)?;
                plan.add(path, bytes)?;
            }
            None => notes.needed.push(format!("`{}`, an icon of the skill, is not there", shown(&source))),
        }
    }
    let unsaid = UNSAID.iter().map(|name| package.join(name)).filter(|path| path.is_dir());
    let unsaid: Vec<String> = unsaid.map(|path| format!("`{}`", shown(&path))).collect();
    if !unsaid.is_empty() {
        let what = if unsaid.len() == 1 { "it" } else { "them" };
        notes.needed.push(format!("copy {} into `{}`: skill.yaml says nothing of what is in {what}", and(&unsaid), shown(&target)));
    }
    Ok(())
}
