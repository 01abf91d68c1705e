//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::pin::pin;

use http::header::CONNECTION;
use http::{HeaderValue, Method, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use super::HEALTH;
use super::elsewhere;
use super::endpoint::Endpoint;
use super::patience::{Patience, Patient, Turns};
use super::phase::{Phase, Watched, closing};
use super::reply::{self, No, Reply};

/// The most bytes of a request's head. Alexa's, with a signature, has less than two kilobytes.
const MAX_HEAD: usize = 16 * 1024;

/// The most that is read ahead.
const MAX_BUFFER: usize = 64 * 1024;

/// What all connections of a server share.
pub(super) struct Site {
    pub(super) endpoint: Endpoint,
    /// Where the endpoint is.
    pub(super) path: String,
    pub(super) tls: Option<TlsAcceptor>,
    pub(super) patience: Patience,
}

impl Site {
    /// Serves a connection until either side has enough of it.
    pub(super) async fn serve(&self, stream: TcpStream, phase: Watched) {
        // Answers are written in one piece.
        let _ = stream.set_nodelay(true);
        let Some(tls) = &self.tls else { return self.converse(stream, phase).await };
        match timeout(self.patience.handshake, tls.accept(stream)).await {
            Ok(Ok(stream)) => self.converse(stream, phase).await,
            Ok(Err(error)) => tracing::debug!(%error, "no TLS"),
            Err(_) => tracing::debug!("the TLS handshake took too long"),
        }
    }

    async fn converse(&self, stream: impl AsyncRead + AsyncWrite + Unpin, phase: Watched) {
        let turns = Turns::default();
        let stream = Patient::new(stream, self.patience, turns.clone());
        let answer = service_fn(|request| self.answer(request, &turns, &phase));
        let mut connection = pin!(http().serve_connection(TokioIo::new(stream), answer));
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = closing(phase.clone()) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection broke");
        }
    }

    async fn answer(&self, request: Request<Incoming>, turns: &Turns, phase: &Watched) -> Result<Reply, Infallible> {
        turns.tick();
        let mut answer = self.route(request).await;
        if *phase.borrow() != Phase::Open {
            answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        turns.tick();
        Ok(answer)
    }

    /// Two paths are no work for a router.
    async fn route(&self, request: Request<Incoming>) -> Reply {
        match request.uri().path() {
            path if path == self.path => self.endpoint.respond(request).await,
            HEALTH if matches!(*request.method(), Method::GET | Method::HEAD) => reply::well(),
            HEALTH => reply::refusal(No::Method("GET, HEAD")),
            path => {
                elsewhere::tell(request.method(), path, &self.path);
                reply::refusal(No::Path)
            }
        }
    }
}

fn http() -> http1::Builder {
    let mut http = http1::Builder::new();
    // A caller who has said all may still listen.
    http.half_close(true);
    http.header_read_timeout(None);
    http.max_header_size(MAX_HEAD);
    http.max_buf_size(MAX_BUFFER);
    http
}
