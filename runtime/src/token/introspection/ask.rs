//! One question, and what is made of its answer.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use form_urlencoded::{Serializer, byte_serialize};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Request, StatusCode};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::secret;
use crate::declare::{ClientAuthentication, Introspection};
use crate::env::Env;
use crate::fetch::Limits;
use crate::token::claims::Claims;
use crate::token::object::Object;
use crate::token::read;
use crate::token::refusal::{Invalid, Refusal, Unavailable};

/// A turn has eight seconds in all.
const LIMITS: Limits = Limits { time: Duration::from_secs(3), body: 64 * 1024 };
/// Longer texts are no tokens, and are not sent around.
const LONGEST: usize = 16 * 1024;

/// Asks the service what the token is good for.
pub(super) async fn ask(declared: &Introspection, token: &SecretString, env: &Env) -> Result<Arc<Claims>, Refusal> {
    if token.expose_secret().len() > LONGEST {
        return Err(Invalid::TooLong.into());
    }
    let answer = env.fetch().fetch(request(declared, token)?, LIMITS).await.map_err(Unavailable::from)?;
    // The service says 401 of the skill itself; of a token it says that it is not active (RFC 7662, section 2.3).
    if answer.status() != StatusCode::OK {
        return Err(Unavailable::Status(answer.status().as_u16()).into());
    }
    said(answer.body())
}

/// The question (RFC 7662, section 2.1): the token is in the body, since a URL ends up in logs.
fn request(declared: &Introspection, token: &SecretString) -> Result<Request<Vec<u8>>, Unavailable> {
    let secret = secret::read(declared.client_secret).ok_or(Unavailable::Secret)?;
    let mut form = Serializer::new(String::new());
    form.append_pair("token", token.expose_secret()).append_pair("token_type_hint", "access_token");
    let mut request = Request::post(declared.url).header(ACCEPT, "application/json");
    match declared.client_authentication {
        ClientAuthentication::HttpBasic => request = request.header(AUTHORIZATION, basic(declared.client_id, &secret)?),
        ClientAuthentication::RequestBody => {
            form.append_pair("client_id", declared.client_id).append_pair("client_secret", secret.expose_secret());
        }
    }
    let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(form.finish().into_bytes()).map_err(|_| Unavailable::BadUrl)
}

/// Both parts are written as in a form before they are joined (RFC 6749, section 2.3.1).
fn basic(id: &str, secret: &SecretString) -> Result<HeaderValue, Unavailable> {
    let encoded = |text: &str| -> String { byte_serialize(text.as_bytes()).collect() };
    let pair = Zeroizing::new(format!("{}:{}", encoded(id), encoded(secret.expose_secret())));
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair.as_bytes()))).map_err(|_| Unavailable::Secret)?;
    value.set_sensitive(true);
    Ok(value)
}

/// The answer (RFC 7662, section 2.2): a token is good where the service says so in as many words.
fn said(json: &[u8]) -> Result<Arc<Claims>, Refusal> {
    let Object(mut members) = serde_json::from_slice(json).map_err(|_| Unavailable::Unreadable)?;
    match members.remove("active") {
        Some(Value::Bool(true)) => {}
        Some(Value::Bool(false)) => return Err(Invalid::Inactive.into()),
        _ => return Err(Unavailable::Unreadable.into()),
    }
    let claims = read::claims(members).map_err(|_| Unavailable::Unreadable)?;
    Ok(Arc::new(claims))
}
