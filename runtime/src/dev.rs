//! The skill behind plain HTTP on this machine, for development.
//!
//! Nothing here checks that a request comes from Alexa, so it listens on the loopback interface and nowhere else,
//! and answers only requests that were made for `localhost` or a loopback address.
//!
//! It is a feature of its own, for the `dev-dependencies` of a skill and a program in its `examples` folder: what is built for production does not have it.

mod host;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;

use crate::{Answer, App, Refused, ServeError, wire};

const MAX_BODY: usize = 256 * 1024;

/// Serves the skill at `POST /` until ctrl-c.
///
/// # Errors
/// If the address is not a loopback address, or cannot be listened on.
pub async fn serve(app: App, address: impl Into<SocketAddr>) -> Result<(), ServeError> {
    let address = address.into();
    let failed = |error| ServeError::Listen { address, error };
    let listener = bind(address).await.map_err(failed)?;
    println!("listening on http://{}", listener.local_addr().map_err(failed)?);
    let interrupted = async {
        // Without a signal handler there is still the process to end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    axum::serve(listener, router(app)).with_graceful_shutdown(interrupted).await.map_err(failed)
}

/// The routes alone, to mount them in a server of your own or to test them.
pub fn router(app: App) -> Router {
    let elsewhere = |_: host::Local| async { StatusCode::NOT_FOUND };
    // A browser is where people first look for a server.
    let otherwise = |_: host::Local| async {
        (StatusCode::METHOD_NOT_ALLOWED, "this is a skill, and answers requests of Alexa's that are sent here with POST\n")
    };
    Router::new().route("/", post(answer).fallback(otherwise)).fallback(elsewhere).with_state(app)
}

async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    if !address.ip().is_loopback() {
        let why = "it is not a loopback address, and this server does not verify that requests come from Alexa";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    TcpListener::bind(address).await
}

async fn answer(_: host::Local, State(app): State<App>, body: Body) -> Response {
    let Ok(body) = to_bytes(body, MAX_BODY).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    match turn(&app, &body).await {
        Ok(answer) if answer.failed => json(StatusCode::INTERNAL_SERVER_ERROR, answer.json),
        Ok(answer) => json(StatusCode::OK, answer.json),
        Err(refused) => {
            let error = serde_json::json!({"error": refused.to_string()});
            json(status(refused), error.to_string().into_bytes())
        }
    }
}

async fn turn(app: &App, body: &[u8]) -> Result<Answer, Refused> {
    crate::serve::turn(app, &wire::parse(body)?, body, Duration::MAX).await
}

fn status(refused: Refused) -> StatusCode {
    match refused {
        Refused::Malformed { .. } | Refused::NoType => StatusCode::BAD_REQUEST,
        Refused::OtherSkill => StatusCode::FORBIDDEN,
    }
}

fn json(status: StatusCode, body: Vec<u8>) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json;charset=UTF-8")], body).into_response()
}
