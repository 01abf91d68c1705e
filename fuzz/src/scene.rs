//! A verifier with its clock and its network, and an authority whose requests it believes.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, Request, Response};
use sayso::fetch::{Fetch, Fetching, Limits};
use sayso::verify::{Authority, Rejected, Verifier};

/// 2026-11-22T12:00:00Z, in seconds.
pub const NOW: u64 = 1_795_348_800;

/// Where the authority says that its certificates lie.
pub const URL: &str = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";

/// The moment so many seconds from then.
pub fn at(seconds: i64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(NOW.saturating_add_signed(seconds))
}

pub fn authority() -> &'static Authority {
    static AUTHORITY: LazyLock<Authority> = LazyLock::new(|| Authority::at(at(0)).expect("keys"));
    &AUTHORITY
}

/// The authority's chain, as it is fetched.
pub fn chain() -> &'static [u8] {
    static CHAIN: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let request = Request::get(URL).body(Vec::new()).expect("a request");
        let limits = Limits { time: Duration::from_secs(1), body: 1 << 20 };
        sayso::testing::block_on(authority().fetch(request, limits)).expect("an answer").into_body()
    });
    &CHAIN
}

/// Answers the same to everybody, and remembers what it was asked.
pub struct Net {
    status: u16,
    answer: Vec<u8>,
    asked: Mutex<Vec<String>>,
}

impl Net {
    pub fn new(status: u16, answer: Vec<u8>) -> Arc<Self> {
        Arc::new(Self { status, answer, asked: Mutex::default() })
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Fetch for Net {
    fn fetch<'a>(&'a self, request: Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(request.uri().to_string());
        let mut answer = Response::new(self.answer.clone());
        *answer.status_mut() = self.status.try_into().expect("a status");
        Box::pin(std::future::ready(Ok(answer)))
    }
}

/// What a new verifier makes of a request.
pub fn verdict(net: &Arc<Net>, now: SystemTime, headers: &HeaderMap, body: &[u8]) -> Result<(), Rejected> {
    static RUNTIME: LazyLock<tokio::runtime::Runtime> =
        LazyLock::new(|| tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime"));
    let verifier = Verifier::builder().trust(authority().trust()).fetch(Arc::clone(net)).clock(move || now).build();
    RUNTIME.block_on(verifier.verify(headers, body))
}
