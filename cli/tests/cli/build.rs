use crate::support::{Folder, SKILL};
use std::fs;

const MODEL: &str = "skill-package/interactionModels/custom";

fn built() -> Folder {
    let folder = Folder::with(SKILL);
    folder.sayso("build").code(0);
    folder
}

#[test]
fn everything_is_written_beside_the_skill() {
    let folder = Folder::with(SKILL);
    folder.sayso("build").code(0).prints_nothing().golden("build.txt");
    for file in folder.files().iter().filter(|name| name.ends_with(".json")) {
        let json: serde_json::Value = serde_json::from_str(&folder.read(file)).expect("JSON");
        assert!(json.is_object(), "{file}");
    }
}

#[test]
fn what_is_as_it_should_be_is_left_alone() {
    let folder = built();
    let time = |name: &str| fs::metadata(folder.path(name)).and_then(|found| found.modified()).expect("it has a time");
    let before = time("skill-package/skill.json");
    folder.sayso("build").code(0).tells("unchanged  skill-package/skill.json").tells("(all as they should be)");
    assert_eq!(time("skill-package/skill.json"), before);
}

#[test]
fn only_what_changed_is_written() {
    let folder = built();
    folder.write("skill.yaml", SKILL.replace("alexa-bonus", "alexa-points"));
    let said = folder.sayso("build");
    said.code(0).tells("wrote      account-linking.json").tells("(1 changed)");
    assert_eq!(said.stderr.matches("wrote").count(), 1, "{said:?}");
}

#[test]
fn nothing_is_written_when_there_is_any_error() {
    let folder = Folder::with(&SKILL.replace("samples: [when", "sampels: [when"));
    folder.sayso("build").code(1).tells("SY016").tells("built nothing");
    assert_eq!(folder.files(), ["skill.yaml"]);
}

#[test]
fn what_amazon_would_refuse_is_written_where_that_is_asked_for() {
    let long = "x".repeat(200);
    let folder = Folder::with(&SKILL.replace("Tells how many bonus points you have.", &long));
    folder.sayso("build").code(1).tells("MF008");
    folder.sayso("check --lenient").code(0).tells("warning[MF008]");
    folder.sayso("build --lenient").code(0).tells("warning[MF008]");
    assert!(folder.read("skill-package/skill.json").contains(&long));
    for rust in ["--rust src/skill.rs", "--handlers src/main.rs"] {
        folder.sayso(&format!("build --lenient {rust}")).code(2).tells("handlers are only made for a skill without errors");
    }
}

#[test]
fn it_is_written_where_it_is_wanted() {
    let folder = Folder::with(SKILL);
    folder.sayso("build --out target/alexa").code(0).tells("wrote  target/alexa/skill-package/skill.json");
    assert!(!folder.has("skill-package"));
    folder.sayso("build --out target/alexa --check").code(0);
}

#[test]
fn the_rust_is_written_where_it_is_asked_for() {
    let folder = Folder::with(SKILL);
    folder.write("Cargo.toml", "");
    folder.sayso("build --rust src/skill.rs").code(0).tells("wrote  src/skill.rs");
    let rust = folder.read("src/skill.rs");
    assert!(rust.contains("pub mod skill"), "{rust}");
    folder.sayso("build --rust src/skill.rs --check").code(0);
    folder.write("src/skill.rs", rust + "\n");
    folder.sayso("build --rust src/skill.rs --check").code(3).tells("stale  src/skill.rs");
}

#[test]
fn the_rust_is_the_same_from_wherever_it_is_built() {
    let folder = Folder::with(SKILL);
    folder.write("crates/bonus/Cargo.toml", "");
    folder.sayso("build --rust crates/bonus/skill.rs").code(0);
    let from_root = folder.read("crates/bonus/skill.rs");
    let mut command = folder.command(["build", "../../skill.yaml", "--rust", "skill.rs"]);
    command.current_dir(folder.path("crates/bonus"));
    folder.run("build", command).code(0).tells("unchanged  skill.rs");
    assert_eq!(folder.read("crates/bonus/skill.rs"), from_root);
    assert!(from_root.contains("../../skill.yaml"), "{from_root}");
}

