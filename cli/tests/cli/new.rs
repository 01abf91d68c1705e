use crate::support::Folder;
use std::path::Path;
use std::process::Command;

const TEMPLATES: [&str; 3] = ["public", "linking-optional", "linking-required"];

#[test]
fn every_template_is_a_skill_without_problems() {
    for template in TEMPLATES {
        let folder = Folder::new();
        folder.sayso(&format!("new bonus-points --template {template}")).code(0).prints_nothing().golden(&format!("new-{template}.txt"));
        let said = folder.sayso("check bonus-points");
        said.code(0).prints_nothing();
        assert_eq!(said.stderr.lines().count(), 1, "{said:?}");
        folder.sayso("build bonus-points --out built").code(0);
        let manifest = folder.read("bonus-points/Cargo.toml");
        // This program was built in a checkout, and so the library comes from there.
        let library = std::fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime")).expect("the library");
        assert!(manifest.contains(&format!("sayso = {{ path = {:?}, ", library.to_string_lossy())), "{manifest}");
        assert!(folder.files().iter().all(|file| file.starts_with("bonus-points/") || file.starts_with("built/")), "{:?}", folder.files());
    }
}

#[test]
fn templates_differ_in_who_needs_an_account() {
    let folder = Folder::new();
    for (template, enablement) in [("public", "null"), ("linking-optional", "\"optional\""), ("linking-required", "\"required\"")] {
        folder.sayso(&format!("new {template} --template {template}")).code(0);
        folder.sayso(&format!("auth {template} --format json")).code(0).prints(&format!("\"enablement\": {enablement}"));
    }
}

#[test]
fn the_editor_finds_the_schema() {
    let folder = Folder::new();
    folder.sayso("new bonus-points").code(0);
    assert!(folder.read("bonus-points/skill.yaml").starts_with("# yaml-language-server: $schema=./skill.schema.json\n"));
    assert_eq!(folder.read("bonus-points/skill.schema.json"), folder.sayso("schema").stdout);
}

#[test]
fn any_name_of_a_crate_becomes_an_invocation_name() {
    for name in ["weather", "weather-skill", "ride2go", "my_alexa_app", "the-bus", "open-door", "x1-y2-z3"] {
        let folder = Folder::new();
        folder.sayso(&format!("new {name}")).code(0);
        let said = folder.sayso(&format!("check {name} --deny warnings"));
        said.code(0);
    }
}

#[test]
fn what_is_there_is_not_touched() {
    let folder = Folder::new();
    folder.write("full/notes.txt", "mine");
    folder.write("file", "mine");
    folder.sayso("new full").fails("the folder `full` is not empty");
    folder.sayso("new file").fails("`file` is a file");
    folder.sayso("new file/inside").code(2);
    assert_eq!(folder.files(), ["file", "full/notes.txt"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("empty")).expect("folders can be made");
    folder.sayso("new empty").code(0);
    assert!(folder.has("empty/skill.yaml"));
    folder.sayso("new deep/in/folders").code(0);
    assert!(folder.has("deep/in/folders/skill.yaml"));
}

#[test]
fn a_name_that_cargo_refuses_is_refused() {
    for name in ["2fast", "A", "größe", "a.b", "..", ".", "test", "self", "sayso"] {
        let folder = Folder::new();
        folder.sayso(&format!("new {name}")).fails("cannot be the name of a crate").tells("such as `bonus-points`");
        assert_eq!(folder.files(), <[&str; 0]>::default());
    }
}

/// Builds each new skill against the library of this workspace, runs its tests, and holds it to rustfmt and clippy.
#[test]
#[ignore = "builds three crates, which takes minutes"]
fn every_template_compiles_and_passes_its_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace");
    for template in TEMPLATES {
        let folder = Folder::new();
        let library = root.join("runtime");
        let mut command = folder.command(["new", "bonus-points", "--template", template, "--sayso-path"]);
        command.arg(library);
        folder.run("new", command).code(0);
        std::fs::copy(root.join("Cargo.lock"), folder.path("bonus-points/Cargo.lock")).expect("the workspace has one");
        for args in [&["fmt", "--check"][..], &["clippy", "--all-targets", "--", "-D", "warnings"], &["test"]] {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(args).current_dir(folder.path("bonus-points"));
            cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("new"));
            let output = cargo.output().expect("cargo runs");
            assert!(
                output.status.success(),
                "{template}: {args:?}\n{}{}",
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}
