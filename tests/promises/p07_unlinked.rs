//! Promise 7: who is not linked and reaches an intent that needs an account gets the prompt, the card, and the end of the session, before
//! any code of the skill runs and before the dialog asks its first question.

use crate::twin::{answer, hear, user};
use serde_json::{Value, json};

const PROMPT: &str = "link your account with the card in your Alexa app";

#[test]
fn without_an_account_no_code_of_the_skill_runs() {
    for intent in ["OrderRide", "AMAZON.YesIntent"] {
        let (mut talk, seen) = user();
        hear(talk.intent(intent)).assert_asks_to_link().assert_says(PROMPT);
        assert!(seen.all().is_empty(), "{:?}", seen.all());
    }
}

#[test]
fn the_dialog_does_not_ask_anything_before_the_account_is_linked() {
    let (mut talk, seen) = user();
    let reply = hear(talk.intent("OrderRide").dialog_started());
    reply.assert_asks_to_link();
    assert!(reply.directives().is_empty(), "{}", reply.json());
    let reply = hear(talk.intent("OrderRide").dialog_in_progress().slot("destination", "Main Street"));
    reply.assert_asks_to_link();
    assert!(seen.all().is_empty());
    // With an account the dialog goes on, and the handler waits for its end.
    let mut talk = talk.link("ada");
    let reply = hear(talk.intent("OrderRide").dialog_started());
    assert!(reply.directive("Dialog.Delegate").is_some(), "{}", reply.json());
    assert!(seen.all().is_empty());
}

/// A request for `AMAZON.YesIntent` whose user is this.
fn yes(user: &Value) -> Value {
    let application = json!({"applicationId": "amzn1.ask.skill.7c1d9a52-4e0b-4a35-9d68-2f6c1b8e5d41"});
    let intent = json!({"name": "AMAZON.YesIntent", "confirmationStatus": "NONE"});
    json!({
        "version": "1.0",
        "session": {"new": true, "sessionId": "s", "application": application, "user": user},
        "context": {"System": {"application": application, "user": user}},
        "request": {"type": "IntentRequest", "requestId": "r", "timestamp": "2026-11-22T12:00:00Z", "locale": "en-US", "intent": intent},
    })
}

#[test]
fn null_empty_blank_and_missing_tokens_are_all_unlinked() {
    for user in [
        json!({"userId": "u"}),
        json!({"userId": "u", "accessToken": null}),
        json!({"userId": "u", "accessToken": ""}),
        json!({"userId": "u", "accessToken": "  "}),
        json!({"userId": "u", "accessToken": 7}),
        json!({"userId": "u", "accessToken": {"token": "ada"}}),
        json!({"userId": "u", "accessToken": ["ada"]}),
    ] {
        let (answer, seen) = answer(&yes(&user));
        assert_eq!(answer["response"]["card"]["type"], "LinkAccount", "{user}: {answer}");
        assert_eq!(answer["response"]["shouldEndSession"], true, "{user}: {answer}");
        assert!(seen.all().is_empty(), "{user} reached the handler");
    }
    let (_, seen) = answer(&yes(&json!({"userId": "u", "accessToken": "ada"})));
    assert_eq!(seen.all(), ["yes"]);
}