#[test]
fn a_comparison_writes_nothing_and_shows_the_difference() {
    let folder = Folder::with(SKILL);
    folder.sayso("build --check").code(3).tells("missing  skill-package/skill.json");
    assert_eq!(folder.files(), ["skill.yaml"]);

    let folder = built();
    folder.sayso("build --check").code(0).prints_nothing();
    let path = format!("{MODEL}/en-GB.json");
    folder.write(&path, folder.read(&path).replace("bonus points", "bonus pints"));
    folder.sayso("build --check").code(3).golden("build-check.txt");
    assert!(folder.read(&path).contains("bonus pints"));
}

#[test]
fn a_long_difference_is_cut() {
    let folder = built();
    folder.write("skill-package/skill.json", "{}\n".repeat(5_000));
    let said = folder.sayso("build --check");
    said.code(3).prints("more lines");
    assert!(said.stdout.lines().count() < 100, "{}", said.stdout.lines().count());
}

#[test]
fn other_line_endings_have_a_word_of_their_own() {
    let folder = built();
    folder.write("account-linking.json", folder.read("account-linking.json").replace('\n', "\r\n"));
    let said = folder.sayso("build --check");
    said.code(3).prints_nothing().tells("line endings  account-linking.json");
}

#[test]
fn what_is_not_text_is_stale_without_a_difference() {
    let folder = built();
    folder.write("skill-package/skill.json", b"\xff\xfe\0");
    folder.sayso("build --check").code(3).prints_nothing().tells("stale  skill-package/skill.json");
}

#[test]
fn the_model_of_a_locale_that_is_gone_is_told_and_stays() {
    let folder = built();
    folder.write("skill.yaml", SKILL.replace("[en-US, en-GB]", "[en-US]"));
    folder.sayso("build --check").code(3).tells(&format!("left over  {MODEL}/en-GB.json"));
    let said = folder.sayso("build");
    said.code(0).tells(&format!("warning: `{MODEL}/en-GB.json` is left over")).tells("no locale `en-GB`").tells("delete the file");
    assert!(folder.has(&format!("{MODEL}/en-GB.json")));
    assert_eq!(said.stderr.matches("left over").count(), 1, "{said:?}");
}

#[test]
fn what_is_not_ours_stays() {
    let folder = built();
    let others = [
        format!("{MODEL}/xx-XX.json"),
        format!("{MODEL}/fr-FR.txt"),
        format!("{MODEL}/fr-FR.json"),
        "skill-package/assets/icon.png".to_owned(),
    ];
    for other in &others {
        folder.write(other, "mine");
    }
    let said = folder.sayso("build");
    said.code(0);
    assert!(!said.stderr.contains("left over"), "{said:?}");
    assert!(others.iter().all(|other| folder.has(other)));
}

#[test]
fn the_request_of_a_skill_that_no_longer_links_is_told_and_stays() {
    let folder = built();
    let linking = SKILL.find("account_linking:").expect("it is there");
    let intents = SKILL.find("intents:").expect("it is there");
    let skill = format!("{}{}", &SKILL[..linking], &SKILL[intents..]).replace("    auth: required\n    scopes: [points.read]\n", "");
    folder.write("skill.yaml", skill);
    folder.sayso("build --check").code(3).tells("left over  account-linking.json");
    folder.sayso("build").code(0).tells("warning: `account-linking.json` is left over").tells("links no accounts");
    assert!(folder.has("account-linking.json"));
}

#[test]
fn diagnostics_for_machines_are_all_that_is_printed() {
    let folder = built();
    folder.write("skill-package/skill.json", "{}");
    let said = folder.sayso("build --check --format json");
    said.code(3).prints_nothing().tells("stale  skill-package/skill.json");
}
