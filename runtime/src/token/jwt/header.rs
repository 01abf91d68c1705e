//! The header of a token. All that counts of it is which of the declared algorithms and which of the service's keys it names.

use serde_json::Value;

use super::algorithm;
use crate::declare::Algorithm;
use crate::token::object::Object;
use crate::token::refusal::Invalid;

/// The types that an access token may say it has (RFC 9068, section 2.1; RFC 7519, section 5.1). Others are tokens for something else.
const TYPES: &[&str] = &["JWT", "at+jwt", "application/at+jwt"];

pub(super) struct Header {
    pub(super) algorithm: Algorithm,
    pub(super) key_id: Option<String>,
}

impl Header {
    pub(super) fn read(part: &str, declared: &[Algorithm]) -> Result<Self, Invalid> {
        let json = super::decoded(part)?;
        let Object(header) = serde_json::from_slice(&json).map_err(|_| Invalid::Malformed)?;
        // No extension is known here, and one without effect on how the payload is read is never critical (RFC 7515, section 4.1.11).
        if header.contains_key("crit") || header.contains_key("b64") {
            return Err(Invalid::Critical);
        }
        let is_known = |kind: &str| TYPES.iter().any(|known| known.eq_ignore_ascii_case(kind));
        if !text(header.get("typ"))?.is_none_or(is_known) {
            return Err(Invalid::Type);
        }
        let named = text(header.get("alg"))?.and_then(algorithm::named);
        let algorithm = named.filter(|named| declared.contains(named)).ok_or(Invalid::Algorithm)?;
        Ok(Self { algorithm, key_id: text(header.get("kid"))?.map(str::to_owned) })
    }
}

fn text(value: Option<&Value>) -> Result<Option<&str>, Invalid> {
    value.map(|value| value.as_str().ok_or(Invalid::Malformed)).transpose()
}
