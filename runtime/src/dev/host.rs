//! Only what was asked of this machine by one of its own names is answered.
//!
//! A web page can have its own name lead to the loopback address, and would then pass for a visitor of this server. Browsers tell in every request
//! which name it was made for, and no page can change that.

use std::net::Ipv4Addr;

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Answers requests for other hosts, and those that name none, with a refusal.
pub(super) async fn require_local(request: Request, next: Next) -> Response {
    let in_head = request.headers().get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let in_target = request.uri().authority().map(|authority| authority.as_str());
    let named: Vec<&str> = in_head.chain(in_target).collect();
    match named.iter().find(|host| !is_local(host)) {
        None if !named.is_empty() => next.run(request).await,
        other => refusal(other.copied().unwrap_or_default()),
    }
}

fn refusal(host: &str) -> Response {
    let why = format!("this server answers requests for localhost, 127.0.0.1 and [::1] alone, and not for \"{host}\"");
    super::json(StatusCode::MISDIRECTED_REQUEST, serde_json::json!({ "error": why }).to_string().into_bytes()).into_response()
}

/// Whether a host, with a port or without, is this machine by a name that nobody else can have.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost") || name == "[::1]" || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}
