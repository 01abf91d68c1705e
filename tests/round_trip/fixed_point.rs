//! What `sayso build` writes is imported without `--lenient`, and is the same skill again; what `sayso import` writes is a fixed point, byte for
//! byte. The bytes of the first build are not kept: built-in intents that are there unasked lose their place, and secrets their names.

use crate::support::{SAYSO, folder};
use sayso_tests::case::{self, Case};
use sayso_tests::package::differences;
use sayso_tests::public::on_all_cores;
use sayso_tests::sayso::Ended;
use sayso_tests::trip::{Trip, done, files};
use std::ffi::OsStr;
use std::path::Path;

/// In Amazon's files, an intent that only dialogs lead to looks like one whose samples were forgotten.
const DIALOG_ONLY: &str = "samples";

fn differing(case: &Case, folder: &Path) -> Result<Vec<String>, Ended> {
    let trip = Trip { sayso: &SAYSO, folder, lenient: case.name == DIALOG_ONLY };
    let (skill, built) = (case.skill.join("skill.yaml"), folder.join("built"));
    done(SAYSO.run(folder, &[OsStr::new("build"), skill.as_os_str(), OsStr::new("--out"), built.as_os_str()]))?;
    done(trip.import(&built, "skill"))?;
    done(trip.build("skill", "built again"))?;
    done(trip.import(&folder.join("built again"), "skill again"))?;
    let mut found = differences(&trip.built("built"), &trip.built("built again"));
    found.extend(between(&folder.join("skill"), &folder.join("skill again")));
    let bytes = between(&built, &folder.join("built again"));
    found.extend(bytes.into_iter().filter(|path| !path.contains("interactionModels") && !path.starts_with("account-linking")));
    Ok(found)
}

/// The files that are not the same in both folders.
fn between(one: &Path, other: &Path) -> Vec<String> {
    let (one, other) = (files(one), files(other));
    let paths = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
    paths.filter(|path| one.get(*path) != other.get(*path)).map(|path| format!("{path}: other bytes")).collect()
}

#[test]
fn what_was_built_is_imported_and_built_to_the_same() {
    let cases = case::all();
    assert!(cases.len() > 20, "the corpus has only {} cases", cases.len());
    let found = on_all_cores(&cases, |case| {
        let folder = folder();
        let found = differing(case, folder.path()).unwrap_or_else(|ended| vec![format!("{:?}: {}", ended.code, ended.stderr)]);
        found.into_iter().map(|line| format!("{}: {line}", case.name)).collect::<Vec<_>>()
    });
    let found: Vec<String> = found.into_iter().flatten().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
