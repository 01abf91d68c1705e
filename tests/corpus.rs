//! The golden corpus: what comes of each skill is what is kept beside it, byte for byte, every time.
//!
//! A new folder in `corpus/` with a `skill.yaml` is a new case; `SAYSO_UPDATE=1` writes what is expected, and still fails. A folder
//! `expected@NAME` is what is expected on the stage NAME.

use sayso_tests::case::{self, Case, Files};
use std::fs;
use std::path::Path;

/// What lies in a folder, below it too.
fn read(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = format!("{prefix}{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

fn write(folder: &Path, files: &Files) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("what was expected before is removed");
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, bytes).expect("a file is written");
    }
}

/// Where the first line differs.
fn difference(expected: Option<&Vec<u8>>, found: Option<&Vec<u8>>) -> String {
    let (Some(expected), Some(found)) = (expected, found) else {
        return (if found.is_some() { "is new" } else { "is gone" }).to_owned();
    };
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let lines = expected.lines().zip(found.lines()).enumerate();
    match lines.into_iter().find(|(_, (expected, found))| expected != found) {
        Some((line, (expected, found))) => format!("differs in line {}\n    expected {expected}\n    found    {found}", line + 1),
        None => "is longer or shorter".to_owned(),
    }
}

fn check(case: &Case, stage: Option<&str>) -> Vec<String> {
    let name = stage.map_or(case.name.clone(), |stage| format!("{}@{stage}", case.name));
    let found = match case.compile(stage) {
        Ok(found) => found,
        Err(problems) => return vec![format!("{name} does not compile\n{problems}")],
    };
    let mut expected = Files::new();
    read(&case.expected(stage), "", &mut expected);
    let paths: std::collections::BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    let differing = paths.into_iter().filter(|path| expected.get(*path) != found.get(*path));
    let problems: Vec<String> =
        differing.map(|path| format!("{name}: {path} {}", difference(expected.get(path), found.get(path)))).collect();
    if !problems.is_empty() && std::env::var_os("SAYSO_UPDATE").is_some() {
        write(&case.expected(stage), &found);
    }
    problems
}

#[test]
fn what_comes_of_each_skill_is_what_is_expected() {
    let cases = case::all();
    assert!(cases.len() > 20, "the corpus has only {} cases", cases.len());
    let problems: Vec<String> =
        cases.iter().flat_map(|case| case.stages().into_iter().flat_map(|stage| check(case, stage.as_deref()))).collect();
    assert!(
        problems.is_empty(),
        "{}\n\n`SAYSO_UPDATE=1 cargo test -p sayso-tests --test corpus` writes what was found",
        problems.join("\n")
    );
}

/// The case in another folder.
fn moved(case: &Case, to: &Path) -> Case {
    let skill = to.join("another place").join(&case.name);
    fs::create_dir_all(skill.join("locales")).expect("a folder");
    fs::copy(case.skill.join("skill.yaml"), skill.join("skill.yaml")).expect("a copy");
    for entry in fs::read_dir(case.skill.join("locales")).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        fs::copy(&path, skill.join("locales").join(path.file_name().expect("a name"))).expect("a copy");
    }
    Case { skill, ..case.clone() }
}

#[test]
fn the_same_comes_of_it_every_time_everywhere() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for case in case::all() {
        let once = case.compile(None).expect("a skill without errors");
        let elsewhere = moved(&case, folder.path());
        // All at the same time, so that the compiler's own threads run in another order each time.
        std::thread::scope(|scope| {
            let again: Vec<_> = (0..4).map(|_| scope.spawn(|| elsewhere.compile(None))).collect();
            for again in again {
                assert_eq!(again.join().expect("no panic").as_ref(), Ok(&once), "{} differs", case.name);
            }
        });
    }
}

#[test]
fn a_stage_changes_no_rust() {
    let mut stages = 0;
    for case in case::all() {
        let base = case.compile(None).expect("a skill without errors");
        for stage in case.stages().into_iter().flatten() {
            let staged = case.compile(Some(&stage)).expect("a skill without errors");
            assert_eq!(staged[case::RUST], base[case::RUST], "{} on {stage}", case.name);
            assert_ne!(staged, base, "{stage} of {} changes nothing at all", case.name);
            stages += 1;
        }
    }
    assert!(stages > 1, "no case has stages");
}
