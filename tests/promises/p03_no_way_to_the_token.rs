//! Promise 3: what does not declare a need is not given the token in any form, though the request carries it.

use crate::twin::{answer, hear, user};
use serde_json::json;

const TOKEN: &str = "token-of-ada-lovelace";

#[test]
fn the_handler_of_an_intent_without_a_need_sees_no_token() {
    let (talk, seen) = user();
    let mut talk = talk.link(TOKEN);
    hear(talk.intent("AvailabilityByCity").slot("city", "Dallas"));
    let seen = seen.all().concat();
    assert!(seen.contains("Dallas"), "{seen}");
    assert!(!seen.contains(TOKEN), "{seen}");
}

#[test]
fn a_request_that_no_intent_is_for_comes_without_credentials() {
    let user = json!({"userId": "u", "accessToken": TOKEN, "permissions": {"consentToken": "consent-of-ada"}});
    let application = json!({"applicationId": "amzn1.ask.skill.7c1d9a52-4e0b-4a35-9d68-2f6c1b8e5d41"});
    let (_, seen) = answer(&json!({
        "version": "1.0",
        "context": {"System": {"application": application, "user": user}},
        "request": {
            "type": "AlexaSkillEvent.SkillAccountLinked",
            "requestId": "r",
            "timestamp": "2026-11-22T12:00:00Z",
            "body": {"accessToken": TOKEN, "copy": format!("Bearer {TOKEN}"), "kept": "yes"},
        },
    }));
    let seen = seen.all().concat();
    assert!(seen.contains("AlexaSkillEvent.SkillAccountLinked") && seen.contains("kept"), "{seen}");
    assert!(!seen.contains(TOKEN) && !seen.contains("consent-of-ada"), "{seen}");
}

#[test]
fn the_end_of_a_session_comes_without_the_token() {
    let (talk, seen) = user();
    hear(talk.link(TOKEN).exit());
    let seen = seen.all().concat();
    assert!(seen.contains("UserInitiated") && !seen.contains(TOKEN), "{seen}");
}
