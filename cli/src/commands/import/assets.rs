//! What a package has beside its JSON: the icons come along, and of the rest the user is told.

use crate::failure::Failure;
use crate::files::{Plan, require_inside};
use crate::package::{Root, and, shown};
use sayso_compiler::import::Notes;
use std::fs;
use std::path::Path;

/// What Amazon's command line sends along with a package, and skill.yaml has nothing of.
const UNSAID: &[&str] = &["conversations", "isps", "response"];

/// Plans the icons that the skill names, from the folder of the package into the one that is going to be built.
pub fn plan(icons: &[String], package: &Path, out: &Path, plan: &mut Plan, notes: &mut Notes) -> Result<(), Failure> {
    let target = out.join("skill-package");
    let real = |path: &Path| fs::canonicalize(path).ok();
    if real(package) == real(&target) {
        return Ok(());
    }
    // In the same project, what was imported and what is built would be two.
    if let (Some(package), Some(out)) = (real(package), real(out))
        && package.starts_with(&out)
    {
        let what = format!("`sayso build` writes the package into `{}`", shown(&target));
        notes.needed.push(format!("{what}: after that, delete what was imported"));
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
