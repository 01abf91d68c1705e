//! The fenced blocks of the documentation.

use sayso_tests::disk;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// What a block holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A whole skill: YAML with its version.
    Skill,
    /// A part of one, or of another file.
    Fragment,
    /// Commands after `$ `, each with what it prints.
    Console,
    /// Rust for the skill before it.
    Rust,
    /// What a program prints.
    Output,
    /// A kind that nothing here tests.
    Unknown,
}

/// A fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The file, relative to the repository.
    pub file: String,
    /// The line of its first fence.
    pub line: usize,
    /// What stands after the fence.
    pub info: String,
    /// What stands in it.
    pub text: String,
    /// What it holds.
    pub kind: Kind,
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Generated from the rules, whose examples the compiler's tests run.
const GENERATED: &str = "docs/rules.md";

/// The blocks of README.md and of docs/.
pub fn all() -> Vec<Block> {
    let mut files = vec![disk::root().join("README.md")];
    markdown(&disk::root().join("docs"), &mut files);
    files.sort();
    files.iter().filter(|file| !file.ends_with(GENERATED)).flat_map(|file| of(file)).collect()
}

fn markdown(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            markdown(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

fn of(file: &Path) -> Vec<Block> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let name = file.strip_prefix(disk::root()).unwrap_or(file).to_string_lossy().into_owned();
    let mut blocks = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let Some(info) = line.trim_start().strip_prefix("```") else { continue };
        let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim() != "```");
        let text: String = inside.map(|line| format!("{line}\n")).collect();
        let kind = kind(info, &text);
        blocks.push(Block { file: name.clone(), line: at + 1, info: info.to_owned(), text, kind });
    }
    blocks
}

fn kind(info: &str, text: &str) -> Kind {
    match info {
        "yaml" if text.lines().any(|line| line.starts_with("sayso:")) => Kind::Skill,
        "yaml" | "json" | "toml" => Kind::Fragment,
        "console" => Kind::Console,
        "rust" | "rust,ignore" => Kind::Rust,
        "text" => Kind::Output,
        _ => Kind::Unknown,
    }
}
