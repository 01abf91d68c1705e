//! Envelopes by hand, and what every answer has to be.

use sayso::testing::block_on;
use sayso::{App, Refused};
use serde_json::{Value, json};

pub use crate::log::logged;

pub const SKILL_ID: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

/// A request in a session, of a linked user if there is a token.
pub fn envelope(request: Value, token: Option<&str>) -> Value {
    let mut user = json!({"userId": "amzn1.ask.account.ONE"});
    if let Some(token) = token {
        user["accessToken"] = token.into();
    }
    json!({
        "version": "1.0",
        "session": {"new": true, "sessionId": "s", "application": {"applicationId": SKILL_ID}, "user": user},
        "context": {"System": {"application": {"applicationId": SKILL_ID}, "user": user}},
        "request": request,
    })
}

/// The same outside of a session.
pub fn event(request: Value, token: Option<&str>) -> Value {
    let mut envelope = envelope(request, token);
    envelope.as_object_mut().expect("an object").remove("session");
    envelope
}

pub fn intent(name: &str, slots: Value) -> Value {
    json!({"type": "IntentRequest", "requestId": "r", "locale": "en-US",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": slots}})
}

pub fn try_send(app: &App, envelope: &Value) -> Result<Value, Refused> {
    let answer = block_on(app.handle(envelope.to_string().as_bytes()))?;
    let answer: Value = serde_json::from_slice(&answer).expect("an answer is JSON");
    assert_legal(&answer);
    Ok(answer)
}

#[track_caller]
pub fn send(app: &App, envelope: &Value) -> Value {
    try_send(app, envelope).expect("an answer")
}

pub fn ssml(answer: &Value) -> &str {
    answer["response"]["outputSpeech"]["ssml"].as_str().unwrap_or_default()
}

/// What holds for every answer to every request.
fn assert_legal(answer: &Value) {
    assert_eq!(answer["version"], "1.0");
    assert!(answer["response"].is_object(), "{answer}");
    assert!(!has_null(answer), "a null means something to Alexa: {answer}");
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(has_null),
        Value::Object(map) => map.values().any(has_null),
        _ => false,
    }
}
