//! A key of the service's (RFC 7517).

use jsonwebtoken::DecodingKey;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use serde::Deserialize;
use serde_json::Value;

use super::{algorithm, decoded};
use crate::declare::Algorithm;

/// Shorter RSA keys can be broken (RFC 7518, section 3.3).
const RSA_BITS: usize = 2048;

/// A public key that can check signatures.
pub(super) struct Key {
    pub(super) id: Option<String>,
    kind: Kind,
    /// The one algorithm that the key is for, where it says so.
    algorithm: Option<Algorithm>,
    key: DecodingKey,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rsa,
    P256,
    P384,
    Ed25519,
}

/// What a key set says of a key.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    key_ops: Option<Vec<String>>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Key {
    /// Reads a key. `None` is one that checks no signature of a kind that is known here; a set may have such keys (RFC 7517, section 5).
    pub(super) fn read(json: Value) -> Option<Self> {
        let jwk: Jwk = serde_json::from_value(json).ok()?;
        let verifies = jwk.key_ops.as_ref().is_none_or(|all| all.iter().any(|operation| operation == "verify"));
        if !verifies || jwk.purpose.as_deref().is_some_and(|purpose| purpose != "sig") {
            return None;
        }
        let (kind, key) = jwk.material()?;
        let algorithm = match &jwk.alg {
            Some(name) => Some(algorithm::named(name)?),
            None => None,
        };
        Some(Self { id: jwk.kid, kind, algorithm, key })
    }

    /// Whether the key may check a signature of this algorithm: its kind fits, and so does what it is for.
    pub(super) fn fits(&self, algorithm: Algorithm) -> bool {
        let kind = match algorithm {
            Algorithm::ES256 => Kind::P256,
            Algorithm::ES384 => Kind::P384,
            Algorithm::EdDSA => Kind::Ed25519,
            _ => Kind::Rsa,
        };
        self.kind == kind && self.algorithm.is_none_or(|only| only == algorithm)
    }

    /// Whether this key signed the message. The library's own provider is asked, not the one that is installed in the process,
    /// which any other part of the program may have chosen.
    pub(super) fn signed(&self, algorithm: Algorithm, message: &str, signature: &Vec<u8>) -> bool {
        let verifier = (DEFAULT_PROVIDER.verifier_factory)(&algorithm::library(algorithm), &self.key);
        verifier.is_ok_and(|verifier| verifier.verify(message.as_bytes(), signature).is_ok())
    }
}

impl Jwk {
    fn material(&self) -> Option<(Kind, DecodingKey)> {
        match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", _) => Some((Kind::Rsa, rsa(self.n.as_deref()?, self.e.as_deref()?)?)),
            ("EC", Some("P-256")) => Some((Kind::P256, self.point(32)?)),
            ("EC", Some("P-384")) => Some((Kind::P384, self.point(48)?)),
            ("OKP", Some("Ed25519")) => Some((Kind::Ed25519, DecodingKey::from_ed_components(self.x.as_deref()?).ok()?)),
            _ => None,
        }
    }

    /// A point on a curve, whose coordinates have the curve's length (RFC 7518, section 6.2.1.2).
    fn point(&self, length: usize) -> Option<DecodingKey> {
        let (x, y) = (self.x.as_deref()?, self.y.as_deref()?);
        let has_length = |coordinate: &str| decoded(coordinate).is_ok_and(|bytes| bytes.len() == length);
        if has_length(x) && has_length(y) { DecodingKey::from_ec_components(x, y).ok() } else { None }
    }
}

fn rsa(n: &str, e: &str) -> Option<DecodingKey> {
    let (n, e) = (decoded(n).ok()?, decoded(e).ok()?);
    let zeros = n.iter().take_while(|byte| **byte == 0).count();
    let n = &n[zeros..];
    let bits = n.len() * 8 - n.first().map_or(0, |first| first.leading_zeros() as usize);
    if bits < RSA_BITS {
        tracing::warn!(bits, "a key of the service's is not used: RSA keys have to have {RSA_BITS} bits or more");
        return None;
    }
    Some(DecodingKey::from_rsa_raw_components(n, &e))
}
