//! Chores: `cargo xtask generate` writes what is generated from the sources, with `--check` it compares instead.
//!
//! The index of rules is part of the compiler, and the pages and the schema are made by the compiler. So the alias builds this program
//! without the compiler first, which writes the index, and that runs the whole program for the rest.

#[cfg(feature = "compiled")]
mod pages;
#[cfg(feature = "compiled")]
mod requests;
mod rules;
#[cfg(feature = "compiled")]
mod schema;

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
        Ok(_) if !cfg!(feature = "compiled") => whole_program(root, &arguments),
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

/// Runs this program again, built with the compiler.
fn whole_program(root: &Path, arguments: &[String]) -> ExitCode {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run =
        std::process::Command::new(cargo).current_dir(root).args(["run", "--quiet", "--package", "xtask", "--"]).args(arguments).status();
    match run.map(|status| status.code()) {
        Ok(code) => ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(2)),
        Err(problem) => {
            eprintln!("cargo cannot be run: {problem}");
            ExitCode::from(2)
        }
    }
}

fn artefacts(root: &Path) -> std::io::Result<Vec<Artefact>> {
    let index = rules::index(root)?;
    #[cfg(feature = "compiled")]
    return Ok(vec![index, pages::pages(), requests::page(), schema::schema()]);
    #[cfg(not(feature = "compiled"))]
    return Ok(vec![index]);
}

/// Writes what is stale, unless only asked; says which files those are.
fn run(root: &Path, check: bool) -> std::io::Result<Vec<PathBuf>> {
    let mut stale = Vec::new();
    for artefact in artefacts(root)? {
        let path = root.join(&artefact.path);
        if std::fs::read_to_string(&path).ok().as_deref() == Some(artefact.text.as_str()) {
            continue;
        }
        if !check {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&path, &artefact.text)?;
        }
        stale.push(artefact.path);
    }
    Ok(stale)
}

#[test]
fn everything_generated_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let stale = run(root, true).expect("the files can be read");
    assert_eq!(stale, Vec::<PathBuf>::new(), "run `cargo xtask generate`");
}
