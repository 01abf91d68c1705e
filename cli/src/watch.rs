//! Does it again after every change.

use crate::answer::{Answer, Exit};
use crate::args::{Global, Target as Said};
use crate::commands::print;
use crate::compile::load;
use crate::failure::Failure;
use crate::target::Target;
use notify_debouncer_full::notify::{self, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Changes so close to each other are one: editors write a file in several steps.
const DEBOUNCE: Duration = Duration::from_millis(60);

/// Runs `once` now and whenever what the skill says has changed, until the process is interrupted.
pub fn repeat(said: &Said, global: &Global, once: impl Fn() -> Result<Answer, Failure>) -> Exit {
    match watch(said, global, once) {
        Ok(never) => match never {},
        Err(failure) => failure.print(global),
    }
}

fn watch(said: &Said, global: &Global, once: impl Fn() -> Result<Answer, Failure>) -> Result<std::convert::Infallible, Failure> {
    let target = Target::find(said.said())?;
    let folder = if target.folder().as_os_str().is_empty() { Path::new(".") } else { target.folder() };
    let (changed, changes) = mpsc::channel();
    let mut debouncer = new_debouncer(DEBOUNCE, None, move |_: DebounceEventResult| {
        // The receiver lives as long as the process.
        let _ = changed.send(());
    })
    .map_err(cannot_watch)?;
    debouncer.watch(folder, RecursiveMode::NonRecursive).map_err(cannot_watch)?;
    let locales = folder.join("locales");
    let mut watched: Option<PathBuf> = None;
    let mut last = None;
    loop {
        // The folder may come later, or be another one under the same name.
        if locales.is_dir() && watched.is_none() {
            watched = debouncer.watch(&locales, RecursiveMode::NonRecursive).is_ok().then(|| locales.clone());
        } else if !locales.is_dir() && watched.take().is_some() {
            let _ = debouncer.unwatch(&locales);
        }
        let now = load(said).map(|loaded| loaded.fingerprint).ok();
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

fn cannot_watch(error: notify::Error) -> Failure {
    Failure::new(format!("changes cannot be watched: {error}")).help("run the command without `--watch`")
}
