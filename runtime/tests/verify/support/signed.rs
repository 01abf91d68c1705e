//! Requests and their signatures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use rcgen::{KeyPair, SigningKey};
use serde_json::{Value, json};

use super::{at, leaf_key};

pub const URL: &str = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";

/// A request with its headers, before something is changed.
#[derive(Clone)]
pub struct Signed {
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Signed {
    pub fn new(body: impl Into<Vec<u8>>) -> Self {
        Self::by(leaf_key(), body)
    }

    pub fn by(key: &KeyPair, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let signature = STANDARD.encode(key.sign(&body).expect("a signature"));
        Self { headers: HeaderMap::new(), body }.with("SignatureCertChainUrl", URL).with("Signature-256", &signature)
    }

    /// With this header in place of what was there.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(HeaderName::try_from(name).expect("a name"), HeaderValue::try_from(value).expect("a value"));
        self
    }

    /// With one more header of this name.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.headers.append(HeaderName::try_from(name).expect("a name"), HeaderValue::try_from(value).expect("a value"));
        self
    }

    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        assert!(self.headers.remove(name).is_some(), "there is no {name}");
        self
    }

    #[must_use]
    pub fn at_url(self, url: &str) -> Self {
        self.with("SignatureCertChainUrl", url)
    }

    pub fn signature(&self) -> &str {
        self.headers["Signature-256"].to_str().expect("base64")
    }
}

/// A request of this type with this timestamp, whatever it is.
pub fn body(kind: &str, timestamp: Value) -> String {
    let application = json!({"applicationId": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"});
    let user = json!({"userId": "amzn1.ask.account.ONE"});
    json!({
        "version": "1.0",
        "session": {"new": true, "sessionId": "s", "application": application, "user": user},
        "context": {"System": {"application": application, "user": user}},
        "request": {"type": kind, "requestId": "r", "timestamp": timestamp, "locale": "en-US"},
    })
    .to_string()
}

/// The most common request, sent now.
pub fn launch() -> String {
    body("LaunchRequest", at(0).into())
}

/// The same, signed.
pub fn request() -> Signed {
    Signed::new(launch())
}
