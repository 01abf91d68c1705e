//! What has to change on disk.

use super::leftover;
use crate::failure::Failure;
use sayso_compiler::emit::Files;
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
    /// Something else.
    Different(Vec<u8>),
}

/// All generated files of a build.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of their paths.
    pub items: Vec<Item>,
}

impl Plan {
    /// Compares the files with what is in the folder, and finds what earlier builds left there.
    pub fn new(folder: &Path, files: Files) -> Result<Plan, Failure> {
        let mut plan = Plan { items: leftover::find(folder, &files)? };
        for (path, bytes) in files {
            plan.add(folder.join(path), bytes)?;
        }
        plan.items.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(plan)
    }

    /// Adds a file that lies elsewhere.
    pub fn add(&mut self, path: PathBuf, wanted: Vec<u8>) -> Result<(), Failure> {
        let found = match fs::read(&path) {
            Ok(bytes) if bytes == wanted => Found::Same,
            Ok(bytes) => Found::Different(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Missing,
            Err(error) => return Err(Failure::file(&path, "cannot be compared", &error)),
        };
        self.items.push(Item { path, wanted: Some(wanted), found });
        Ok(())
    }

    /// The files that there should be.
    pub fn wanted(&self) -> usize {
        self.items.iter().filter(|item| item.wanted.is_some()).count()
    }

    /// What has to be written or removed.
    pub fn changes(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.found != Found::Same)
    }
}
