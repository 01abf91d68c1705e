//! Requests over the network.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::{Method, Request, Response};
use tracing::dispatcher::{self, Dispatch};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::trust::Anchors;
use super::{Fetch, FetchError, Fetching, Limits, Trust};

/// Sends requests over HTTPS, and over nothing else: plain addresses are refused, redirects are answers, and no proxy is taken from
/// the environment. Connections are kept for the next request; clones share them. It runs on tokio.
///
/// ```no_run
/// use sayso::fetch::{Fetch, FetchError, Https, Limits};
/// use std::time::Duration;
///
/// # async fn run() -> Result<(), FetchError> {
/// let request = http::Request::get("https://auth.ridehailer.example/keys").body(Vec::new()).expect("an address");
/// let answer = Https::new().fetch(request, Limits { time: Duration::from_secs(2), body: 64 * 1024 }).await?;
/// assert_eq!(answer.status(), 200);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Https {
    agent: Agent,
}

impl Https {
    /// Servers are trusted by Mozilla's list of authorities.
    #[must_use]
    pub fn new() -> Self {
        Self::trusting(&Trust::mozilla())
    }

    /// Servers are trusted by these authorities alone.
    #[must_use]
    pub fn trusting(trust: &Trust) -> Self {
        let tls = TlsConfig::builder()
            .root_certs(roots(trust))
            // Said here, since the default of the process may be another, or none.
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .https_only(true)
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("sayso/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into() }
    }
}

fn roots(trust: &Trust) -> RootCerts {
    match &trust.0 {
        Anchors::Mozilla => RootCerts::WebPki,
        Anchors::Given(given) => {
            let copies = given.certificates.iter().map(|der| Certificate::from_der(der).to_owned());
            RootCerts::Specific(Arc::new(copies.collect()))
        }
    }
}

impl Default for Https {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Https {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Https").finish_non_exhaustive()
    }
}

impl Fetch for Https {
    fn fetch<'a>(&'a self, request: Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        let agent = self.agent.clone();
        Box::pin(async move {
            let started = Instant::now();
            let work = tokio::task::spawn_blocking(move || {
                // The wait for a free thread is part of the time.
                let left = limits.time.saturating_sub(started.elapsed());
                unheard(|| exchange(&agent, request, left, limits.body))
            });
            match tokio::time::timeout(limits.time, work).await {
                Ok(Ok(answer)) => answer,
                Ok(Err(_)) => Err(FetchError::Unreachable),
                Err(_) => Err(FetchError::TimedOut),
            }
        })
    }
}

/// Below ureq, each byte that is sent is logged at the finest level, and with it what tokens the headers carry. It does so by way of `log`,
/// whose records reach a subscriber of `tracing` on the thread that writes them; another logger would write them down, so that nothing is sent.
fn unheard<T>(work: impl FnOnce() -> Result<T, FetchError>) -> Result<T, FetchError> {
    dispatcher::with_default(&Dispatch::none(), || {
        if log::log_enabled!(target: "ureq_proto::util", log::Level::Trace) {
            log::error!(target: "sayso", "a request is not sent: {}", FetchError::Overheard);
            return Err(FetchError::Overheard);
        }
        work()
    })
}

fn exchange(agent: &Agent, request: Request<Vec<u8>>, time: Duration, most: usize) -> Result<Response<Vec<u8>>, FetchError> {
    if time.is_zero() {
        return Err(FetchError::TimedOut);
    }
    let (head, body) = request.into_parts();
    let takes_body = matches!(head.method, Method::POST | Method::PUT | Method::PATCH);
    let sent = if takes_body || !body.is_empty() {
        agent.run(agent.configure_request(Request::from_parts(head, body)).timeout_global(Some(time)).build())
    } else {
        agent.run(agent.configure_request(Request::from_parts(head, ())).timeout_global(Some(time)).build())
    };
    let (head, body) = sent.map_err(told)?.into_parts();
    let body = body.into_with_config().limit(most as u64).read_to_vec().map_err(told)?;
    Ok(Response::from_parts(head, body))
}

/// What is told of an error: ureq's own words may hold the address.
fn told(error: ureq::Error) -> FetchError {
    match error {
        ureq::Error::Timeout(_) => FetchError::TimedOut,
        ureq::Error::BodyExceedsLimit(_) => FetchError::TooLarge,
        ureq::Error::RequireHttpsOnly(_) => FetchError::NotHttps,
        ureq::Error::Rustls(error) => of_tls(&error),
        ureq::Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref()).map_or(FetchError::Unreachable, of_tls),
        _ => FetchError::Unreachable,
    }
}

fn of_tls(error: &rustls::Error) -> FetchError {
    match error {
        rustls::Error::InvalidCertificate(_) => FetchError::Untrusted,
        _ => FetchError::Unreachable,
    }
}
