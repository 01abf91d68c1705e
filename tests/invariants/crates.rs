//! What depends on what.

use sayso_tests::disk;
use serde_json::Value;
use std::process::Command;

/// What cargo knows of a package of the workspace.
fn metadata(package: &str) -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(disk::root());
    let output = cargo.output().expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    packages.iter().find(|found| found["name"] == package).unwrap_or_else(|| panic!("there is no package {package}")).clone()
}

/// What a package of the workspace depends on, tests aside.
fn dependencies(package: &str) -> Vec<String> {
    let found = metadata(package);
    let all = found["dependencies"].as_array().expect("dependencies");
    let mut names: Vec<String> =
        all.iter().filter(|of| of["kind"].is_null()).map(|of| of["name"].as_str().unwrap_or_default().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_macros_need_the_compiler_and_what_macros_need() {
    assert_eq!(dependencies("sayso-macros"), ["proc-macro2", "quote", "sayso-compiler", "syn"]);
}

#[test]
fn the_build_script_needs_the_compiler_alone() {
    assert_eq!(dependencies("sayso-build"), ["sayso-compiler"]);
}

#[test]
fn the_compiler_needs_nothing_that_reaches_outside() {
    let known = ["annotate-snippets", "granit-parser", "jsonc-parser", "schemars", "serde", "serde-saphyr", "serde_json", "unicode-ident"];
    let more: Vec<String> = dependencies("sayso-compiler").into_iter().filter(|name| !known.contains(&name.as_str())).collect();
    assert!(more.is_empty(), "{more:?}: does it read files, the environment or the network?");
}

#[test]
fn the_runtime_reaches_the_compiler_through_the_macros_alone() {
    let found = dependencies("sayso");
    assert!(found.iter().any(|name| name == "sayso-macros"), "{found:?}");
    let wrong: Vec<&String> =
        found.iter().filter(|name| name.contains("yaml") || ["sayso-compiler", "sayso-build"].contains(&name.as_str())).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn cargo_run_at_the_root_is_the_command_line() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--", "--version"]).current_dir(disk::root());
    let output = cargo.output().expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with("sayso "), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

/// The features of the runtime in a tree of dependencies.
fn features(tree: &[&str]) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--prefix=none"]).args(tree).current_dir(disk::root());
    let output = cargo.output().expect("cargo runs");
    let tree = String::from_utf8_lossy(&output.stdout).into_owned();
    let named = tree.lines().filter_map(|line| line.strip_prefix("sayso feature \"")?.split('"').next());
    let mut features: Vec<String> = named.map(str::to_owned).collect();
    features.sort();
    features.dedup();
    features
}

#[test]
fn what_is_for_development_is_not_in_production() {
    for skill in ["ride-hailer", "high-low-game"] {
        // Tests and examples aside.
        let features = features(&["--package", skill, "--edges=normal,build,features"]);
        assert!(["http", "lambda"].iter().all(|feature| features.iter().any(|found| found == feature)), "{skill}: {features:?}");
        let wrong: Vec<&String> = features.iter().filter(|feature| ["dev", "signing"].contains(&feature.as_str())).collect();
        assert!(wrong.is_empty(), "{skill}: {wrong:?}: in `cargo build`, the door without verification could be opened");
    }
}

/// A test that wants a feature nobody turns on is left out without a word.
#[test]
fn the_tests_of_the_workspace_have_every_feature_of_the_runtime() {
    let on = features(&["--workspace", "--edges=normal,build,dev,features"]);
    let runtime = metadata("sayso");
    let all = runtime["features"].as_object().expect("features").keys();
    let off: Vec<&String> = all.filter(|feature| !on.contains(feature)).collect();
    assert!(off.is_empty(), "{off:?}: `cargo test --workspace` does not run their tests");
}
