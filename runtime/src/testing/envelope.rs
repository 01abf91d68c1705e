//! The envelope around a request, as a device of today sends it.

use serde_json::{Value, json};

use super::Conversation;

pub(super) fn of(talk: &Conversation, mut request: Value) -> Value {
    request["requestId"] = format!("amzn1.echo-api.request.test-{}", talk.turns).into();
    request["timestamp"] = "2026-11-22T12:00:00Z".into();
    request["locale"] = talk.locale.as_str().into();
    let application = json!({"applicationId": talk.application_id()});
    let mut user = json!({"userId": "amzn1.ask.account.test"});
    if let Value::String(token) = &talk.token {
        user["accessToken"] = token.as_str().into();
    }
    let mut system = json!({
        "application": application,
        "user": user,
        "device": {"deviceId": "amzn1.ask.device.test", "supportedInterfaces": talk.device.interfaces},
        "apiEndpoint": "https://api.amazonalexa.com",
    });
    if let Some(token) = talk.api_token {
        system["apiAccessToken"] = token.into();
    }
    if let Some(person) = &talk.person {
        system["person"] = json!({"personId": person.id});
        if let Value::String(token) = &person.token {
            system["person"]["accessToken"] = token.as_str().into();
        }
    }
    let mut context = talk.device.surroundings.clone();
    context.insert("System".to_owned(), system);
    json!({
        "version": "1.0",
        "session": {
            "new": talk.attributes.is_none(),
            "sessionId": "amzn1.echo-api.session.test",
            "attributes": talk.attributes.clone().unwrap_or_default(),
            "application": application,
            "user": user,
        },
        "context": context,
        "request": request,
    })
}
