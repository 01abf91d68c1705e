use crate::support::{Folder, SECRET, SKILL, Said};
use std::fs::{self, File};
use std::process::Stdio;

fn resolved(folder: &Folder, secret: Option<&str>) -> Said {
    let mut command = folder.command(["account-linking", "--resolved"]);
    command.envs(secret.map(|secret| ("BONUS_SECRET", secret)));
    folder.run("account-linking --resolved", command)
}

fn with_file(content: &[u8]) -> Folder {
    let folder = Folder::new();
    folder.write("it/skill.yaml", SKILL.replace("env:BONUS_SECRET", "file:secrets/bonus"));
    folder.write("it/secrets/bonus", content);
    folder
}

fn resolved_from_file(content: &[u8]) -> Said {
    with_file(content).sayso("account-linking it --resolved")
}

#[test]
fn the_request_has_a_placeholder() {
    let folder = Folder::with(SKILL);
    let mut command = folder.command(["account-linking"]);
    command.env("BONUS_SECRET", SECRET);
    folder.run("account-linking", command).code(0).golden("account-linking.txt");
}

#[test]
fn a_pipe_gets_the_secret() {
    let said = resolved(&Folder::with(SKILL), Some(SECRET));
    let request: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("JSON");
    assert_eq!(request["accountLinkingRequest"]["clientSecret"], SECRET);
    assert_eq!(said.stderr, "");
}

#[test]
fn a_file_is_found_from_the_skill_and_its_last_line_break_is_no_secret() {
    for content in [SECRET.to_owned(), format!("{SECRET}\n"), format!("{SECRET}\r\n")] {
        let said = resolved_from_file(content.as_bytes());
        let request: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("JSON");
        assert_eq!(request["accountLinkingRequest"]["clientSecret"], SECRET);
    }
}

#[test]
fn a_secret_that_is_none_is_an_error() {
    resolved(&Folder::with(SKILL), None).fails("the environment variable `BONUS_SECRET` is not set");
    resolved(&Folder::with(SKILL), Some("")).fails("it is empty");
    resolved(&Folder::with(SKILL), Some(" \t")).fails("it is empty");
    resolved_from_file(b"").fails("it is empty");
    resolved_from_file(b"\n").fails("it is empty");
    let missing = with_file(b"");
    fs::remove_file(missing.path("it/secrets/bonus")).expect("it is there");
    missing.sayso("account-linking it --resolved").fails("it/secrets/bonus` cannot be read");
}

#[test]
fn no_failure_tells_what_was_found() {
    let long = format!("{SECRET}{}", "x".repeat(70_000));
    let several = format!("{SECRET}\n{SECRET}\n");
    let latin1 = [SECRET.as_bytes(), b"\xe9"].concat();
    for content in [long.as_bytes(), several.as_bytes(), &latin1] {
        let said = resolved_from_file(content);
        said.code(2).prints_nothing();
        assert!(!said.stderr.contains(SECRET), "{said:?}");
    }
}

#[test]
fn a_file_is_refused() {
    let folder = Folder::with(SKILL);
    let target = folder.path("request.json");
    let mut command = folder.command(["account-linking", "--resolved"]);
    command.env("BONUS_SECRET", SECRET).stdout(File::create(&target).expect("files can be made")).stderr(Stdio::piped());
    let output = command.spawn().and_then(|child| child.wait_with_output()).expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("standard output is a file"), "{stderr}");
    assert!(
        stderr.contains("update-account-linking-info -s SKILL_ID -g development --account-linking-request file:/dev/stdin"),
        "{stderr}"
    );
    assert!(stderr.contains("sayso account-linking --resolved |"), "{stderr}");
    assert_eq!(fs::read(&target).expect("it is there"), b"");
}

#[test]
#[cfg(unix)]
fn a_device_is_refused() {
    let folder = Folder::with(SKILL);
    let mut command = folder.command(["account-linking", "--resolved"]);
    command.env("BONUS_SECRET", SECRET).stdout(Stdio::null()).stderr(Stdio::piped());
    let output = command.spawn().and_then(|child| child.wait_with_output()).expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_skill_without_linking_has_no_request() {
    let skill = "sayso: 1\nlocales: [en-US]\nskill: { name: Hello Friend, invocation: hello friend }\nintents:\n  Hello: { samples: [say hello] }\nspeech: { help: Say hello to me., fallback: You can say hello to me. }\n";
    Folder::with(skill).sayso("account-linking").fails("declares no account linking");
    resolved(&Folder::with(skill), None).fails("declares no account linking");
}

#[test]
fn a_broken_skill_gets_nothing() {
    let folder = Folder::with(&SKILL.replace("samples: [when", "sampels: [when"));
    resolved(&folder, Some(SECRET)).code(1).prints_nothing();
}

#[test]
fn no_other_command_ever_shows_the_secret() {
    let folder = Folder::with(SKILL);
    folder.write("Cargo.toml", "");
    for args in [
        "check",
        "check --submit",
        "check --format json",
        "check --format sarif",
        "build",
        "build --check",
        "build --rust skill.rs",
        "auth",
        "auth --format json",
        "account-linking",
        "account-linking nowhere --resolved",
        "explain --all",
        "schema",
    ] {
        let mut command = folder.command(args.split_whitespace());
        command.env("BONUS_SECRET", SECRET);
        let said = folder.run(args, command);
        assert!(!said.stdout.contains(SECRET) && !said.stderr.contains(SECRET), "{said:?}");
    }
    assert!(folder.has("skill.rs") && folder.has("account-linking.json"));
    for file in folder.files() {
        assert!(!folder.read(&file).contains(SECRET), "{file}");
    }
}
