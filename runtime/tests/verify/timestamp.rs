//! The timestamp.

use std::time::{Duration, UNIX_EPOCH};

use sayso::verify::{Rejected, Verifier};
use serde_json::{Value, json};

use crate::support::{NOW, Scene, Signed, at, block_on, body, launch, request, root};

const EVENTS: [&str; 5] = ["SkillEnabled", "SkillDisabled", "SkillPermissionChanged", "SkillPermissionAccepted", "SkillAccountLinked"];

/// Types whose delivery may be tried again too, for all that is known.
const OTHERS: [&str; 14] = [
    "LaunchRequest",
    "IntentRequest",
    "SessionEndedRequest",
    "AudioPlayer.PlaybackStarted",
    "AlexaSkillEvent.ProactiveSubscriptionChanged",
    "AlexaSkillEvent.NotificationSubscriptionChanged",
    "Reminders.ReminderCreated",
    "Reminders.ReminderStarted",
    "Reminders.ReminderDeleted",
    "AlexaHouseholdListEvent.ItemsCreated",
    "AlexaHouseholdListEvent.ListDeleted",
    "Messaging.MessageReceived",
    "SkillEnabled",
    "AlexaSkillEvent.SkillEnabledX",
];

#[track_caller]
fn assert_verdict(kind: &str, timestamp: Value, verdict: Result<(), Rejected>) {
    let told = timestamp.to_string();
    assert_eq!(block_on(Scene::new().verify(&Signed::new(body(kind, timestamp)))), verdict, "{kind} at {told}");
}

#[track_caller]
fn assert_launch(timestamp: impl Into<Value>, verdict: Result<(), Rejected>) {
    assert_verdict("LaunchRequest", timestamp.into(), verdict);
}

#[track_caller]
fn assert_text(request: &str, verdict: Result<(), Rejected>) {
    assert_eq!(block_on(Scene::new().verify(&Signed::new(request))), verdict, "{request}");
}

