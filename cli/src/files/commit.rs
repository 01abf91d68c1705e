//! Writes all files or none: everything is first written beside its place, and then put there.

use super::plan::{Found, Item, Plan};
use crate::failure::Failure;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Carries out the plan. When that fails half-way, the failure lists what was done.
pub fn commit(plan: &Plan) -> Result<(), Failure> {
    let mut folders = Folders::default();
    let staged = plan.changes().filter_map(|item| Some((item, item.wanted.as_deref()?)));
    let staged: Vec<Staged> = staged.map(|(item, wanted)| stage(item, wanted, &mut folders)).collect::<Result<_, _>>()?;
    folders.keep();
    let mut done: Vec<PathBuf> = Vec::new();
    for Staged { file, path } in staged {
        file.persist(&path).map_err(|error| failure(&path, &error.error, &done))?;
        done.push(path);
    }
    Ok(())
}

/// A file that is complete, and not yet in its place.
struct Staged {
    file: NamedTempFile,
    path: PathBuf,
}

fn stage(item: &Item, wanted: &[u8], folders: &mut Folders) -> Result<Staged, Failure> {
    let failed = |error: io::Error| Failure::file(&item.path, "cannot be written", &error);
    let path = through_link(&item.path).map_err(failed)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folders.make(folder)?;
    let mut file = temporary(folder, &path).map_err(failed)?;
    file.write_all(wanted).and_then(|()| file.flush()).map_err(failed)?;
    if let Found::Different(_) = item.found {
        let permissions = fs::metadata(&path).map_err(failed)?.permissions();
        if permissions.readonly() {
            return Err(failed(io::Error::other("it is read-only")));
        }
        file.as_file().set_permissions(permissions).map_err(failed)?;
    }
    Ok(Staged { file, path })
}

/// The place behind a symbolic link, so that the link stays one.
fn through_link(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

fn temporary(folder: &Path, path: &Path) -> io::Result<NamedTempFile> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!(".{name}.");
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(".tmp");
    // What the user's mask leaves of it, as with any other new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The folders that were made; they go away again unless they are kept.
#[derive(Default)]
struct Folders {
    made: Vec<PathBuf>,
}

impl Folders {
    fn make(&mut self, folder: &Path) -> Result<(), Failure> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| Failure::file(folder, "cannot be made", &error))?;
            self.made.push(folder.to_owned());
        }
        if !folder.is_dir() {
            return Err(Failure::new(format!("`{}` is a file, and should be a folder", folder.display())));
        }
        Ok(())
    }

    fn keep(mut self) {
        self.made.clear();
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // Fails where something else has been put in, which is to stay then.
            let _ = fs::remove_dir(folder);
        }
    }
}

fn failure(path: &Path, error: &io::Error, done: &[PathBuf]) -> Failure {
    let failure = Failure::file(path, "cannot be written", error);
    if done.is_empty() {
        return failure.help("no file was changed");
    }
    let done: Vec<String> = done.iter().map(|path| format!("`{}`", path.display())).collect();
    failure.help(format!("already changed: {}; build again when the cause is gone", done.join(", ")))
}
