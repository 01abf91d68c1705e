//! What those who run a skill see of it.

use std::sync::{Arc, Mutex};

use sayso::{Outcome, Response, Speech, TokenRejected};
use serde_json::json;

use crate::small;
use crate::support::{envelope, event, intent, logged, send};

const TOKEN: &str = "a-token-that-nobody-may-see";

#[test]
fn an_observer_is_told_what_each_turn_came_to() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let app = small::app(|cx, _| match cx.locale() {
        Some("en-US") => Ok(Response::tell(Speech::text("Well."))),
        Some("en-GB") => Err(TokenRejected.into()),
        Some("en-AU") => Err(sayso::ConsentMissing::of("alexa::profile:email:read").into()),
        _ => panic!("nobody speaks this"),
    })
    .observe(move |turn| {
        let turn = (turn.request.to_owned(), turn.intent, turn.locale.map(str::to_owned), turn.outcome, turn.size > 0);
        listener.lock().unwrap().push(turn);
    });
    for locale in ["en-US", "en-GB", "en-AU", "xx"] {
        let mut request = intent("Any", json!({}));
        request["locale"] = locale.into();
        send(&app, &envelope(request, Some(TOKEN)));
    }
    let expected = [
        ("en-US", Outcome::Answered),
        // The skill has no account linking, so nobody can be asked to link.
        ("en-GB", Outcome::Failed),
        ("en-AU", Outcome::ConsentMissing),
        ("xx", Outcome::Failed),
    ];
    let expected = expected.map(|(locale, outcome)| ("IntentRequest".to_owned(), Some("Any"), Some(locale.to_owned()), outcome, true));
    assert_eq!(*told.lock().unwrap(), expected);
}

#[test]
fn the_log_of_a_turn_names_the_request_and_neither_the_user_nor_a_token() {
    let app = small::app(|cx, _| {
        tracing::info!("in the handler");
        Err(std::io::Error::other(format!("no answer for {TOKEN} of {}", cx.locale().unwrap_or_default())).into())
    });
    let (_, log) = logged(|| send(&app, &envelope(intent("Any", json!({})), Some(TOKEN))));
    for line in log.lines() {
        assert!(["turn{", "id=\"r\"", "request=\"IntentRequest\"", "intent=\"Any\""].iter().all(|part| line.contains(part)), "{line}");
        assert!(!line.contains("amzn1.ask.account") && !line.contains(TOKEN), "{line}");
    }
    assert!(log.contains("in the handler") && log.contains("no answer for [token] of en-US"), "{log}");
    assert!(log.contains("outcome=\"failed\""), "{log}");
    let (_, again) = logged(|| send(&app, &envelope(intent("Any", json!({})), None)));
    assert!(user_of(&log).is_some_and(|user| Some(user) == user_of(&again)), "{log}{again}");
}

/// The user's pseudonym.
fn user_of(log: &str) -> Option<String> {
    log.split("user=\"").nth(1).map(|rest| rest[..16].to_owned())
}

#[test]
fn the_answer_that_ended_a_session_is_logged_with_the_reason() {
    let app = small::app(|_, _| Ok(Response::ask(Speech::text("What then?"))));
    send(&app, &envelope(intent("Any", json!({})), None));
    let ended = json!({"type": "SessionEndedRequest", "requestId": "r2", "reason": "ERROR",
        "error": {"type": "INVALID_RESPONSE", "message": "too strange"}});
    let (_, log) = logged(|| send(&app, &envelope(ended, None)));
    assert!(log.contains("Alexa ended the session") && log.contains("too strange") && log.contains("What then?"), "{log}");
}

#[test]
fn the_answer_to_a_request_outside_of_a_session_is_logged_too() {
    let app = small::app(|_, _| Ok(Response::empty().directive(sayso::Directive::from_json(json!({"type": "AudioPlayer.Stop"}))?)));
    send(&app, &event(json!({"type": "AudioPlayer.PlaybackNearlyFinished", "requestId": "played"}), None));
    let exception = json!({"type": "System.ExceptionEncountered", "requestId": "r2", "cause": {"requestId": "played"},
        "error": {"type": "INVALID_RESPONSE", "message": "too strange"}});
    let (_, log) = logged(|| send(&app, &event(exception, None)));
    assert!(log.contains("Alexa could not use an answer") && log.contains("AudioPlayer.Stop"), "{log}");
}
