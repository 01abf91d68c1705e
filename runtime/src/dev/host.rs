//! Only what was asked of this machine by one of its own names is answered.
//!
//! A web page can have its own name lead to the loopback address, and would then pass for a visitor of this server. Browsers tell in every request
//! which name it was made for, and no page can change that.

use std::net::Ipv4Addr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Says that a request was made for this machine. Those for other hosts, and those that name none, are refused.
pub(super) struct Local;

impl<S: Sync> FromRequestParts<S> for Local {
    type Rejection = Elsewhere;

    async fn from_request_parts(head: &mut Parts, _: &S) -> Result<Self, Elsewhere> {
        let in_head = head.headers.get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
        let in_target = head.uri.authority().map(|authority| authority.as_str());
        let mut named = in_head.chain(in_target).peekable();
        if named.peek().is_none() {
            return Err(Elsewhere(String::new()));
        }
        named.find(|host| !is_local(host)).map_or(Ok(Self), |other| Err(Elsewhere(other.to_owned())))
    }
}

/// The host that a request was made for.
pub(super) struct Elsewhere(String);

impl IntoResponse for Elsewhere {
    fn into_response(self) -> Response {
        let host = self.0;
        let why = format!("this server answers requests for localhost, 127.0.0.1 and [::1] alone, and not for \"{host}\"");
        super::json(StatusCode::MISDIRECTED_REQUEST, serde_json::json!({ "error": why }).to_string().into_bytes())
    }
}

/// Whether a host, with a port or without, is this machine by a name that nobody else can have.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost") || name == "[::1]" || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}
