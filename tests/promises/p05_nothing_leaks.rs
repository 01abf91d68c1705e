//! Promise 5: whatever a handler does with the text of the token, it leaves the turn neither in the answer nor in the log.

use crate::twin::{hear, user};
use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::Once;

thread_local! {
    /// What this thread logged; a turn runs on the thread of its test.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Writes into the log of the thread that logs.
struct ThreadLog;

impl Write for ThreadLog {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One subscriber for the whole process, and for good: one that comes and goes while other tests log elsewhere can miss events.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let level = tracing_subscriber::filter::LevelFilter::TRACE;
        let subscriber = tracing_subscriber::fmt().with_max_level(level).with_writer(|| ThreadLog).finish();
        tracing::subscriber::set_global_default(subscriber).expect("the only subscriber of this process");
    });
}

/// The answer and the log of a turn whose handler is careless with this token.
fn turn(token: &str) -> (String, String) {
    listen();
    LOG.take();
    let (talk, seen) = user();
    let reply = hear(talk.link(token).intent("AMAZON.YesIntent"));
    assert_eq!(seen.all(), ["yes"], "the handler did not run");
    (reply.json().to_string(), String::from_utf8(LOG.take()).expect("a log in UTF-8"))
}

#[test]
fn the_token_leaves_neither_in_the_answer_nor_in_the_log() {
    for token in ["kept-in-the-session", "spoken-to-the-user", "written-in-an-error", "thrown-in-a-panic"] {
        let (answer, log) = turn(token);
        assert!(!answer.contains(token), "{answer}");
        assert!(!log.contains(token), "{log}");
        assert!(log.contains("ERROR"), "nothing says what went wrong with `{token}`: {log}");
    }
}

#[test]
fn a_careful_handler_logs_no_error() {
    let (answer, log) = turn("used-as-it-should-be");
    assert!(answer.contains("9 minutes"), "{answer}");
    assert!(log.contains("turn") && !log.contains("ERROR") && !log.contains("used-as-it-should-be"), "{log}");
}
