//! What a test logs, down to the finest level.

use std::cell::RefCell;
use std::sync::Once;

thread_local! {
    /// What this thread logged; a turn runs on the thread of its test.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Everything that is logged on this thread while `f` runs.
pub fn logged<T>(f: impl FnOnce() -> T) -> (T, String) {
    begin();
    let value = f();
    (value, end())
}

/// Forgets what this thread logged so far, and listens from now on.
pub fn begin() {
    listen();
    LOG.take();
}

/// What this thread logged since.
pub fn end() -> String {
    String::from_utf8(LOG.take()).expect("a log is text")
}

/// One subscriber for the whole process, and for good: one that comes and goes while other tests log elsewhere can miss events.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let level = tracing_subscriber::filter::LevelFilter::TRACE;
        let subscriber = tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(|| ThreadLog).finish();
        tracing::subscriber::set_global_default(subscriber).expect("the only subscriber of this process");
    });
}

/// Writes into the log of the thread that logs.
struct ThreadLog;

impl std::io::Write for ThreadLog {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
