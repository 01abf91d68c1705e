//! Amazon's command line takes a folder as it is: its own modules read `ask-resources.json` and the package, up to the upload.
//!
//! Its package is large (200 MB) and is installed once, below the target folder.

use crate::npm;
use sayso_tests::case::{self, Files, RUST, WARNINGS};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PACKAGE: (&str, &str) = ("ask-cli", "2.30.7");

fn installed() -> Option<std::path::PathBuf> {
    // A later version, which the range of one of its dependencies takes, cannot be loaded at all.
    npm::package(PACKAGE.0, PACKAGE.1, &json!({"antlr4ts": "0.5.0-alpha.4"}))
}

/// What Amazon's command line says of these files in a folder of their own.
fn deploy(cli: &Path, files: &Files) -> Output {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, bytes).expect("a file is written");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("amazon/ask_cli.js");
    let mut node = Command::new("node");
    node.arg(script).arg(cli).current_dir(folder.path()).env("HOME", folder.path());
    node.output().expect("node runs where npm does")
}

fn package(case: &str) -> Files {
    let case = case::all().into_iter().find(|found| found.name == case).expect("a case of that name");
    let mut files = case.compile(None).expect("a skill without errors");
    files.retain(|path, _| path != RUST && path != WARNINGS);
    files
}

#[test]
fn amazons_command_line_takes_the_folder() {
    let Some(cli) = installed() else { return };
    for case in ["minimal", "ride-hailer", "locales"] {
        let files = package(case);
        let output = deploy(&cli, &files);
        assert!(output.status.success(), "{case}: {}", String::from_utf8_lossy(&output.stderr));
        let uploaded = String::from_utf8_lossy(&output.stdout).into_owned();
        let expected: Vec<&str> = files.keys().filter_map(|path| path.strip_prefix("skill-package/")).collect();
        assert_eq!(uploaded.lines().collect::<Vec<_>>(), expected, "{case}");
    }
}

#[test]
fn it_refuses_a_folder_that_it_cannot_deploy() {
    let Some(cli) = installed() else { return };
    for path in ["ask-resources.json", "skill-package/skill.json"] {
        let mut files = package("minimal");
        files.remove(path);
        let output = deploy(&cli, &files);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(path), "it does without {path}: {said}");
    }
}
