//! The Rust of every case of the corpus compiles in a crate of each edition, with all warnings denied and clippy at its strictest default.

use sayso_tests::case::{self, RUST};
use sayso_tests::disk;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const EDITIONS: [&str; 2] = ["2021", "2024"];

/// The workspace of the golden crates.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden")
}

/// Writes a file only when it changes, so that what is built already stays built.
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::write(path, text).expect("a file is written");
    }
}

fn manifest(edition: &str) -> String {
    let runtime = disk::root().join("runtime");
    format!(
        "[package]\nname = \"golden-{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\npublish = false\n\n\
         [dependencies]\nsayso = {{ path = {:?}, default-features = false }}\n",
        runtime.display().to_string()
    )
}

fn write_crate(edition: &str, cases: &[(String, String)]) {
    let folder = workspace().join(edition);
    write(&folder.join("Cargo.toml"), &manifest(edition));
    let modules: String = cases.iter().map(|(name, _)| format!("/// A case of the corpus.\npub mod {name};\n")).collect();
    let lints = "#![deny(warnings, missing_docs, unsafe_code, rust_2018_idioms, clippy::all)]";
    write(&folder.join("src/lib.rs"), &format!("//! The corpus in edition {edition}.\n{lints}\n\n{modules}"));
    for (name, text) in cases {
        write(&folder.join(format!("src/{name}.rs")), text);
    }
}

#[test]
fn the_rust_of_the_corpus_compiles_without_a_warning() {
    let cases: Vec<(String, String)> = case::all()
        .iter()
        .map(|case| {
            let mut files = case.compile(None).expect("a skill without errors");
            let text = String::from_utf8(files.remove(RUST).expect("the Rust")).expect("text");
            (case.name.replace('-', "_"), text)
        })
        .collect();
    EDITIONS.iter().for_each(|edition| write_crate(edition, &cases));
    let members = EDITIONS.map(|edition| format!("{edition:?}")).join(", ");
    write(&workspace().join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"));
    fs::copy(disk::root().join("Cargo.lock"), workspace().join("Cargo.lock")).expect("the versions of the repository");
    let status = Command::new(env!("CARGO"))
        .args(["clippy", "--quiet", "--offline", "--workspace", "--", "-D", "warnings"])
        .current_dir(workspace())
        .env("CARGO_TARGET_DIR", workspace().join("target"))
        .env_remove("RUSTFLAGS")
        .status();
    assert!(status.expect("cargo runs").success(), "the generated Rust does not compile without a warning");
}
