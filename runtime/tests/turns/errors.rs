//! Failing handlers.

use serde_json::json;

use crate::by_hand::{handlers::RideHailer, skill};
use crate::small;
use crate::support::{envelope, event, intent, logged, send, ssml};
use sayso::declare::{Piece, Skill, Text};
use sayso::{Error, Response};

#[test]
fn an_error_is_an_apology_and_a_log_line() {
    let app = skill::app(RideHailer);
    let request = intent("OrderRide", json!({"destination": {"value": "x"}}));
    let (answer, log) = logged(|| send(&app, &envelope(request, Some("failing-service-token"))));
    assert!(ssml(&answer).contains("something went wrong"), "{answer}");
    assert_eq!(answer["response"]["shouldEndSession"], true);
    assert!(log.contains("ERROR") && log.contains("the ride service failed"), "{log}");
}

#[test]
fn the_causes_of_an_error_are_logged() {
    let app = small::app(|_, _| Err(Error::Failed(Box::new(Outer(std::io::Error::other("the cable was cut"))))));
    let ((), log) = logged(|| drop(send(&app, &envelope(json!({"type": "LaunchRequest"}), None))));
    assert!(log.contains("no answer from the service: the cable was cut"), "{log}");
}

#[derive(Debug)]
struct Outer(std::io::Error);

impl std::fmt::Display for Outer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no answer from the service")
    }
}

impl std::error::Error for Outer {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn a_panic_is_an_error() {
    let app = small::app(|_, _| panic!("the handler gave up"));
    let (answer, log) = logged(|| send(&app, &envelope(json!({"type": "LaunchRequest"}), None)));
    assert!(ssml(&answer).contains("something went wrong"), "{answer}");
    assert!(log.contains("the handler gave up"), "{log}");
}

#[test]
fn an_apology_is_not_spoken_where_nothing_may_be_spoken() {
    let app = small::app(|_, _| Err(Error::TokenRejected));
    let request = json!({"type": "AudioPlayer.PlaybackStarted", "token": "t"});
    let (answer, log) = logged(|| send(&app, &event(request, None)));
    assert_eq!(answer["response"], json!({}));
    assert!(log.contains("cannot be answered with the card"), "{log}");
}

static SORRY: Text = Text {
    key: "speech.error",
    versions: &[&[&[Piece::Ssml("That did not work.")]], &[&[Piece::Ssml("Das ging nicht.")]]],
    by_locale: &[0, 1],
};
static WITH_ERROR: Skill = Skill { locales: &["en-US", "de-DE"], error: Some(&SORRY), ..Skill::BASE };

#[test]
fn the_apology_is_the_skills_own_where_it_has_one() {
    let app = small::with(&WITH_ERROR, |_, _| Err(std::io::Error::other("failed").into()));
    let answer = send(&app, &envelope(json!({"type": "LaunchRequest", "locale": "de-AT"}), None));
    assert_eq!(ssml(&answer), "<speak>Das ging nicht.</speak>");
}

#[test]
fn stop_always_ends_the_session() {
    let app = small::app(|_, _| Ok(Response::ask(sayso::Speech::text("Really?"))));
    let answer = send(&app, &envelope(intent("AMAZON.StopIntent", json!({})), None));
    assert_eq!(answer["response"]["shouldEndSession"], true);
    assert_eq!(answer["response"].get("reprompt"), None);
}
