use crate::support::{Folder, SKILL};

fn misspelt() -> Folder {
    Folder::with(&SKILL.replace("samples: [when", "sampels: [when"))
}

/// A level for a rule that nothing breaks is a warning, whatever the rules are.
fn with_warning() -> Folder {
    Folder::with(&format!("{SKILL}\nlints:\n  UT002: {{ level: warn, reason: for the test }}\n"))
}

#[test]
fn a_stage_of_a_skill_without_stages_is_told_so() {
    Folder::with(SKILL).sayso("check --stage live").code(1).tells("the skill has no stage `live`").tells("skill.yaml has no `stages`");
}

#[test]
fn a_good_skill_has_a_summary_and_nothing_else() {
    let said = Folder::with(SKILL).sayso("check");
    said.code(0).prints_nothing();
    assert_eq!(said.stderr, "checked 7 intents in 2 locales: no problems (TIME)\n");
}

#[test]
fn quiet_is_quiet() {
    let said = Folder::with(SKILL).sayso("check --quiet");
    assert_eq!((said.code, &*said.stdout, &*said.stderr), (Some(0), "", ""));
    let said = misspelt().sayso("-q check --format short");
    said.code(1).tells("SY016");
    assert!(!said.stderr.contains("checked"), "{said:?}");
}

#[test]
fn problems_for_people_are_no_data() {
    misspelt().sayso("check").code(1).prints_nothing().golden("check-full.txt");
    misspelt().sayso("check --format short").code(1).prints_nothing().golden("check-short.txt");
}

#[test]
fn problems_for_machines_are_data() {
    for format in ["json", "sarif", "github"] {
        let said = misspelt().sayso(&format!("check --format {format}"));
        said.code(1).prints("SY016");
        assert!(said.stderr.starts_with("checked "), "{said:?}");
    }
    let said = misspelt().sayso("check --format json");
    let line = said.stdout.lines().next().expect("a problem a line");
    let problem: serde_json::Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(problem["code"], "SY016");
    let said = Folder::with(SKILL).sayso("check --format sarif");
    let log: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("a log, even of nothing");
    assert_eq!(log["version"], "2.1.0");
}

#[test]
fn warnings_are_let_through_unless_denied() {
    with_warning().sayso("check").code(0).tells("warning[SY028]").tells("1 warning (TIME)");
    with_warning().sayso("check --deny warnings").code(1).tells("1 warning; warnings are denied (TIME)");
    Folder::with(SKILL).sayso("check --deny warnings").code(0);
}

#[test]
fn the_skill_is_found_from_below() {
    let folder = misspelt();
    folder.write("a/b/notes.txt", "");
    let mut command = folder.command(["check", "--format", "short"]);
    command.current_dir(folder.path("a/b"));
    folder.run("check", command).code(1).tells("../../skill.yaml:");
}

#[test]
fn the_skill_is_named_in_three_ways() {
    let folder = Folder::new();
    folder.write("skills/bonus/skill.yaml", SKILL.replace("samples: [when", "sampels: [when"));
    for args in ["skills/bonus/skill.yaml", "skills/bonus", "./skills/bonus/", "--file skills/bonus", "-f skills/bonus/skill.yaml"] {
        folder.sayso(&format!("check --format short {args}")).code(1).tells("skills/bonus/skill.yaml:3");
    }
}

#[test]
fn translations_are_read_from_beside_the_skill() {
    let folder = Folder::new();
    folder.write("it/skill.yaml", SKILL);
    folder.write("it/locales/en-GB.yaml", "speech: { goodby: Farewell. }\n");
    folder.sayso("check it --format short").code(1).tells("it/locales/en-GB.yaml:1:");
}

#[test]
fn a_stage_must_be_declared() {
    Folder::with(SKILL).sayso("check --stage live").code(1).tells("SY019");
}

#[test]
fn submission_is_stricter() {
    let plain = Folder::with(SKILL).sayso("check");
    let strict = Folder::with(SKILL).sayso("check --submit");
    plain.code(0);
    assert!(strict.stderr.len() >= plain.stderr.len(), "{strict:?}");
}
