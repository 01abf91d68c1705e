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

fn manifest(name: &str, edition: &str, features: &[&str]) -> String {
    let runtime = disk::root().join("runtime");
    format!(
        "[package]\nname = \"golden-{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\npublish = false\n\n\
         [dependencies]\nsayso = {{ path = {:?}, default-features = false, features = {features:?} }}\n",
        runtime.display().to_string()
    )
}

/// All that generated Rust may ask of the library.
const FEATURES: &[&str] = &["jwt", "introspection"];

fn write_crate(edition: &str, cases: &[(String, String)]) {
    let folder = workspace().join(edition);
    write(&folder.join("Cargo.toml"), &manifest(edition, edition, FEATURES));
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

/// What rustc says of a case of the corpus in a crate that takes the library without its features.
fn unbuilt(case: &str) -> String {
    let folder = workspace().join("unbuilt");
    let all = case::all();
    let case = all.iter().find(|found| found.name == case).expect("a case of that name");
    let mut files = case.compile(None).expect("a skill without errors");
    let text = String::from_utf8(files.remove(RUST).expect("the Rust")).expect("text");
    write(&folder.join("Cargo.toml"), &format!("{}\n[workspace]\n", manifest("unbuilt", "2024", &[])));
    write(&folder.join("src/lib.rs"), &text);
    fs::copy(disk::root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions of the repository");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--offline", "--color=never"]).current_dir(&folder);
    let output = cargo.env("CARGO_TARGET_DIR", folder.join("target")).env_remove("RUSTFLAGS").output().expect("cargo runs");
    assert!(!output.status.success(), "a skill whose tokens nothing checks compiles");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_crate_that_does_not_check_the_tokens_does_not_compile() {
    let said = unbuilt("tokens-provider");
    for feature in ["jwt", "introspection"] {
        let expected = format!(
            "error[E0277]: `account_linking.token` in skill.yaml says `{feature}`, and `sayso` is built without its feature `{feature}`"
        );
        assert!(said.contains(&expected), "{said}");
        assert!(said.contains(&format!("in Cargo.toml, give the dependency `sayso` the feature: `features = [\"{feature}\"]`")), "{said}");
    }
    assert_eq!(said.matches("error[").count(), 2, "one mistake gives one error: {said}");
}
