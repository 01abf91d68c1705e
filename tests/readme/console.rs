//! Transcripts: `sayso` runs in a copy of the repository, and prints what the block shows. `...` stands for anything.

use crate::blocks::{Block, Kind, all};
use sayso_tests::disk;
use sayso_tests::sayso::Sayso;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What transcripts may run besides `sayso`, and this does not: it takes long, listens, or belongs to others.
const NOT_RUN: &[&str] = &["cargo", "curl", "ask", "git", "pip", "aws"];

/// Folders of the repository that no command needs.
const NOT_COPIED: &[&str] = &["target", ".git", "fuzz"];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if path.is_dir() && !NOT_COPIED.iter().any(|not| name == *not) {
            copy(&path, &to.join(name));
        } else if path.is_file() {
            fs::copy(&path, to.join(name)).expect("a copy");
        }
    }
}

/// A transcript as commands, each with what it prints.
fn commands(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((_, output))) => output.push_str(&format!("{line}\n")),
            (None, None) => panic!("a transcript begins with `$ `, not with `{line}`"),
        }
    }
    commands
}

struct Shell<'a> {
    sayso: &'a Path,
    folder: PathBuf,
}

impl Shell<'_> {
    /// Runs what is to be run of a command line; `None` when nothing was.
    fn run(&mut self, line: &str) -> Option<String> {
        let mut printed = None;
        for part in line.split("&&") {
            // What `sayso` hands to another program is not shown.
            let (part, is_piped) = part.split_once('|').map_or((part, false), |(part, _)| (part, true));
            let words: Vec<&str> = part.split_whitespace().collect();
            match words[..] {
                ["cd", folder] => self.folder.push(folder),
                ["sayso", ref arguments @ ..] | ["cargo", "run", "--", ref arguments @ ..] => {
                    let output = self.sayso(line, arguments);
                    printed = (!is_piped).then_some(output);
                }
                [program, ..] => assert!(NOT_RUN.contains(&program), "`{line}` runs `{program}`, which is not known here"),
                [] => panic!("`{line}` has an empty part"),
            }
        }
        printed
    }

    fn sayso(&self, line: &str, arguments: &[&str]) -> String {
        let (mut output, write) = std::io::pipe().expect("a pipe");
        let mut sayso = Command::new(self.sayso);
        sayso.args(arguments).current_dir(&self.folder).env("NO_COLOR", "1").env("RIDE_HAILER_CLIENT_SECRET", "not-a-secret");
        sayso.stdout(write.try_clone().expect("a pipe")).stderr(write);
        let mut running = sayso.spawn().expect("sayso runs");
        // The command holds the writing ends of the pipe, which would stay open otherwise.
        drop(sayso);
        let mut text = String::new();
        output.read_to_string(&mut text).expect("text");
        let status = running.wait().expect("an end");
        assert!(status.success() || text.contains("error"), "`{line}` fails, and does not say why");
        assert!(status.code().is_some_and(|code| code <= 3), "`{line}` ends with {status}\n{text}");
        text
    }
}

/// Whether a text is as expected, where `...` stands for anything.
fn fits(text: &str, expected: &str) -> bool {
    let mut parts = expected.split("...");
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut last = None;
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        last = Some(part);
    }
    rest.is_empty() || last.is_some_and(|last| last.trim().is_empty())
}

fn check(block: &Block, sayso: &Path, root: &Path) {
    let mut shell = Shell { sayso, folder: root.to_owned() };
    for (command, expected) in commands(&block.text) {
        let printed = shell.run(&command);
        if let Some(printed) = printed.filter(|_| !expected.is_empty()) {
            assert!(fits(&printed, &expected), "{block}: `{command}` prints\n{printed}\nand not\n{expected}");
        }
    }
}

#[test]
fn transcripts_come_out_as_they_are_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sayso = Sayso::built(env!("CARGO_TARGET_TMPDIR"));
    for (at, block) in all().iter().filter(|block| block.kind == Kind::Console).enumerate() {
        let root = folder.path().join(at.to_string());
        copy(&disk::root(), &root);
        check(block, sayso.path(), &root);
    }
}

#[test]
fn three_dots_stand_for_anything() {
    assert!(fits("one\ntwo\nthree\n", "one\n...\nthree\n"));
    assert!(fits("one\ntwo\n", "one\n...\n"));
    assert!(fits("took 12 ms\n", "took ... ms\n"));
    assert!(!fits("one\ntwo\n", "one\n"));
    assert!(!fits("one\ntwo\n", "...\nthree\n"));
    assert!(!fits("zero\none\n", "one\n"));
}
