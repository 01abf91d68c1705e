//! Sessions, contexts, and requests without a method of their own.

use serde_json::{Value, json};

use crate::small;
use crate::support::{envelope, event, send, ssml};
use sayso::{Response, SessionError, Speech};

#[test]
fn attributes_are_kept_changed_and_sent_back() {
    let app = small::app(|cx, _| {
        let session = cx.session();
        let count: Option<u32> = session.get("count")?;
        session.set("count", &(count.unwrap_or(0) + 1))?;
        session.remove("old");
        assert!(matches!(session.get::<u32>("name"), Err(SessionError::Type(_))));
        assert_eq!(session.get::<String>("nothing")?, None);
        Ok(Response::ask(Speech::text("ok")))
    });
    let mut request = envelope(json!({"type": "LaunchRequest"}), None);
    request["session"]["attributes"] = json!({"count": 1, "old": true, "name": "x", "nothing": 5, "unknown": {"deep": [1.5, "é"]}});
    request["session"]["attributes"]["nothing"] = Value::Null;
    let answer = small_answer(&app, &request);
    assert_eq!(answer["sessionAttributes"]["count"], 2);
    assert_eq!(answer["sessionAttributes"]["unknown"], json!({"deep": [1.5, "é"]}));
    assert_eq!(answer["sessionAttributes"].get("old"), None);
}

/// Attributes may hold nulls of the skill's own, so this answer is not held to the rule against them.
fn small_answer(app: &sayso::App, envelope: &Value) -> Value {
    let answer = sayso::testing::block_on(app.handle(envelope.to_string().as_bytes())).expect("an answer");
    serde_json::from_slice(&answer).expect("JSON")
}

#[test]
fn untouched_attributes_go_back_as_they_came() {
    let app = small::app(|_, _| Ok(Response::ask(Speech::text("ok"))));
    let mut request = envelope(json!({"type": "LaunchRequest"}), None);
    assert_eq!(send(&app, &request).get("sessionAttributes"), None);
    request["session"]["attributes"] = json!({"a": [1, {"b": "c"}]});
    assert_eq!(send(&app, &request)["sessionAttributes"], json!({"a": [1, {"b": "c"}]}));
}

#[test]
fn there_are_no_attributes_outside_of_a_session() {
    let app = small::app(|cx, _| {
        let session = cx.session();
        assert!(!session.exists() && session.id().is_none());
        assert!(matches!(session.get::<u32>("a"), Err(SessionError::NoSession)));
        session.set("a", &1)?;
        Ok(Response::empty())
    });
    let answer = send(&app, &event(json!({"type": "LaunchRequest"}), None));
    assert!(ssml(&answer).contains("something went wrong"), "{answer}");
    assert_eq!(answer.get("sessionAttributes"), None);
}

#[test]
fn the_context_says_who_where_and_on_what() {
    let app = small::app(|cx, _| {
        let device = (cx.device_id() == Some("d")) && cx.supports("AudioPlayer") && !cx.supports("VideoApp");
        let user = cx.user_id() == Some("amzn1.ask.account.ONE") && cx.person_id() == Some("p");
        let request = cx.locale() == Some("en-GB") && cx.timestamp() == Some("1763812800000");
        Ok(if device && user && request { Response::end() } else { Response::empty() })
    });
    let mut envelope = envelope(json!({"type": "LaunchRequest", "locale": "en-GB", "timestamp": 1_763_812_800_000_u64}), None);
    envelope["context"]["System"]["person"] = json!({"personId": "p"});
    envelope["context"]["System"]["device"] = json!({"deviceId": "d", "supportedInterfaces": {"AudioPlayer": {}}});
    assert_eq!(send(&app, &envelope)["response"]["shouldEndSession"], true);
}

#[test]
fn other_requests_keep_their_json_without_credentials() {
    let app = small::app(|_, other| {
        let other = other.expect("no method is for this request");
        assert_eq!(other.kind(), "AlexaSkillEvent.SkillAccountLinked");
        let kept = json!({
            "type": "AlexaSkillEvent.SkillAccountLinked", "requestId": "r", "token": "stream-7",
            "body": {"grant": {"type": "OAuth2.AuthorizationCode"}, "alertToken": "a", "list": [{"x": 1}]},
        });
        assert_eq!(other.json(), &kept);
        Ok(Response::end())
    });
    let request = json!({
        "type": "AlexaSkillEvent.SkillAccountLinked", "requestId": "r", "token": "stream-7",
        "accessToken": "t", "AccessToken": "t", "consentToken": "t", "apiAccessToken": "t", "access_token": "t",
        "body": {
            "accessToken": "t", "refreshToken": "t", "clientSecret": "t", "alertToken": "a",
            "grant": {"type": "OAuth2.AuthorizationCode", "code": "t"},
            "list": [{"x": 1, "idToken": "t"}],
        },
    });
    // A failed assertion in the handler would be an apology, which this request cannot have; so ask in a log.
    let (answer, log) = crate::support::logged(|| send(&app, &event(request, None)));
    assert_eq!(answer["response"], json!({}));
    assert!(!log.contains("panicked"), "{log}");
}

#[test]
fn other_requests_are_whole_or_refused() {
    let app = small::app(|_, other| {
        assert!(other.expect("no method is for this request").json().is_object());
        Ok(Response::end())
    });
    let deep = |levels| "[".repeat(levels) + &"]".repeat(levels);
    for (odd, whole) in [(deep(100), true), (deep(200), false), ("1e999".to_owned(), false), (r#""\ud800""#.to_owned(), false)] {
        let body = event(json!({"type": "Unknown", "odd": "HERE"}), None).to_string().replace("\"HERE\"", &odd);
        let (answer, log) = crate::support::logged(|| sayso::testing::block_on(app.handle(body.as_bytes())));
        assert_eq!(answer.is_ok(), whole, "{odd}");
        assert!(matches!(answer, Ok(_) | Err(sayso::Refused::Malformed { line: 1, .. })), "{odd}");
        assert!(!log.contains("panicked"), "{odd}: {log}");
    }
}
