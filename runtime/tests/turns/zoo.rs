//! Every type of request, in the odd forms that were seen of it.

use serde_json::{Value, json};

use crate::by_hand::{handlers::RideHailer, skill};
use crate::small;
use crate::support::{envelope, event, intent, send, ssml, try_send};
use sayso::{Response, Speech};

/// Types that nothing may be said to, whatever the skill tries.
const MUTE: &[&str] = &[
    "SessionEndedRequest",
    "AudioPlayer.PlaybackStarted",
    "AudioPlayer.PlaybackFinished",
    "AudioPlayer.PlaybackStopped",
    "AudioPlayer.PlaybackNearlyFinished",
    "AudioPlayer.PlaybackFailed",
    "PlaybackController.NextCommandIssued",
    "PlaybackController.PauseCommandIssued",
    "PlaybackController.PlayCommandIssued",
    "PlaybackController.PreviousCommandIssued",
    "Messaging.MessageReceived",
    "System.ExceptionEncountered",
    "Alexa.Authorization.Grant",
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
    "AlexaSkillEvent.SkillAccountLinked",
    "AlexaSkillEvent.SkillPermissionAccepted",
    "AlexaSkillEvent.SkillPermissionChanged",
    "AlexaSkillEvent.ProactiveSubscriptionChanged",
    "AlexaSkillEvent.NotificationSubscriptionChanged",
    "AlexaHouseholdListEvent.ListCreated",
    "AlexaHouseholdListEvent.ListUpdated",
    "AlexaHouseholdListEvent.ListDeleted",
    "AlexaHouseholdListEvent.ItemsCreated",
    "AlexaHouseholdListEvent.ItemsUpdated",
    "AlexaHouseholdListEvent.ItemsDeleted",
    "Reminders.ReminderCreated",
    "Reminders.ReminderUpdated",
    "Reminders.ReminderStarted",
    "Reminders.ReminderStatusChanged",
    "Reminders.ReminderDeleted",
    "Alexa.Advertisement.AdCompleted",
    "Alexa.Advertisement.ReadyToEnqueueAudio",
    "Alexa.Advertisement.AdNotRendered",
    "Alexa.DataStore.Error",
    "Alexa.DataStore.PackageManager.UsagesInstalled",
    "Alexa.DataStore.PackageManager.UsagesRemoved",
    "Alexa.DataStore.PackageManager.UpdateRequest",
    "Alexa.DataStore.PackageManager.InstallationError",
    "Something.NobodyKnows",
];

/// Types of a conversation.
const SPOKEN: &[&str] = &[
    "LaunchRequest",
    "SessionResumedRequest",
    "Connections.Request",
    "Connections.Response",
    "Dialog.InputRequest",
    "Dialog.API.Invoked",
    "Alexa.Presentation.APL.UserEvent",
    "Alexa.Presentation.APL.LoadIndexListData",
    "Alexa.Presentation.APL.LoadTokenListData",
    "Alexa.Presentation.APL.RuntimeError",
    "Alexa.Presentation.APLA.RuntimeError",
    "Alexa.Presentation.APLT.UserEvent",
    "Alexa.Presentation.HTML.Message",
    "Alexa.Presentation.HTML.RuntimeError",
    "Display.ElementSelected",
    "GameEngine.InputHandlerEvent",
    "CustomInterfaceController.EventsReceived",
    "CustomInterfaceController.Expired",
    "Something.NobodyKnows",
];

/// The same request in the forms that senders give it.
fn forms(kind: &str) -> Vec<Value> {
    let common = json!({"type": kind, "requestId": "r"});
    let with = |extra: Value| {
        let mut request = common.clone();
        for (key, value) in extra.as_object().expect("an object") {
            request[key] = value.clone();
        }
        request
    };
    vec![
        common.clone(),
        with(json!({"timestamp": 1_763_812_800_000_u64, "locale": null, "originIpAddress": "203.0.113.7"})),
        with(json!({"timeStamp": "2026-11-22T12:00:00.123Z", "locale": "xx", "dialogState": null, "intent": null})),
        with(json!({"intent": "no object", "error": [], "reason": 5, "body": {"accessToken": "x"}, "token": "t"})),
        with(json!({"reason": "ERROR", "error": {"type": "INVALID_RESPONSE", "message": "too long"}})),
        with(json!({"cause": {"type": "ConnectionCompleted", "status": {"code": 200}}, "status": {"code": "200"}})),
    ]
}

#[test]
fn nothing_is_said_where_nothing_may_be_said() {
    let talkative = small::app(|_, _| Ok(Response::ask(Speech::text("hello"))));
    let ride_hailer = skill::app(RideHailer);
    for kind in MUTE {
        for request in forms(kind) {
            for app in [&talkative, &ride_hailer] {
                let answer = send(app, &event(request.clone(), None)).to_string();
                assert_eq!(answer, json!({"version": "1.0", "response": {}}).to_string(), "{request}");
            }
        }
    }
}

#[test]
fn the_end_of_a_session_is_always_answered_with_nothing() {
    let talkative = small::app(|_, _| Ok(Response::ask(Speech::text("hello"))));
    for request in forms("SessionEndedRequest") {
        let mut envelope = envelope(request, None);
        envelope["session"]["attributes"] = json!({"kept": 1});
        assert_eq!(send(&talkative, &envelope), json!({"version": "1.0", "response": {}}));
    }
}

