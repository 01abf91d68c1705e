//! A logger that would write down what is sent. There is one logger for a program, so this is a program of its own.

#[path = "https/server.rs"]
#[allow(dead_code, reason = "what only the tests of the client need")]
mod server;

use std::sync::Mutex;
use std::time::Duration;

use http::Request;
use log::{LevelFilter, Log, Metadata, Record};
use sayso::fetch::{Fetch, FetchError, Https, Limits};
use server::{Certificate, Server};

/// Writes all that it is given.
struct Scribe(Mutex<String>);

static SCRIBE: Scribe = Scribe(Mutex::new(String::new()));

impl Log for Scribe {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        self.0.lock().expect("the text").push_str(&format!("{} {}\n", record.target(), record.args()));
    }

    fn flush(&self) {}
}

#[tokio::test]
async fn what_a_logger_would_write_down_is_not_sent() {
    log::set_logger(&SCRIBE).expect("the only logger");
    let certificate = Certificate::new("127.0.0.1");
    let (server, https) = (Server::start(&certificate).await, Https::trusting(&certificate.trust()));
    let ask = async || {
        let request = Request::get(server.url("/hello")).header("authorization", "Bearer a-token-of-the-test").body(Vec::new());
        https.fetch(request.expect("a request"), Limits { time: Duration::from_secs(5), body: 1000 }).await.map(|answer| answer.status())
    };

    log::set_max_level(LevelFilter::Trace);
    assert_eq!(ask().await, Err(FetchError::Overheard));
    assert!(server.seen().is_empty());
    let told = SCRIBE.0.lock().expect("the text").clone();
    assert!(told.contains("sayso a request is not sent: a logger of the program would write tokens"), "{told}");

    log::set_max_level(LevelFilter::Debug);
    assert_eq!(ask().await, Ok(http::StatusCode::OK));
    let told = SCRIBE.0.lock().expect("the text").clone();
    // In rows of sixteen bytes, each one quoted.
    assert!(!told.contains("a-token") && !told.contains("Bearer"), "{told}");
}
