//! What may be named where.

use sayso_tests::{code, disk};
use std::path::Path;

/// The files of a crate whose code has one of these names, with the name.
fn uses(package: &str, names: &[&str]) -> Vec<String> {
    let files = code::of(&disk::root().join(package).join("src"));
    assert!(files.len() > 3, "{package} has only {} files", files.len());
    let found = files.iter().flat_map(|file| {
        let names = names.iter().filter(|name| file.text.contains(*name));
        names.map(|name| format!("{} names `{name}`", file.path.strip_prefix(disk::root()).unwrap_or(&file.path).display()))
    });
    found.collect()
}

#[test]
fn the_compiler_reads_and_writes_nothing() {
    let outside = [
        "std::fs",
        "std::env",
        "std::process",
        "TcpStream",
        "UdpSocket",
        "ToSocketAddrs",
        "std::time",
        "std::io::stdin",
        "std::io::stdout",
        "std::io::stderr",
    ];
    let printing = ["println!", "eprintln!", "print!(", "eprint!(", "dbg!"];
    assert_eq!(uses("compiler", &[&outside[..], &printing].concat()), Vec::<String>::new());
}

#[test]
fn the_compiler_keeps_no_order_of_chance() {
    // Sets and maps by hash are for looking up; what is emitted is walked in the order of the file.
    assert_eq!(uses("compiler", &["std::collections::hash_map::RandomState", "SystemTime", "Instant"]), Vec::<String>::new());
}

#[test]
fn one_folder_names_the_yaml_library() {
    let found = uses("compiler", &["granit_parser"]);
    assert!(!found.is_empty(), "nothing names the library at all");
    let outside: Vec<&String> = found.iter().filter(|found| !found.starts_with("compiler/src/yaml/")).collect();
    assert!(outside.is_empty(), "{outside:?}");
    for package in ["macros", "build", "cli", "runtime"] {
        assert_eq!(uses(package, &["granit_parser", "serde_yaml", "yaml_serde", "saphyr"]), Vec::<String>::new());
    }
}

#[test]
fn the_runtime_knows_nothing_of_yaml_or_of_the_compiler() {
    assert_eq!(uses("runtime", &["yaml", "sayso_compiler", "sayso_build"]), Vec::<String>::new());
}

#[test]
fn the_macros_and_the_build_script_are_thin() {
    for (package, most) in [("macros", 700), ("build", 300)] {
        let lines: usize = lines(&disk::root().join(package).join("src"));
        assert!(lines < most, "{package} has {lines} lines; what it does belongs into the compiler");
        assert_eq!(uses(package, &["sayso_compiler::yaml", "sayso_compiler::syntax", "diagnostic::Report"]), Vec::<String>::new());
    }
}

fn lines(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { lines(&path) } else { std::fs::read_to_string(&path).expect("a source").lines().count() }).sum()
}
