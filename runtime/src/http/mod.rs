//! The skill as a web service that answers nobody but Alexa.
//!
//! Three ways in, from the most done for you to the least:
//!
//! - [`Server`] listens, and has all that it takes to stand in the open: TLS where it is given a certificate, limits, time-outs, a graceful end.
//!   [`sayso::serve`](crate::serve()) runs it with settings from the environment.
//! - [`router`] gives an axum [`Router`] for a server of your own.
//! - [`Endpoint`] is the `tower::Service` in it, for any other.
//!
//! Every request is verified ([`crate::verify`]) before anything looks into it, in all three; none can be built without.
//!
//! # Behind a proxy
//!
//! Alexa signs the request and not the connection, so it may come through any proxy that has the TLS. It has to pass on the body byte for byte and the headers
//! `SignatureCertChainUrl` and `Signature-256`. Neither the host's name nor the caller's address is looked at. Its idle time-out to the skill is best
//! shorter than 75 seconds ([`Patience::idle`]), so that it never sends a request into a connection that is being closed.
//!
//! # Why a failing handler is not 500
//!
//! The user hears what is answered with 200 and nothing else: after any other status Alexa speaks her own words for a skill that does not work. So a
//! handler that fails, panics or takes too long is answered with 200 and the skill's apology. Only where nothing can be said the failure becomes
//! the status: 500, with an empty answer that is legal all the same. That is what makes Alexa deliver a skill event again, and what a
//! proxy counts. What fails verification is 400, as certification asks.

mod body;
mod connection;
mod elsewhere;
mod endpoint;
mod patience;
mod phase;
mod reply;
mod server;
mod tls;

use axum::Router;
use axum::routing::get;

use crate::App;
use crate::verify::Verifier;

pub use endpoint::Endpoint;
pub use patience::Patience;
pub(crate) use server::wrong_path;
pub use server::{Listening, Server};

/// The most turns at once.
const TURNS: usize = 256;

/// The most connections at once.
const CONNECTIONS: usize = 512;

/// Where the server says that it is well.
const HEALTH: &str = "/healthz";

/// The routes of a skill: `POST /` for Alexa, and `GET /healthz`, which answers 200 to everyone and says nothing.
///
/// ```no_run
/// # mod skill { pub fn app() -> sayso::App { unimplemented!() } }
/// use sayso::verify::Verifier;
///
/// let all: axum::Router = axum::Router::new().nest("/alexa", sayso::http::router(skill::app(), Verifier::new()));
/// ```
pub fn router(app: App, verifier: Verifier) -> Router {
    Router::new().route_service("/", Endpoint::new(app, verifier)).route(HEALTH, get(|| async {}))
}
