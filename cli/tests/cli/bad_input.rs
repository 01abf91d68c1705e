//! Whatever is wrong with files, folders and usage: a message and an exit code, never a panic.

use crate::support::{Folder, SKILL};
use std::fs::File;

const ON_SKILLS: [&str; 4] = ["check", "build", "auth", "account-linking"];

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    for command in ON_SKILLS {
        let folder = Folder::new();
        folder.write("empty/notes.txt", "");
        folder.sayso(&format!("{command} nowhere.yaml")).fails("there is no file or folder `nowhere.yaml`");
        folder.sayso(&format!("{command} empty")).fails("there is no skill.yaml in the folder `empty`");
    }
}

#[test]
fn without_a_skill_above_there_is_nothing_to_work_on() {
    let folder = Folder::new();
    folder.sayso("check").fails("nor in any folder above it").tells("sayso new NAME");
}

#[test]
fn a_skill_with_the_other_ending_of_yaml_is_seen() {
    let folder = Folder::new();
    folder.write("skill.yml", SKILL);
    folder.sayso("check").fails("there is no skill.yaml").tells("there is a skill.yml: name it skill.yaml");
    folder.sayso("check .").fails("there is no skill.yaml").tells("there is a skill.yml: name it skill.yaml");
}

#[test]
fn a_folder_is_no_file() {
    let folder = Folder::new();
    folder.write("skill.yaml/notes.txt", "");
    folder.sayso("check").fails("`skill.yaml` is a folder");
    folder.sayso("check .").fails("skill.yaml` is a folder");
}

#[test]
#[cfg(unix)]
fn a_pipe_is_no_file_and_is_not_waited_for() {
    let make = |path: &std::path::Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status().expect("pipes can be made");
        assert!(made.success());
    };
    let folder = Folder::new();
    make(&folder.path("skill.yaml"));
    for args in ["check", "check .", "check skill.yaml", "check --watch", "build"] {
        folder.sayso(args).fails("skill.yaml` is a pipe or a device, and should be the file of the skill");
    }
    let folder = Folder::with(SKILL);
    folder.write("locales/en.yaml", "");
    make(&folder.path("locales/de.yaml"));
    folder.sayso("check --format short").code(1).tells("`locales/de.yaml` cannot be read: it is no file, but a pipe or a device");
    folder.write("locales/fr.yaml/notes.txt", "");
    folder.sayso("check --format short").code(1).tells("`locales/fr.yaml` cannot be read: it is a folder");
}

#[test]
fn translations_that_are_no_folder_fail() {
    let folder = Folder::with(SKILL);
    folder.write("locales", "");
    folder.sayso("check").fails("`locales` cannot be read");
}

#[test]
fn thousands_of_translations_are_refused() {
    let folder = Folder::with(SKILL);
    for number in 0..1_001 {
        folder.write(&format!("locales/x{number}.yaml"), "");
    }
    folder.sayso("check").fails("more than 1000 files");
}

#[test]
fn what_is_in_the_file_is_a_problem_of_the_skill() {
    let folder = Folder::new();
    for (name, bytes, code) in [
        ("latin1.yaml", &b"sayso: 1\nskill: { name: Caf\xe9 }\n"[..], "SY011"),
        ("utf16.yaml", &b"\xff\xfes\0a\0y\0s\0o\0"[..], "SY0"),
        ("empty.yaml", &b""[..], "SY012"),
        ("binary.yaml", &b"\x7fELF\0\0\0\x01\x02"[..], "SY0"),
        ("open.yaml", &b"intents: {"[..], "SY0"),
    ] {
        folder.write(name, bytes);
        let said = folder.sayso(&format!("check {name}"));
        said.code(1).tells(code);
        assert!(!said.stderr.contains("note: 0 bytes"), "{said:?}");
    }
}

/// What is said of a file that is too long, however much longer it is.
const LIMIT: &str = "the file holds more than 32 MiB, which is the limit";

#[test]
fn a_huge_file_is_refused_and_not_read_to_its_end() {
    let folder = Folder::new();
    let file = File::create(folder.path("huge.yaml")).expect("files can be made");
    file.set_len(1 << 40).expect("a file may have holes");
    folder.sayso("check --format short huge.yaml").code(1).tells("SY004").tells(LIMIT);
    folder.write("long.yaml", format!("# {}\n", "ä".repeat(17 << 20)));
    folder.sayso("check --format short long.yaml").code(1).tells(LIMIT);
    folder.write("little.yaml", format!("#{}", " ".repeat(32 << 20)));
    folder.sayso("check --format short little.yaml").code(1).tells(LIMIT);
    folder.write("most.yaml", format!("{SKILL}#{}", " ".repeat((32 << 20) - SKILL.len() - 1)));
    folder.sayso("check --format short most.yaml").code(0);
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let folder = Folder::with(&SKILL.replace("OpeningHours:", "\"Open\\e[2J\\u202eing\": { samples: [a] }\n  OpeningHours:"));
    for format in ["full", "short", "json", "sarif", "github"] {
        let said = folder.sayso(&format!("check --format {format}"));
        assert!(!said.stdout.contains(['\u{1b}', '\u{202e}']), "{said:?}");
        assert!(!said.stderr.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
    folder.sayso("auth").code(1);
    let said = folder.sayso("check \u{1b}[2Jnowhere");
    said.fails("\\u{1b}[2Jnowhere");
}

#[test]
#[cfg(unix)]
fn a_path_that_is_not_utf8_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let name = OsStr::from_bytes(b"sk\xffll.yaml");
    if std::fs::write(folder.path("").join(name), SKILL).is_err() {
        return; // Some file systems take no such names; then there is nothing to refuse.
    }
    folder.run("check", folder.command([OsStr::new("check"), name])).fails("is not UTF-8");
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_nowhere_is_missing() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("nowhere", folder.path("skill.yaml")).expect("links can be made");
    folder.sayso("check skill.yaml").fails("there is no file or folder `skill.yaml`");
}

#[test]
fn wrong_usage_is_explained() {
    let folder = Folder::with(SKILL);
    for args in ["", "chek", "check --format xml", "check a b", "check --watch=1", "build --check --watch", "explain", "completions tcsh"] {
        let said = folder.sayso(args);
        said.code(2).prints_nothing();
        assert!(said.stderr.contains("Usage: sayso") || said.stderr.contains("possible values"), "{said:?}");
    }
    folder.sayso("chek").tells("check");
}
