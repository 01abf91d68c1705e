//! Chores: `cargo xtask generate` writes what is generated from the sources, with `--check` it compares instead.

mod rules;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A generated file: where it lies in the workspace, and what it should hold.
struct Artefact {
    path: PathBuf,
    text: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let check = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate"] => false,
        ["generate", "--check"] => true,
        _ => {
            eprintln!("usage: cargo xtask generate [--check]");
            return ExitCode::from(2);
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    match run(root, check) {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) if check => {
            stale.iter().for_each(|path| eprintln!("{} is stale: run `cargo xtask generate`", path.display()));
            ExitCode::from(3)
        }
        Ok(written) => {
            written.iter().for_each(|path| println!("wrote {}", path.display()));
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Writes what is stale, unless only asked; says which files those are.
fn run(root: &Path, check: bool) -> std::io::Result<Vec<PathBuf>> {
    let mut stale = Vec::new();
    for artefact in [rules::index(root)?] {
        let path = root.join(&artefact.path);
        if std::fs::read_to_string(&path).ok().as_deref() == Some(artefact.text.as_str()) {
            continue;
        }
        if !check {
            std::fs::write(&path, &artefact.text)?;
        }
        stale.push(artefact.path);
    }
    Ok(stale)
}
