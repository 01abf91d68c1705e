//! JSON web tokens, checked as RFC 8725 and RFC 9068 say: the declaration tells which algorithms and whose keys count, never the token.

mod algorithm;
mod header;
mod key;
mod ring;

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};

use super::claims::Claims;
use super::object::Object;
use super::read;
use super::refusal::{Invalid, Refusal};
use super::terms::Terms;
use crate::declare;
use crate::env::Env;
use header::Header;
use ring::Ring;

/// More than any service puts into one.
const LONGEST: usize = 16 * 1024;

/// The check of a service's JWTs, with the keys that it got.
pub(super) struct Check {
    declared: declare::Jwt,
    ring: Ring,
}

impl Check {
    pub(super) fn new(declared: declare::Jwt) -> Self {
        Self { declared, ring: Ring::new(declared.keys_url) }
    }

    pub(super) async fn check(&self, token: &SecretString, env: &Env) -> Result<Arc<Claims>, Refusal> {
        let parts = Parts::of(token.expose_secret())?;
        let header = Header::read(parts.header, self.declared.algorithms)?;
        let keys = self.ring.keys(&header, env).await?;
        if !keys.iter().any(|key| key.signed(header.algorithm, parts.message, &parts.signature)) {
            return Err(Invalid::Signature.into());
        }
        let Object(members) = serde_json::from_slice(&decoded(parts.payload)?).map_err(|_| Invalid::Malformed)?;
        let claims = read::claims(members).map_err(|_| Invalid::Malformed)?;
        claims.expiry.ok_or(Invalid::NoExpiry)?;
        self.terms().check(&claims, env.now())?;
        Ok(Arc::new(claims))
    }

    fn terms(&self) -> Terms {
        let declared = &self.declared;
        Terms { issuer: Some(declared.issuer), audiences: declared.audiences, issued_to: declared.issued_to }
    }
}

/// The three parts of a signed token (RFC 7515, section 7.1).
struct Parts<'t> {
    header: &'t str,
    payload: &'t str,
    /// What is signed: the first two, with the dot between them.
    message: &'t str,
    signature: Vec<u8>,
}

impl<'t> Parts<'t> {
    fn of(token: &'t str) -> Result<Self, Invalid> {
        if token.len() > LONGEST {
            return Err(Invalid::TooLong);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(Invalid::Malformed)?;
        let (header, payload) = message.split_once('.').ok_or(Invalid::Malformed)?;
        // A fourth part, as encrypted tokens have it, is no base64.
        Ok(Self { header, payload, message, signature: decoded(signature)? })
    }
}

fn decoded(part: &str) -> Result<Vec<u8>, Invalid> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Invalid::Malformed)
}
