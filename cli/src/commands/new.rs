//! `sayso new`: a folder with a skill to begin with.

mod invocation;
mod names;
mod templates;

use crate::answer::Answer;
use crate::args::New;
use crate::failure::Failure;
use crate::problems::count;
use names::Names;
use sayso_compiler::render::clean;
use std::fs;
use std::io;
use std::path::Path;
use templates::{File, Project};

/// Makes the folder.
pub fn run(new: &New) -> Result<Answer, Failure> {
    let names = Names::of(&new.name)?;
    require_room(&new.name)?;
    let project = Project { names: &names, template: new.template, sayso_path: sayso_path(new)? };
    let files = project.files(&invocation::choose(&project)?)?;
    put(&new.name, &files)?;
    let shown = clean::line(&new.name.to_string_lossy()).into_owned();
    let talk = format!("made `{shown}` with {}; next: `cd {shown}`, then `sayso check` and `cargo test`\n", count(files.len(), "file"));
    Ok(Answer { talk, ..Answer::default() })
}

/// Where the new project takes the library from: the checkout that this program was built in, or else the registry.
fn sayso_path(new: &New) -> Result<Option<String>, Failure> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime");
    let path = match &new.sayso_path {
        Some(path) => path,
        None if checkout.join("Cargo.toml").is_file() => &checkout,
        None => return Ok(None),
    };
    let path = fs::canonicalize(path).map_err(|error| Failure::file(path, "cannot be found", &error))?;
    Ok(Some(path.to_string_lossy().replace('\\', "/")))
}

/// The folder must not be there yet, or be empty.
fn require_room(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Failure::new(format!("the folder `{}` is not empty", folder.display())).help("choose another name")),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(Failure::new(format!("`{}` is a file", folder.display()))),
        Err(error) => Err(Failure::file(folder, "cannot be read", &error)),
    }
}

/// Writes everything into a folder beside the place, and moves it there when it is complete.
fn put(folder: &Path, files: &[File]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file(folder, "cannot be made", &error);
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let draft = tempfile::Builder::new().prefix(".sayso-new.").tempdir_in(parent).map_err(failed)?;
    let inner = draft.path().join("skill");
    for File { path, text } in files {
        let path = inner.join(path);
        let folder = path.parent().unwrap_or(&inner);
        fs::create_dir_all(folder).and_then(|()| fs::write(&path, text)).map_err(failed)?;
    }
    if folder.exists() {
        // It is empty, and in the way; fails when that is no longer so.
        fs::remove_dir(folder).map_err(failed)?;
    }
    fs::rename(&inner, folder).map_err(failed)
}
