//! Tells a person who waits that something is going on.

use crate::args::Global;
use crate::terminal::Stream;
use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What is done sooner needs no telling.
const PATIENCE: Duration = Duration::from_millis(500);

/// Does `work`. When it takes long, a line says so, on a terminal and nowhere else, and is gone afterwards.
pub fn during<R>(what: &str, global: &Global, work: impl FnOnce() -> R) -> R {
    if global.quiet || !Stream::Stderr.is_terminal() {
        return work();
    }
    let (done, wait) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if wait.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let line = format!("{what} ...");
                show(&line);
                let _ = wait.recv();
                show(&format!("\r{:width$}\r", "", width = line.len()));
            }
        });
        // Moved in, so that a panic ends the waiting too.
        let _done = done;
        work()
    })
}

fn show(text: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