#[test]
fn missing() {
    assert_text(r#"{"request":{"type":"LaunchRequest"}}"#, Err(Rejected::NoTimestamp));
}

/// One that stands elsewhere does not count.
#[test]
fn elsewhere() {
    let now = at(0);
    assert_text(&format!(r#"{{"timestamp":"{now}","request":{{"type":"LaunchRequest"}}}}"#), Err(Rejected::NoTimestamp));
    assert_text(&format!(r#"{{"request":{{"type":"LaunchRequest","body":{{"timestamp":"{now}"}}}}}}"#), Err(Rejected::NoTimestamp));
}

#[test]
fn null() {
    assert_launch(Value::Null, Err(Rejected::NoTimestamp));
}

#[test]
fn empty() {
    assert_launch("", Err(Rejected::NoTimestamp));
    assert_launch("  ", Err(Rejected::NoTimestamp));
}

#[test]
fn unparsable() {
    for text in
        ["now", "yesterday", "2026-11-22", "12:00:00Z", "2026-13-45T99:99:99Z", "Sun, 22 Nov 2026 12:00:00 GMT", "999999999999999999999999"]
    {
        assert_launch(text, Err(Rejected::MalformedTimestamp));
    }
}

#[test]
fn array() {
    assert_launch(json!([at(0)]), Err(Rejected::NoTimestamp));
}

#[test]
fn object() {
    assert_launch(json!({"at": at(0)}), Err(Rejected::NoTimestamp));
}

#[test]
fn truth() {
    assert_launch(true, Err(Rejected::MalformedTimestamp));
}

/// Some consoles have sent milliseconds since 1970.
#[test]
fn number() {
    assert_launch(NOW * 1000, Ok(()));
    assert_launch(NOW * 1000 - 150_000, Ok(()));
    assert_launch(NOW * 1000 - 150_001, Err(Rejected::TooOld));
    assert_launch(NOW * 1000 + 150_001, Err(Rejected::TooNew));
    assert_launch(0, Err(Rejected::TooOld));
    assert_launch(-1, Err(Rejected::TooOld));
    // Seconds are not milliseconds.
    assert_launch(NOW, Err(Rejected::TooOld));
    assert_launch(u64::MAX, Err(Rejected::MalformedTimestamp));
    assert_launch(i64::MAX, Err(Rejected::MalformedTimestamp));
    assert_launch(i64::MIN, Err(Rejected::MalformedTimestamp));
    assert_launch(1.5, Err(Rejected::MalformedTimestamp));
}

#[test]
fn no_zone() {
    assert_launch("2026-11-22T12:00:00", Err(Rejected::MalformedTimestamp));
}

#[test]
fn other_zones_and_fractions() {
    for text in ["2026-11-22T13:00:00+01:00", "2026-11-22T04:00:00-08:00", "2026-11-22T12:00:00.000Z", "2026-11-22T12:00:00.123456789Z"] {
        assert_launch(text, Ok(()));
    }
    assert_launch("2026-11-22T12:00:00+01:00", Err(Rejected::TooOld));
}

#[test]
fn now() {
    assert_launch(at(0), Ok(()));
}

#[test]
fn seconds_149_150_151_old() {
    assert_launch(at(-149), Ok(()));
    assert_launch(at(-150), Ok(()));
    assert_launch(at(-151), Err(Rejected::TooOld));
    assert_launch("2026-11-22T11:57:29.999Z", Err(Rejected::TooOld));
}

#[test]
fn seconds_149_150_151_ahead() {
    assert_launch(at(149), Ok(()));
    assert_launch(at(150), Ok(()));
    assert_launch(at(151), Err(Rejected::TooNew));
}

#[test]
fn one_year_ahead() {
    assert_launch(at(365 * 86400), Err(Rejected::TooNew));
    assert_launch("9999-12-01T00:00:00Z", Err(Rejected::TooNew));
}

#[test]
fn one_year_old() {
    assert_launch(at(-365 * 86400), Err(Rejected::TooOld));
    assert_launch("-009999-02-01T00:00:00Z", Err(Rejected::TooOld));
}

#[test]
fn skill_events_at_an_hour() {
    for event in EVENTS {
        let event = format!("AlexaSkillEvent.{event}");
        assert_verdict(&event, at(-3599).into(), Ok(()));
        assert_verdict(&event, at(-3600).into(), Ok(()));
        assert_verdict(&event, at(-3601).into(), Err(Rejected::TooOld));
    }
}

/// They may be late, but not early.
#[test]
fn skill_events_ahead() {
    for event in EVENTS {
        let event = format!("AlexaSkillEvent.{event}");
        assert_verdict(&event, at(150).into(), Ok(()));
        assert_verdict(&event, at(151).into(), Err(Rejected::TooNew));
    }
}

/// Amazon's examples of events spell it in another way.
#[test]
fn time_stamp_of_events() {
    let event = |seconds| format!(r#"{{"request":{{"type":"AlexaSkillEvent.SkillEnabled","timeStamp":"{}"}}}}"#, at(seconds));
    assert_text(&event(-3600), Ok(()));
    assert_text(&event(-3601), Err(Rejected::TooOld));
}

#[test]
fn two_timestamps() {
    let (old, now) = (at(-200), at(0));
    for (one, other) in [("timestamp", "timeStamp"), ("timestamp", "timestamp"), ("timeStamp", "timestamp")] {
        let text = format!(r#"{{"request":{{"type":"LaunchRequest","{one}":"{now}","{other}":"{old}"}}}}"#);
        assert_text(&text, Err(Rejected::MalformedBody));
    }
}

#[test]
fn two_types() {
    let old = at(-200);
    let text = format!(r#"{{"request":{{"type":"AlexaSkillEvent.SkillEnabled","type":"LaunchRequest","timestamp":"{old}"}}}}"#);
    assert_text(&text, Err(Rejected::MalformedBody));
    let text = format!(
        r#"{{"request":{{"type":"AlexaSkillEvent.SkillEnabled","timestamp":"{old}"}},"request":{{"type":"LaunchRequest","timestamp":"{old}"}}}}"#
    );
    assert_text(&text, Err(Rejected::MalformedBody));
}

#[test]
fn other_types_at_ten_minutes() {
    for kind in OTHERS {
        assert_verdict(kind, at(-600).into(), Err(Rejected::TooOld));
        assert_verdict(kind, at(-150).into(), Ok(()));
    }
}

#[test]
fn other_types_that_are_said_to_be_late() {
    let scene =
        Scene::built(|builder| builder.late_events(["Reminders.ReminderStarted"]).late_events(["Messaging.MessageReceived".to_owned()]));
    scene.net.set(crate::support::URL, Scene::new().net.answer(crate::support::URL));
    let verdict = |kind: &str, seconds: i64| block_on(scene.verify(&Signed::new(body(kind, at(seconds).into()))));
    for kind in ["Reminders.ReminderStarted", "Messaging.MessageReceived", "AlexaSkillEvent.SkillDisabled"] {
        assert_eq!(verdict(kind, -3600), Ok(()), "{kind}");
        assert_eq!(verdict(kind, -3601), Err(Rejected::TooOld), "{kind}");
    }
    assert_eq!(verdict("Reminders.ReminderCreated", -600), Err(Rejected::TooOld));
}

/// A type that is written into an old request breaks its signature.
#[test]
fn skill_event_forged_inside_a_normal_body() {
    let old = Signed::new(body("LaunchRequest", at(-600).into()));
    let text = String::from_utf8(old.body.clone()).expect("JSON");
    let forged = Signed { body: text.replace("LaunchRequest", "AlexaSkillEvent.SkillEnabled").into_bytes(), ..old };
    assert_eq!(block_on(Scene::new().verify(&forged)), Err(Rejected::WrongSignature));
}

/// A name of an event elsewhere in an old request does not make it one.
#[test]
fn skill_event_named_elsewhere_in_a_body() {
    let text = body("LaunchRequest", at(-600).into()).replace("\"r\"", "\"AlexaSkillEvent.SkillEnabled\"");
    assert_text(&text, Err(Rejected::TooOld));
    let text = format!(r#"{{"type":"AlexaSkillEvent.SkillEnabled","request":{{"type":"LaunchRequest","timestamp":"{}"}}}}"#, at(-600));
    assert_text(&text, Err(Rejected::TooOld));
}

/// What nobody signed is not told how old it is.
#[test]
fn only_read_after_the_signature() {
    let scene = Scene::new();
    for timestamp in [at(-600), at(600), String::new(), "now".to_owned()] {
        let mut signed = request();
        signed.body = body("LaunchRequest", timestamp.into()).into_bytes();
        assert_eq!(block_on(scene.verify(&signed)), Err(Rejected::WrongSignature));
    }
}

#[test]
fn replayed() {
    let (scene, signed) = (Scene::new(), request());
    assert_eq!(block_on(scene.verify(&signed)), Ok(()));
    scene.clock.forward(Duration::from_secs(150));
    assert_eq!(block_on(scene.verify(&signed)), Ok(()));
    scene.clock.forward(Duration::from_millis(1));
    assert_eq!(block_on(scene.verify(&signed)), Err(Rejected::TooOld));
}

/// The time counts from when the request came, not from when its certificates did.
#[tokio::test]
async fn while_certificates_are_fetched() {
    let scene = std::sync::Arc::new(Scene::new());
    scene.net.shut();
    let signed = Signed::new(body("LaunchRequest", at(-149).into()));
    let waiting = tokio::spawn({
        let scene = std::sync::Arc::clone(&scene);
        async move { scene.verify(&signed).await }
    });
    while scene.net.asked().is_empty() {
        tokio::task::yield_now().await;
    }
    scene.clock.forward(Duration::from_secs(3));
    scene.net.open();
    assert_eq!(waiting.await.expect("a verdict"), Ok(()));
}

/// A clock of the machine that cannot be right.
#[test]
fn clocks_that_are_off() {
    for (now, why) in [(UNIX_EPOCH, Rejected::EarlyCertificate), (UNIX_EPOCH - Duration::from_secs(86400), Rejected::EarlyCertificate)] {
        let net = Scene::new().net;
        let verifier = Verifier::builder().trust(root().trust()).fetch(net).clock(move || now).build();
        let signed = Signed::new(launch());
        assert_eq!(block_on(verifier.verify(&signed.headers, &signed.body)), Err(why));
    }
}
