//! Requests that have no method of their own.

use serde_json::Value;

use crate::guard::Guard;
use crate::{Refused, wire};

/// A request of a kind that the skill does not declare. Its JSON is kept, without anything that could be a credential.
#[derive(Clone, Debug)]
pub struct OtherRequest {
    kind: String,
    json: Value,
}

impl OtherRequest {
    /// Reads the `request` object of an envelope once more, in full.
    pub(crate) fn from_body(body: &[u8], kind: &str, guard: Guard<'_>) -> Result<Self, Refused> {
        let mut json = wire::request_json(body)?;
        strip(&mut json, guard);
        Ok(Self { kind: kind.to_owned(), json })
    }

    /// The type, such as `AlexaSkillEvent.SkillEnabled`.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The request object. Credentials were taken out: access and consent tokens, authorization codes.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }
}

// Handles of Alexa's that are called tokens and grant nothing. Every other key with `token` in it goes.
const HANDLES: [&str; 7] =
    ["token", "previousToken", "expectedPreviousToken", "pageToken", "correlationToken", "alertToken", "alertTokens"];

fn strip(value: &mut Value, guard: Guard<'_>) {
    match value {
        Value::Object(map) => {
            map.retain(|key, value| !is_credential(key) && !guard.finds(key) && !is_found(value, guard));
            if let Some(grant) = map.get_mut("grant").and_then(Value::as_object_mut) {
                grant.remove("code");
            }
            map.values_mut().for_each(|value| strip(value, guard));
        }
        Value::Array(values) => {
            values.retain(|value| !is_found(value, guard));
            values.iter_mut().for_each(|value| strip(value, guard));
        }
        _ => {}
    }
}

fn is_credential(key: &str) -> bool {
    let lower = key.to_ascii_lowercase();
    let secret = ["token", "secret", "password", "authorization"].iter().any(|word| lower.contains(word));
    secret && !HANDLES.contains(&key)
}

fn is_found(value: &Value, guard: Guard<'_>) -> bool {
    value.as_str().is_some_and(|text| guard.finds(text))
}
