//! What a service answered.

use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::call::Needs;
use super::error::ServiceError;
use crate::ConsentMissing;

/// The JSON of a good answer; none where there is nothing.
pub(super) struct Answer(Option<Value>);

impl Answer {
    pub(super) fn nothing() -> Self {
        Self(None)
    }

    pub(super) fn read(body: &[u8]) -> Result<Self, ServiceError> {
        if body.iter().all(u8::is_ascii_whitespace) {
            return Ok(Self::nothing());
        }
        let json = serde_json::from_slice(body).map_err(|_| ServiceError::Malformed)?;
        Ok(Self(filled(json)))
    }

    /// What may be missing.
    pub(super) fn maybe<T: DeserializeOwned>(self) -> Result<Option<T>, ServiceError> {
        self.0.map(serde_json::from_value).transpose().map_err(|_| ServiceError::Malformed)
    }

    /// What has to be there.
    pub(super) fn sure<T: DeserializeOwned>(self) -> Result<T, ServiceError> {
        self.maybe()?.ok_or(ServiceError::NotFound)
    }

    /// That it worked is all there is to know.
    pub(super) fn done(self) -> Result<(), ServiceError> {
        Ok(())
    }
}

/// Null and blank texts are like absent, wherever they stand.
fn filled(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::Array(values) => Some(values.into_iter().filter_map(filled).collect()),
        Value::Object(map) => Some(map.into_iter().filter_map(|(key, value)| Some((key, filled(value)?))).collect()),
        other => Some(other),
    }
}

/// What a service says when it refuses.
struct Refusal(Value);

impl Refusal {
    fn read(body: &[u8]) -> Self {
        Self(serde_json::from_slice(body).unwrap_or_default())
    }

    /// Addresses call the code `type`, some lists write `Message`.
    fn field(&self, names: [&str; 2]) -> Option<&Value> {
        names.iter().find_map(|name| self.0.get(name))
    }

    /// The code, if it looks like one: it goes into logs, where nothing else of an answer should.
    fn code(&self) -> Option<String> {
        const LONGEST: usize = 64;
        let code = match self.field(["code", "type"])? {
            Value::String(code) => code.clone(),
            Value::Number(code) => code.to_string(),
            _ => return None,
        };
        let plain = code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        (plain && code.len() <= LONGEST).then_some(code)
    }

    /// The permission is not in the manifest, so that the user cannot grant it. The services have two sentences for it.
    fn cannot_be_granted(&self) -> bool {
        let message = self.field(["message", "Message"]).and_then(Value::as_str).unwrap_or_default();
        message.contains("cannot be requested") || message.contains("with reason: FORBIDDEN")
    }

    /// Services that say "forbidden" for a missing consent say it for these too.
    fn is_about_something_else(&self) -> bool {
        self.code().is_some_and(|code| code.ends_with("_NOT_SUPPORTED") || code.ends_with("_EXCEEDED"))
    }
}

/// What a bad status means.
pub(super) fn failure(status: StatusCode, body: &[u8], needs: Option<Needs>) -> ServiceError {
    let refusal = Refusal::read(body);
    let status = status.as_u16();
    if let Some(needs) = needs.filter(|needs| needs.statuses.contains(&status) && !refusal.is_about_something_else()) {
        return match refusal.cannot_be_granted() {
            true => ServiceError::NotInManifest(needs.permission),
            false => ServiceError::ConsentMissing(ConsentMissing::of(needs.permission)),
        };
    }
    match status {
        401 => ServiceError::Unauthorized,
        404 => ServiceError::NotFound,
        429 => ServiceError::Throttled,
        500.. => ServiceError::Unavailable,
        _ => ServiceError::Refused { status, code: refusal.code() },
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::super::{ItemsOf, ProductPage, ReminderPage, TimerPage, TransactionPage};
    use super::{Answer, Needs, failure};

    /// JSON that has the keys of Alexa's answers in odd places.
    fn odd() -> impl Strategy<Value = Value> {
        const KEYS: &[&str] = &[
            "alerts",
            "alertToken",
            "trigger",
            "type",
            "timers",
            "id",
            "duration",
            "items",
            "listId",
            "links",
            "next",
            "version",
            "results",
            "metadata",
            "resultSet",
            "inSkillProducts",
            "productId",
            "totalCount",
            "isTruncated",
            "code",
            "message",
        ];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            prop_oneof![".{0,8}", Just("PT1H".to_owned()), Just("s3cret-token".to_owned())].prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((prop::sample::select(KEYS), inner), 0..6)
                    .prop_map(|entries| entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>()),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_json_is_read_or_refused(json in odd()) {
            let read = || Answer::read(json.to_string().as_bytes()).expect("JSON");
            let _ = (read().maybe::<ReminderPage>(), read().maybe::<TimerPage>(), read().maybe::<ItemsOf>());
            let _ = (read().maybe::<ProductPage>(), read().maybe::<TransactionPage>(), read().maybe::<String>());
        }

        #[test]
        fn no_refusal_repeats_what_the_service_wrote(json in odd(), status in 300_u16..600) {
            let json = json!({"code": json, "message": "s3cret-token", "type": "s3cret-token"});
            for needs in [None, Some(Needs::as_forbidden("a")), Some(Needs::as_either("a"))] {
                let error = failure(StatusCode::from_u16(status).expect("a status"), json.to_string().as_bytes(), needs);
                let shown = format!("{error} {error:?}");
                prop_assert!(!shown.contains("s3cret"));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(body in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = Answer::read(&body);
            let _ = failure(StatusCode::FORBIDDEN, &body, Some(Needs::as_forbidden("a")));
        }
    }
}
