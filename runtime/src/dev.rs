//! The skill behind plain HTTP on this machine, for development.
//!
//! Nothing here checks that a request comes from Alexa, so it listens on the loopback interface and nowhere else,
//! and answers only requests that were made for `localhost` or a loopback address.

mod host;

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;

use crate::{App, Refused};

const MAX_BODY: usize = 256 * 1024;

/// Serves the skill at `POST /` until ctrl-c.
///
/// # Errors
/// If the address is not a loopback address, or cannot be listened on.
pub async fn serve(app: App, address: SocketAddr) -> io::Result<()> {
    let listener = bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    let interrupted = async {
        // Without a signal handler there is still the process to end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    axum::serve(listener, router(app)).with_graceful_shutdown(interrupted).await
}

/// The routes alone, to mount them in a server of your own or to test them.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/", post(answer))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn(host::require_local))
        .with_state(app)
}

async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    if !address.ip().is_loopback() {
        let why = format!(
            "{address} is not a loopback address: this server does not verify that requests come from Alexa, \
             and must not be reached from outside"
        );
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    TcpListener::bind(address).await.map_err(|error| io::Error::new(error.kind(), told(address.port(), &error)))
}

fn told(port: u16, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => format!("port {port} is in use: end what listens there, or choose another port"),
        _ => format!("cannot listen on port {port}: {error}"),
    }
}

async fn answer(State(app): State<App>, body: Bytes) -> Response {
    match app.handle(&body).await {
        Ok(answer) => json(StatusCode::OK, answer),
        Err(refused) => {
            let error = serde_json::json!({"error": refused.to_string()});
            json(status(refused), error.to_string().into_bytes())
        }
    }
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
