//! The door as a build script uses it: files in, `skill.rs` out, errors with the lines around them.

use sayso_build::{Config, Error};
use sayso_compiler::{Input, Options, analyze, rust};
use std::path::Path;

const SKILL: &str = "../skill.yaml";

fn compiled(path: &str, folder: &str) -> Result<String, Error> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    std::fs::create_dir_all(&out).expect("a folder");
    Config::new().out_dir(&out).compile(path).map(|()| std::fs::read_to_string(out.join("skill.rs")).expect("a file"))
}

#[test]
fn it_writes_what_the_compiler_makes() {
    let text = |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
    let input = Input::from_text(SKILL, text(SKILL)).with_locale("de", text("../locales/de.yaml"));
    let module = analyze(&input, &Options::default(), |analysis| rust::module(&analysis.skill.expect("no errors"), SKILL));
    assert_eq!(compiled(SKILL, "good").expect("no errors"), module);
}

#[test]
fn what_did_not_change_is_not_written_again() {
    compiled(SKILL, "twice").expect("no errors");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("twice/skill.rs");
    let written = || std::fs::metadata(&file).and_then(|found| found.modified()).expect("a time");
    let first = written();
    compiled(SKILL, "twice").expect("no errors");
    assert_eq!(first, written());
}

#[test]
fn errors_show_the_lines_around_them() {
    let error = compiled("tests/broken/skill.yaml", "broken").expect_err("the skill is broken");
    // A build script unwraps it, and cargo shows its `Debug`.
    let shown = format!("{error:?}");
    assert!(shown.contains("error[SY018]: `maybe` is not a value of `auth`"), "{shown}");
    assert!(shown.contains("--> tests/broken/skill.yaml:4:17"), "{shown}");
    assert!(shown.contains("4 | launch: { auth: maybe }"), "{shown}");
}

#[test]
fn a_missing_file_is_named() {
    let error = compiled("no/skill.yaml", "missing").expect_err("there is no such file");
    let said = error.to_string();
    assert!(said.starts_with("no/skill.yaml cannot be read: ") && said.ends_with("relative to the folder of Cargo.toml"), "{said}");
}
