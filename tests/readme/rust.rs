//! Rust blocks are built, each with the skill before it in its file; and what the documentation says of their mistakes is what rustc says.

use crate::blocks::{Block, Kind, all};
use sayso_compiler::{Input, Options, analyze, rust};
use sayso_tests::disk;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PRELUDE: &str = include_str!("prelude.rs");

/// A parameter that the documentation says to leave out.
const ACCOUNT: &str = ", account: &LinkedAccount<skill::OrderRide>";

/// What it takes to serve a skill and to keep something, for the program of a crate.
const PROGRAM: &str = "\
serde = { version = \"1\", features = [\"derive\"] }
tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }
tracing-subscriber = { version = \"0.3\", default-features = false, features = [\"fmt\"] }
";

/// Writes a crate with the skill and the Rust, and says what rustc says of it, if it does not compile.
fn build(skill: &str, rust: &str, program: Option<&str>) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    write(&folder, skill, rust, program);
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--offline", "--color=never"]).current_dir(&folder).env("CARGO_TARGET_DIR", folder.join("target"));
    let output = cargo.env_remove("RUSTFLAGS").output().expect("cargo runs");
    // Warnings of other crates stand first.
    let said = String::from_utf8_lossy(&output.stderr);
    let errors = said.find("error").map_or(&*said, |at| &said[at..]);
    if output.status.success() { Ok(()) } else { Err(errors.to_owned()) }
}

fn write(folder: &Path, skill: &str, rust: &str, program: Option<&str>) {
    let runtime: PathBuf = disk::root().join("runtime");
    let manifest = format!(
        "[package]\nname = {:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         sayso = {{ path = {:?}, features = {:?} }}\n{PROGRAM}",
        name(program),
        runtime.display().to_string(),
        features(&module(skill), program)
    );
    fs::create_dir_all(folder.join("src")).expect("a folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(folder.join("skill.yaml"), skill).expect("a skill");
    fs::write(folder.join("src/skill.rs"), module(skill)).expect("the Rust of the skill");
    fs::write(folder.join("src/lib.rs"), format!("{PRELUDE}{rust}")).expect("a source");
    fs::write(folder.join("src/main.rs"), program.unwrap_or("fn main() {}\n")).expect("a source");
    fs::copy(disk::root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions of the repository");
}

/// What the program calls its library.
fn name(program: Option<&str>) -> &str {
    let used = program.and_then(|program| program.strip_prefix("use ")?.split_once("::"));
    used.map_or("ride_along", |(name, _)| name)
}

/// What the generated Rust and the program ask of the library.
fn features(module: &str, program: Option<&str>) -> Vec<&'static str> {
    let asked = [("checks_jwts", "jwt"), ("introspects", "introspection")];
    let asked = asked.into_iter().filter(|(function, _)| module.contains(function)).map(|(_, feature)| feature);
    let opens_a_file = program.is_some_and(|program| program.contains("Embedded"));
    asked.chain(if opens_a_file { &["embedded", "http"][..] } else { &["lambda"] }.iter().copied()).collect()
}

/// What `sayso build --rust src/skill.rs` writes.
fn module(skill: &str) -> String {
    let input = Input::from_text("skill.yaml", skill);
    analyze(&input, &Options::default(), |analysis| rust::module(&analysis.skill.expect("a skill without errors"), "skill.yaml"))
}

/// The block of a kind that stands last before `block` in its file.
fn before<'b>(blocks: &'b [Block], block: &Block, kind: Kind) -> Option<&'b Block> {
    blocks.iter().rfind(|found| found.file == block.file && found.line < block.line && found.kind == kind)
}

#[test]
fn rust_compiles_and_its_mistakes_are_told_as_shown() {
    let blocks = all();
    for block in blocks.iter().filter(|block| block.kind == Kind::Rust) {
        let skill = before(&blocks, block, Kind::Skill).unwrap_or_else(|| panic!("{block}: there is no skill before it"));
        let handlers = |found: &&Block| found.line < block.line && found.file == block.file && found.text.contains("impl skill::Handlers");
        let built = if block.text.contains("fn main()") {
            let library = blocks.iter().rfind(handlers).unwrap_or_else(|| panic!("{block}: there are no handlers before it"));
            build(&skill.text, &library.text, Some(&block.text))
        } else {
            build(&skill.text, &block.text, None)
        };
        if let Err(said) = built {
            panic!("{block} does not compile\n{said}");
        }
    }
    for block in blocks.iter().filter(|block| block.kind == Kind::Output && block.text.starts_with("error: intent")) {
        let skill = before(&blocks, block, Kind::Skill).unwrap_or_else(|| panic!("{block}: there is no skill before it"));
        let rust = before(&blocks, block, Kind::Rust).unwrap_or_else(|| panic!("{block}: there is no Rust before it"));
        let said = build(&skill.text, &rust.text.replacen(ACCOUNT, "", 1), None).expect_err("Rust without the account");
        assert!(said.contains(block.text.trim_end()), "{block}: rustc does not say so, but\n{said}");
    }
}
