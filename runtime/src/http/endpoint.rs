//! One request of HTTP: read, verified, answered.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use tower_service::Service;

use super::body;
use super::reply::{self, No, Reply};
use crate::App;
use crate::serve::turn;
use crate::verify::Verifier;

/// A skill behind HTTP, as a `tower::Service`, for a server of your own. It is cheap to clone, and clones share their limit.
///
/// Every request has to come from Alexa: there is no way to make one without a [`Verifier`], and none around it.
///
/// | answer | when |
/// |---|---|
/// | 200 | the skill's answer, or its apology |
/// | 400 | the request does not come from Alexa, or is for another skill; always the same body |
/// | 405 | it is no POST |
/// | 408 | its body took longer than five seconds |
/// | 413 | its body has more than 256 KiB |
/// | 500 | a handler failed, and the user could not be told; the body is an empty answer |
/// | 503 | as many turns as may be are under way |
#[derive(Clone)]
pub struct Endpoint(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    app: App,
    verifier: Verifier,
    turns: Arc<Semaphore>,
    body: Duration,
}

impl Endpoint {
    /// A skill that answers requests which the verifier believes to come from Alexa.
    #[must_use]
    pub fn new(app: App, verifier: Verifier) -> Self {
        let turns = Arc::new(Semaphore::new(super::TURNS));
        Self(Arc::new(Inner { app, verifier, turns, body: super::Patience::default().body }))
    }

    /// The most turns at once, 256 where nothing is said. One more is answered with 503 at once: in a queue, it would wait for longer than Alexa does.
    #[must_use]
    pub fn turns(mut self, most: usize) -> Self {
        Arc::make_mut(&mut self.0).turns = Arc::new(Semaphore::new(most.min(Semaphore::MAX_PERMITS)));
        self
    }

    /// How long the body of a request is waited for, five seconds where nothing is said.
    #[must_use]
    pub fn body_time(mut self, most: Duration) -> Self {
        Arc::make_mut(&mut self.0).body = most;
        self
    }

    /// Answers a request, or refuses it.
    pub(super) async fn respond(&self, request: Request<impl http_body::Body>) -> Reply {
        self.0.answer(request).await.unwrap_or_else(reply::refusal)
    }
}

impl Inner {
    async fn answer(&self, request: Request<impl http_body::Body>) -> Result<Reply, No> {
        let arrived = Instant::now();
        if request.method() != Method::POST {
            return Err(No::Method("POST"));
        }
        let (head, body) = request.into_parts();
        let body = timeout(self.body, body::read(body)).await.map_err(|_| No::Slow)??;
        let envelope = self.verifier.read(&head.headers, &body).await.map_err(|rejected| {
            tracing::warn!(code = rejected.code(), reason = %rejected, "a request does not come from Alexa");
            No::NotBelieved
        })?;
        let _place = self.turns.try_acquire().map_err(|_| {
            tracing::error!("too many turns at once: a request is not answered");
            No::Busy
        })?;
        // The time for the body and the certificates is Alexa's time too.
        let left = self.app.turn_time().saturating_sub(arrived.elapsed());
        let answer = turn(&self.app, &envelope, &body, left).await.map_err(|refused| {
            tracing::warn!(reason = %refused, "a request of Alexa's is not for this skill");
            No::NotBelieved
        })?;
        let status = if answer.failed { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::OK };
        Ok(reply::json(status, answer.json))
    }
}

impl<B> Service<Request<B>> for Endpoint
where
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Send,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let endpoint = self.clone();
        Box::pin(async move { Ok(endpoint.respond(request).await) })
    }
}
