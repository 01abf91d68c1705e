//! Promise 5: whatever a handler does with the text of the token, it leaves the turn neither in the answer nor in the log.

use crate::twin::{hear, user};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The answer and the log of a turn whose handler is careless with this token.
fn turn(token: &str) -> (String, String) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let answer = tracing::subscriber::with_default(subscriber, || {
        let (talk, seen) = user();
        let reply = hear(talk.link(token).intent("AMAZON.YesIntent"));
        assert_eq!(seen.all(), ["yes"], "the handler did not run");
        reply.json().to_string()
    });
    let log = String::from_utf8(log.0.lock().unwrap().clone()).expect("a log in UTF-8");
    (answer, log)
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