#[test]
fn a_conversation_may_answer_all_its_requests() {
    let talkative = small::app(|_, _| Ok(Response::ask(Speech::text("hello"))));
    let ride_hailer = skill::app(RideHailer);
    for kind in SPOKEN {
        for request in forms(kind) {
            let envelope = envelope(request.clone(), None);
            assert_eq!(ssml(&send(&talkative, &envelope)), "<speak>hello</speak>", "{request}");
            let provided = send(&ride_hailer, &envelope);
            assert!(*kind == "LaunchRequest" || provided["response"] == json!({}), "{provided}");
        }
    }
}

#[test]
fn an_envelope_may_lack_what_old_senders_leave_out() {
    let app = skill::app(RideHailer);
    let full = envelope(json!({"type": "LaunchRequest", "requestId": "r"}), None);
    for (pointer, value) in [
        ("/context", Value::Null),
        ("/context/System/user", Value::Null),
        ("/context/System/application", Value::Null),
        ("/session/application", Value::Null),
        ("/session/attributes", json!([])),
        ("/session/attributes", json!("odd")),
        ("/session/new", json!("true")),
        ("/session/user", json!("no object")),
        ("/version", json!(1)),
        ("/context/Viewport", json!([1, {"dpi": "160"}])),
    ] {
        let mut envelope = full.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        envelope.pointer_mut(parent).expect("the parent")[key] = value;
        assert!(ssml(&send(&app, &envelope)).contains("Welcome"), "{pointer}");
    }
}

#[test]
fn an_intent_that_is_not_declared_is_answered_with_nothing() {
    let app = skill::app(RideHailer);
    assert_eq!(send(&app, &envelope(intent("Unheard", json!({})), None))["response"], json!({}));
    assert_eq!(send(&app, &envelope(json!({"type": "IntentRequest"}), None))["response"], json!({}));
}

#[test]
fn what_is_no_request_is_refused() {
    let app = skill::app(RideHailer);
    for body in
        ["", "null", "[]", "{}", "{\"request\": 5}", "{\"request\": {}}", "{\"request\": {\"type\": null}}", "<xml/>", "{\"request\":"]
    {
        assert!(sayso::testing::block_on(app.handle(body.as_bytes())).is_err(), "{body}");
    }
    assert!(sayso::testing::block_on(app.handle(b"{\"request\": \"\xff\"}")).is_err());
    assert!(try_send(&app, &envelope(json!({"type": "  "}), None)).is_err());
}

/// A list of an object's members is no object, whatever a reader of lists would make of it.
#[test]
fn a_list_is_no_request() {
    let app = skill::app(RideHailer);
    let good = envelope(json!({"type": "LaunchRequest"}), Some("token-0123456789"));
    assert!(try_send(&app, &good).is_ok());
    assert!(try_send(&app, &json!([good["session"], good["context"], good["request"]])).is_err());
    let mut listed = good.clone();
    listed["request"] = json!(["LaunchRequest", "r", "2026-11-22T12:00:00Z", "en-US"]);
    assert!(try_send(&app, &listed).is_err());
}

#[test]
fn a_request_for_another_skill_is_refused() {
    let app = skill::app(RideHailer);
    let good = envelope(json!({"type": "LaunchRequest"}), None);
    for (pointer, id) in [
        ("/context/System/application/applicationId", json!("amzn1.ask.skill.other")),
        ("/session/application/applicationId", json!("amzn1.ask.skill.other")),
    ] {
        let mut envelope = good.clone();
        *envelope.pointer_mut(pointer).expect("the id") = id;
        assert_eq!(try_send(&app, &envelope), Err(sayso::Refused::OtherSkill), "{pointer}");
    }
    let mut nameless = good.clone();
    nameless["session"] = Value::Null;
    nameless["context"] = Value::Null;
    assert_eq!(try_send(&app, &nameless), Err(sayso::Refused::OtherSkill));
    assert!(try_send(&small::app(|_, _| Ok(Response::empty())), &nameless).is_ok());
}

#[test]
fn a_skill_that_cannot_say_whether_it_could_says_no() {
    let app = small::app(|_, _| Ok(Response::tell(Speech::text("Yes, I could."))));
    for envelope in [envelope, event] {
        let answer = send(&app, &envelope(json!({"type": "CanFulfillIntentRequest", "intent": {"name": "Any"}}), None));
        assert_eq!(answer["response"], json!({"canFulfillIntent": {"canFulfill": "NO"}}));
    }
}

#[test]
fn a_directive_of_an_interface_that_is_not_declared_is_not_sent() {
    let answer = |_: &mut sayso::Context, _: Option<&sayso::OtherRequest>| {
        Ok(Response::tell(Speech::text("Watch.")).directive(sayso::Directive::from_json(json!({"type": "GameEngine.StopInputHandler"}))?))
    };
    let (answer, log) = crate::support::logged(|| send(&small::app(answer), &envelope(json!({"type": "LaunchRequest"}), None)));
    assert!(!ssml(&answer).contains("Watch") && answer["response"]["directives"].is_null(), "{answer}");
    assert!(log.contains("needs the interface `game_engine`, which the skill does not declare"), "{log}");
}
