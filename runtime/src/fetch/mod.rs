//! HTTPS requests of the runtime's own: for certificates, for keys, to the skill's OAuth 2.0 service and to Alexa's services.
//!
//! All of them go through one trait, so that tests and simulators stand in for the network without another way through the checks.

mod https;
mod trust;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

pub use https::Https;
pub use trust::{Trust, TrustError};

/// A request on its way.
pub type Fetching<'a> = Pin<Box<dyn Future<Output = Result<http::Response<Vec<u8>>, FetchError>> + Send + 'a>>;

/// Sends requests. Every status is an answer; redirects are not followed.
pub trait Fetch: Send + Sync + 'static {
    /// Sends a request and reads the whole answer, within the limits.
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, limits: Limits) -> Fetching<'a>;
}

impl<F: Fetch + ?Sized> Fetch for Arc<F> {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        F::fetch(self, request, limits)
    }
}

/// What a request may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From the look-up of the host's address to the last byte of the answer.
    pub time: Duration,
    /// The most bytes of the answer's body.
    pub body: usize,
}

/// Why there is no answer. It never tells the address that was asked, the headers or the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FetchError {
    /// The time was over.
    TimedOut,
    /// The answer was larger than the limit.
    TooLarge,
    /// There was no connection, or it broke.
    Unreachable,
    /// The server's certificate is not trusted, or is for another host.
    Untrusted,
    /// The address does not begin with `https://`.
    NotHttps,
    /// A logger of the program takes records of `ureq_proto` at the level trace, which are the bytes on their way, and tokens among them: nothing was
    /// sent. A filter such as `ureq_proto=debug` mends it; a subscriber of `tracing` does not hear them.
    Overheard,
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TimedOut => "the answer took too long",
            Self::TooLarge => "the answer is too large",
            Self::Unreachable => "there is no connection",
            Self::Untrusted => "the server's certificate is not trusted",
            Self::NotHttps => "the address is not an https address",
            Self::Overheard => "a logger of the program would write tokens: it has to leave out `ureq_proto` at the level trace",
        })
    }
}

impl std::error::Error for FetchError {}
