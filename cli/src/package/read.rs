//! Reading files that others made: only real files, only inside the folder, only up to a size.

use crate::failure::Failure;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The largest file that is read, in MiB: what a skill.yaml may hold, and many times the largest model that Amazon takes.
const MOST_MIB: u64 = 32;

/// A folder that files are read from, and never from outside of it.
pub struct Root {
    /// The folder as the user named it.
    pub folder: PathBuf,
    real: PathBuf,
}

impl Root {
    pub fn of(folder: &Path) -> Result<Root, Failure> {
        let real = fs::canonicalize(folder).map_err(|error| Failure::file(folder, "cannot be read", &error))?;
        Ok(Root { folder: folder.to_owned(), real })
    }

    /// The bytes of a file; `None` where there is none.
    pub fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, Failure> {
        if fs::symlink_metadata(path).is_err() {
            return Ok(None);
        }
        self.encloses(path)?;
        named(path).map(Some)
    }

    /// The names in a folder, sorted; none where there is no such folder.
    pub fn list(&self, folder: &Path) -> Result<Vec<String>, Failure> {
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        self.encloses(folder)?;
        let failed = |error: &std::io::Error| Failure::file(folder, "cannot be read", error);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(|error| failed(&error))? {
            names.extend(entry.map_err(|error| failed(&error))?.file_name().into_string());
        }
        names.sort();
        Ok(names)
    }

    /// Fails where a link leads out of the folder: what lies there is nobody's package.
    pub fn encloses(&self, path: &Path) -> Result<(), Failure> {
        let real = fs::canonicalize(path).map_err(|error| Failure::file(path, "cannot be read", &error))?;
        // Beside a package lies its account linking.
        let beside = self.real.file_name().is_some_and(|name| name == "skill-package").then(|| self.real.parent()).flatten();
        if real.starts_with(&self.real) || beside.is_some_and(|beside| real.starts_with(beside)) {
            return Ok(());
        }
        let message = format!("`{}` leads out of the folder `{}`", path.display(), self.folder.display());
        Err(Failure::new(message).help("copy the file into the folder, or name it on the command line"))
    }
}

/// The bytes of a file that the user named.
pub fn named(path: &Path) -> Result<Vec<u8>, Failure> {
    let found = fs::metadata(path).map_err(|error| Failure::file(path, "cannot be read", &error))?;
    if !found.is_file() {
        let what = if found.is_dir() { "a folder, and should be a file" } else { "no regular file" };
        return Err(Failure::new(format!("`{}` is {what}", path.display())));
    }
    if found.len() > MOST_MIB << 20 {
        let message = format!("`{}` has {} MiB, and {MOST_MIB} MiB are read at most", path.display(), found.len() >> 20);
        return Err(Failure::new(message).help("no interaction model that Amazon takes is nearly as large"));
    }
    let mut bytes = Vec::with_capacity(found.len() as usize);
    let read = File::open(path).and_then(|file| file.take((MOST_MIB << 20) + 1).read_to_end(&mut bytes));
    read.map_err(|error| Failure::file(path, "cannot be read", &error))?;
    if let Some(what) = archive(&bytes) {
        return Err(Failure::new(format!("`{}` is {what}", path.display())).help("unpack it, and name the folder with what was in it"));
    }
    Ok(bytes)
}

fn archive(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some("a zip archive"),
        [0x1F, 0x8B, ..] => Some("a gzip archive"),
        _ => None,
    }
}
