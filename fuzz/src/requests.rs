//! Requests as Alexa sends them to the skill of `skill.yaml`.

use std::sync::LazyLock;

use serde_json::{Value, json};

/// Whole envelopes, one for each request of `requests.json`.
pub fn all() -> &'static [Value] {
    static ALL: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let requests: Vec<Value> = serde_json::from_str(include_str!("requests.json")).expect("JSON");
        requests.into_iter().map(envelope).collect()
    });
    &ALL
}

fn envelope(request: Value) -> Value {
    let application = json!({"applicationId": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"});
    let user = json!({"userId": "amzn1.ask.account.ONE", "accessToken": "s3cret-account-0123456789"});
    json!({
        "version": "1.0",
        "session": {"new": false, "sessionId": "s", "application": application, "user": user,
            "attributes": {"heard": "before", "unknown": [null, {"a": 1}]}},
        "context": {
            "System": {
                "application": application,
                "user": user,
                "person": {"personId": "amzn1.ask.person.ONE", "accessToken": "s3cret-person-0123456789"},
                "device": {"deviceId": "amzn1.ask.device.ONE", "supportedInterfaces": {"AudioPlayer": {}, "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}},
                "apiEndpoint": "https://api.eu.amazonalexa.com",
                "apiAccessToken": "s3cret-api-0123456789",
            },
            "AudioPlayer": {"token": "now", "offsetInMilliseconds": 1500, "playerActivity": "PLAYING"},
            "Viewports": [{"type": "APL", "id": "main"}],
        },
        "request": request,
    })
}
