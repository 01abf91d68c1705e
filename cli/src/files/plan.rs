//! What has to change on disk.

use super::inside::require_inside;
use super::{ask_resources, leftover};
use crate::failure::Failure;
use crate::problems::count;
use crate::warning::Warning;
use sayso_compiler::emit::{ASK_RESOURCES, Files, may_replace};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A generated file, and what is in its place.
#[derive(Debug)]
pub struct Item {
    /// Where it belongs.
    pub path: PathBuf,
    /// What it should hold; `None` where there should be no file any more.
    pub wanted: Option<Vec<u8>>,
    /// What is there.
    pub found: Found,
}

/// What is where a file belongs.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Missing,
    /// Just that.
    Same,
    /// Something that is not ours to change.
    Kept,
    /// Something else.
    Different(Vec<u8>),
}

/// All generated files of a build.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of their paths.
    pub items: Vec<Item>,
    /// What the user should look at.
    pub warnings: Vec<Warning>,
}

impl Plan {
    /// Compares the files with what is in the folder, and finds what earlier builds left there.
    pub fn new(folder: &Path, files: Files) -> Result<Plan, Failure> {
        require_folder(folder)?;
        let mut plan = Plan { items: leftover::find(folder, &files)?, warnings: Vec::new() };
        for (name, bytes) in files {
            let path = folder.join(&name);
            require_inside(folder, &path)?;
            plan.add(path, bytes)?;
            if name == ASK_RESOURCES {
                plan.keep_last();
            }
        }
        plan.items.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(plan)
    }

    /// Adds a file that lies elsewhere.
    pub fn add(&mut self, path: PathBuf, wanted: Vec<u8>) -> Result<(), Failure> {
        let found = match read(&path) {
            Ok(bytes) if bytes == wanted => Found::Same,
            Ok(bytes) => Found::Different(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Missing,
            Err(error) => return Err(Failure::file(&path, "cannot be compared", &error)),
        };
        self.items.push(Item { path, wanted: Some(wanted), found });
        Ok(())
    }

    /// What somebody wrote in the place of the last file stays there.
    fn keep_last(&mut self) {
        if let Some(Item { path, found, .. }) = self.items.last_mut()
            && let Found::Different(bytes) = found
            && !bytes.trim_ascii().is_empty()
        {
            self.warnings.extend(ask_resources::doubt(path, bytes));
            *found = Found::Kept;
        }
    }

    /// Refuses to replace what others wrote.
    pub fn require_ours(&self) -> Result<(), Failure> {
        let lost = |item: &&Item| match (&item.wanted, &item.found) {
            (Some(wanted), Found::Different(found)) => !may_replace(found, wanted),
            _ => false,
        };
        let mut lost = self.items.iter().filter(lost).map(|item| item.path.display());
        let Some(first) = lost.next() else { return Ok(()) };
        let others = match lost.count() {
            0 => String::new(),
            more => format!(", as would {}", count(more, "other file")),
        };
        let message = format!("`{first}` does not look like a file that `sayso build` wrote, and would be replaced{others}");
        Err(Failure::new(message)
            .help("nothing was written; `sayso build --check` shows what would change, and `--out DIR` builds into another folder")
            .help("when skill.yaml says all that is there, `--force` replaces it; `sayso import` makes a skill.yaml of a package that somebody wrote"))
    }

    /// Removes a file that is there.
    pub fn remove(&mut self, path: PathBuf) -> Result<(), Failure> {
        let found = fs::read(&path).map_err(|error| Failure::file(&path, "cannot be compared", &error))?;
        self.items.push(Item { path, wanted: None, found: Found::Different(found) });
        Ok(())
    }

    /// The files that there should be.
    pub fn wanted(&self) -> usize {
        self.items.iter().filter(|item| item.wanted.is_some()).count()
    }

    /// What has to be written.
    pub fn changes(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.wanted.is_some() && matches!(item.found, Found::Missing | Found::Different(_)))
    }

    /// What should not be there any more.
    pub fn leftovers(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.wanted.is_none())
    }
}

/// Refuses to build into something that is not a folder, and cannot become one.
pub fn require_folder(folder: &Path) -> Result<(), Failure> {
    match folder.ancestors().find(|part| part.exists()) {
        Some(there) if !there.is_dir() => Err(Failure::new(format!("`{}` is a file, and should be a folder", there.display()))),
        _ => Ok(()),
    }
}

/// Reads a file. To read anything else could take forever.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file"));
    }
    fs::read(path)
}
