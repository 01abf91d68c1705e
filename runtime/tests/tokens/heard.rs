//! What is logged while something runs on this thread.

use std::cell::RefCell;
use std::sync::Once;

thread_local! {
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Everything that is logged on this thread while `f` runs, down to the finest level.
pub fn logged<T>(f: impl FnOnce() -> T) -> (T, String) {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let level = tracing_subscriber::filter::LevelFilter::TRACE;
        let subscriber = tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(|| ThreadLog).finish();
        tracing::subscriber::set_global_default(subscriber).expect("the only subscriber of this process");
    });
    LOG.take();
    let value = f();
    (value, String::from_utf8(LOG.take()).expect("a log is text"))
}

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
