//! Who asks what, and when the handler runs.

use serde_json::{Value, json};

use crate::by_hand::{
    handlers::{GOOD_TOKEN, RideHailer},
    skill,
};
use crate::small;
use crate::support::{envelope, intent, send, ssml};
use sayso::declare::{Dialog, Intent, Skill};
use sayso::{Response, Speech};

fn order(state: Option<&str>, slots: Value) -> Value {
    let mut request = intent("OrderRide", slots);
    if let Some(state) = state {
        request["dialogState"] = state.into();
    }
    envelope(request, Some(GOOD_TOKEN))
}

#[test]
fn the_dialog_is_alexas_until_it_is_done() {
    let app = skill::app(RideHailer);
    for state in ["STARTED", "IN_PROGRESS"] {
        let answer = send(&app, &order(Some(state), json!({"destination": {"value": "Main Street"}})));
        assert_eq!(answer["response"]["directives"], json!([{"type": "Dialog.Delegate"}]));
        assert_eq!(answer["response"]["shouldEndSession"], false);
        assert_eq!(answer["response"].get("outputSpeech"), None);
    }
    for state in [Some("COMPLETED"), None] {
        let answer = send(&app, &order(state, json!({"destination": {"value": "Main Street"}})));
        assert!(ssml(&answer).contains("Main Street"), "{answer}");
    }
}

#[test]
fn an_empty_required_slot_is_asked_for_in_the_users_language() {
    let app = skill::app(RideHailer);
    for slots in [json!({}), json!(null), json!({"destination": null}), json!({"destination": {"value": " "}})] {
        let mut envelope = order(Some("COMPLETED"), slots);
        envelope["request"]["locale"] = "de-DE".into();
        let answer = send(&app, &envelope);
        let elicit = json!([{"type": "Dialog.ElicitSlot", "slotToElicit": "destination"}]);
        assert_eq!(answer["response"]["directives"], elicit);
        assert_eq!(ssml(&answer), "<speak>Wohin möchtest du fahren?</speak>");
        assert_eq!(answer["response"]["shouldEndSession"], false);
        assert_eq!(answer["response"]["reprompt"]["outputSpeech"], answer["response"]["outputSpeech"]);
    }
}

#[test]
fn another_intent_can_be_begun_from_anywhere() {
    let begin: small::Answer = |_, _| Ok(Response::elicit(skill::OrderRide::SERVICE, Speech::text("Which one?")));
    let fresh = json!({
        "name": "OrderRide",
        "confirmationStatus": "NONE",
        "slots": {
            "destination": {"name": "destination", "confirmationStatus": "NONE"},
            "service": {"name": "service", "confirmationStatus": "NONE"},
        },
    });
    for request in [json!({"type": "LaunchRequest"}), intent("Any", json!({}))] {
        let answer = send(&small::app(begin), &envelope(request, None));
        let elicit = &answer["response"]["directives"][0];
        assert_eq!(elicit["type"], "Dialog.ElicitSlot");
        assert_eq!(elicit["slotToElicit"], "service");
        assert_eq!(elicit["updatedIntent"], fresh);
    }
}

#[test]
fn every_dialog_directive_names_its_intent() {
    let all: &[(small::Answer, &str)] = &[
        (|_, _| Ok(Response::delegate::<skill::OrderRide>()), "Dialog.Delegate"),
        (|_, _| Ok(Response::confirm::<skill::OrderRide>(Speech::text("Sure?"))), "Dialog.ConfirmIntent"),
        (|_, _| Ok(Response::confirm_slot(skill::OrderRide::DESTINATION, Speech::text("Sure?"))), "Dialog.ConfirmSlot"),
    ];
    for (answer, kind) in all {
        let answer = send(&small::app(*answer), &envelope(json!({"type": "LaunchRequest"}), None));
        assert_eq!(answer["response"]["directives"][0]["type"], *kind);
        assert_eq!(answer["response"]["directives"][0]["updatedIntent"]["name"], "OrderRide");
    }
}

static MANUAL: Skill = Skill { intents: &[Intent { name: "Any", dialog: Dialog::Manual, ..Intent::BASE }], ..Skill::BASE };

#[test]
fn a_skill_that_leads_its_own_dialog_is_called_at_each_step() {
    let app = small::with(&MANUAL, |cx, _| Ok(Response::ask(Speech::text(format!("{:?}", cx.dialog_state())))));
    for (state, seen) in [("STARTED", "Some(Started)"), ("IN_PROGRESS", "Some(InProgress)"), ("NEW", "Some(Other(&quot;NEW&quot;))")] {
        let mut request = intent("Any", json!({}));
        request["dialogState"] = state.into();
        assert_eq!(ssml(&send(&app, &envelope(request, None))), format!("<speak>{seen}</speak>"));
    }
}

#[test]
fn raw_dialog_directives_are_refused() {
    for kind in ["Dialog.Delegate", "Dialog.ElicitSlot", "Dialog.ConfirmIntent"] {
        assert!(sayso::Directive::from_json(json!({"type": kind})).is_err(), "{kind}");
    }
    for json in [json!(null), json!([]), json!({}), json!({"type": 5}), json!({"type": " "}), json!("Dialog")] {
        assert!(sayso::Directive::from_json(json.clone()).is_err(), "{json}");
    }
    assert!(sayso::Directive::from_json(json!({"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"})).is_ok());
}
