//! Does it again after every change.

use crate::answer::{Answer, Exit};
use crate::args::{Global, Target as Said};
use crate::commands::print;
use crate::compile::load;
use crate::failure::Failure;
use crate::target::Target;
use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Changes so close to each other are one: editors write a file in several steps.
const DEBOUNCE: Duration = Duration::from_millis(60);

/// Runs `once` now and whenever what the skill says has changed, until the process is interrupted. `sources` gives the folder of other sources
/// that count, and a number that differs when they do.
pub fn repeat(
    said: &Said,
    global: &Global,
    sources: impl Fn(&str) -> Option<(PathBuf, u64)>,
    once: impl Fn() -> Result<Answer, Failure>,
) -> Exit {
    match watch(said, global, sources, once) {
        Ok(never) => match never {},
        Err(failure) => failure.print(global),
    }
}

fn watch(
    said: &Said,
    global: &Global,
    sources: impl Fn(&str) -> Option<(PathBuf, u64)>,
    once: impl Fn() -> Result<Answer, Failure>,
) -> Result<std::convert::Infallible, Failure> {
    let target = Target::find(said.said())?;
    let folder = if target.folder().as_os_str().is_empty() { Path::new(".") } else { target.folder() };
    let (changed, changes) = mpsc::channel();
    let debouncer = new_debouncer(DEBOUNCE, None, move |_: DebounceEventResult| {
        // The receiver lives as long as the process.
        let _ = changed.send(());
    });
    let mut debouncer = debouncer.map_err(cannot_watch)?;
    debouncer.watch(folder, RecursiveMode::NonRecursive).map_err(cannot_watch)?;
    let locales = folder.join("locales");
    let mut watched: HashSet<PathBuf> = HashSet::new();
    let mut last = None;
    loop {
        let sources = sources(&target.name);
        follow(&mut debouncer, &locales, RecursiveMode::NonRecursive, &mut watched);
        if let Some((folder, _)) = &sources {
            follow(&mut debouncer, folder, RecursiveMode::Recursive, &mut watched);
        }
        let now = (load(said).map(|loaded| loaded.fingerprint).ok(), sources.map(|(_, number)| number));
        if last != Some(now) {
            last = Some(now);
            print(once(), global);
        }
        if changes.recv().is_err() {
            return Err(Failure::new("the watch ended"));
        }
        while changes.try_recv().is_ok() {}
    }
}

/// The folder may come later, or be another one under the same name.
fn follow(
    watcher: &mut Debouncer<RecommendedWatcher, RecommendedCache>,
    folder: &Path,
    mode: RecursiveMode,
    watched: &mut HashSet<PathBuf>,
) {
    if folder.is_dir() && !watched.contains(folder) {
        if watcher.watch(folder, mode).is_ok() {
            watched.insert(folder.to_owned());
        }
    } else if !folder.is_dir() && watched.remove(folder) {
        let _ = watcher.unwatch(folder);
    }
}

fn cannot_watch(error: notify::Error) -> Failure {
    Failure::new(format!("changes cannot be watched: {error}")).help("run the command without `--watch`")
}
