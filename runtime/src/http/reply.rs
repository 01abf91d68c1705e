//! What goes back. Whoever is not answered learns that, and nothing else.

use bytes::Bytes;
use http::header::{ALLOW, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};
use http_body_util::Full;

pub(super) type Reply = Response<Full<Bytes>>;

const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// Why a request is not answered. Each looks the same to everyone who meets it.
#[derive(Clone, Copy, Debug)]
pub(super) enum No {
    /// It does not come from Alexa, or is none for this skill, or is no request at all.
    NotBelieved,
    /// It is for another path.
    Path,
    /// Its method is none of these.
    Method(&'static str),
    /// Its body did not come in time.
    Slow,
    /// Its body is too large.
    TooLarge,
    /// There is too much to do.
    Busy,
}

pub(super) fn refusal(no: No) -> Reply {
    let (status, why) = match no {
        No::NotBelieved => (StatusCode::BAD_REQUEST, r#"{"error":"the request is refused"}"#),
        No::Path => (StatusCode::NOT_FOUND, r#"{"error":"there is nothing here"}"#),
        No::Method(_) => (StatusCode::METHOD_NOT_ALLOWED, r#"{"error":"this method is not answered here"}"#),
        No::Slow => (StatusCode::REQUEST_TIMEOUT, r#"{"error":"the body did not come in time"}"#),
        No::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, r#"{"error":"the body is too large"}"#),
        No::Busy => (StatusCode::SERVICE_UNAVAILABLE, r#"{"error":"there is too much to do"}"#),
    };
    let mut reply = json(status, Bytes::from_static(why.as_bytes()));
    if let No::Method(allowed) = no {
        reply.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
    }
    reply
}

/// Says that the server is well, and nothing else.
pub(super) fn well() -> Reply {
    Response::new(Full::default())
}

pub(super) fn json(status: StatusCode, body: impl Into<Bytes>) -> Reply {
    let mut reply = Response::new(Full::new(body.into()));
    *reply.status_mut() = status;
    reply.headers_mut().insert(CONTENT_TYPE, JSON);
    reply
}
