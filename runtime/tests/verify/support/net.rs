//! A network that answers what it is told to, and remembers what it was asked.

use std::collections::HashMap;
use std::sync::Mutex;

use http::{Request, Response};
use sayso::fetch::{Fetch, FetchError, Fetching, Limits};
use tokio::sync::Semaphore;

#[derive(Clone)]
pub enum Answer {
    Text(String),
    Status(u16),
    Error(FetchError),
    /// Never comes.
    Hang,
    Panic,
}

pub struct Net {
    answers: Mutex<HashMap<String, Answer>>,
    asked: Mutex<Vec<String>>,
    limits: Mutex<Vec<Limits>>,
    /// Answers wait at it while it is shut.
    gate: Semaphore,
}

impl Net {
    pub fn new() -> Self {
        let gate = Semaphore::new(Semaphore::MAX_PERMITS);
        Self { answers: Mutex::default(), asked: Mutex::default(), limits: Mutex::default(), gate }
    }

    pub fn set(&self, url: &str, answer: Answer) {
        self.answers.lock().expect("answers").insert(url.to_owned(), answer);
    }

    /// What it was told to answer at this address: what is not set is not there.
    pub fn answer(&self, url: &str) -> Answer {
        self.answers.lock().expect("answers").get(url).cloned().unwrap_or(Answer::Status(404))
    }

    /// All addresses that were asked, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("asked").clone()
    }

    pub fn limits(&self) -> Vec<Limits> {
        self.limits.lock().expect("limits").clone()
    }

    pub fn shut(&self) {
        self.gate.forget_permits(Semaphore::MAX_PERMITS);
    }

    pub fn open(&self) {
        self.gate.add_permits(Semaphore::MAX_PERMITS);
    }

    fn record(&self, request: &Request<Vec<u8>>, limits: Limits) {
        assert!(request.method() == http::Method::GET && request.body().is_empty() && request.headers().is_empty(), "{request:?}");
        self.asked.lock().expect("asked").push(request.uri().to_string());
        self.limits.lock().expect("limits").push(limits);
    }
}

impl Fetch for Net {
    fn fetch<'a>(&'a self, request: Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        self.record(&request, limits);
        Box::pin(async move {
            let permit = self.gate.acquire().await.expect("a gate");
            drop(permit);
            match self.answer(&request.uri().to_string()) {
                Answer::Text(text) => Ok(Response::new(text.into_bytes())),
                Answer::Status(status) => Ok(Response::builder().status(status).body(b"no".to_vec()).expect("an answer")),
                Answer::Error(error) => Err(error),
                Answer::Hang => std::future::pending().await,
                Answer::Panic => panic!("a fetcher with a fault"),
            }
        })
    }
}
