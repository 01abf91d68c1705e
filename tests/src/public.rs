//! Skill packages that are public, beside the checkout: nobody here wrote them. Tests over them say so where they are absent.

use crate::disk;
use crate::package::{FLAT, Package};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A public package.
#[derive(Clone, Debug)]
pub struct Public {
    /// Its name in the corpus.
    pub name: String,
    /// Where it is.
    pub folder: PathBuf,
}

impl Public {
    /// What it holds.
    ///
    /// # Panics
    ///
    /// When it cannot be read.
    pub fn package(&self) -> Package {
        FLAT.read(&self.folder).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

/// The broken files have a folder of their own.
const BROKEN: &str = "invalid";

fn folder() -> PathBuf {
    disk::root().join("../shared/corpus")
}

/// Whether the packages are there; when they are not, that is said past the test harness, which would keep it for itself.
pub fn is_there() -> bool {
    let is_there = folder().is_dir();
    if !is_there {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: no ../shared/corpus beside this checkout\n");
    }
    is_there
}

/// All packages, by name.
pub fn packages() -> Vec<Public> {
    let entries = fs::read_dir(folder()).into_iter().flatten().flatten();
    let folders = entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())).filter(|(_, path)| path.is_dir());
    let packages = folders.filter(|(name, _)| name != BROKEN).map(|(name, folder)| Public { name, folder });
    let mut packages: Vec<Public> = packages.collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    packages
}

/// The files that are not JSON, by name.
pub fn broken() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join(BROKEN)).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    files
}

/// Does something with each item, on all cores; the results are in the order of the items.
pub fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::new());
    let run = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { break };
            let result = work(item);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        (0..cores).for_each(|_| drop(scope.spawn(run)));
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}
