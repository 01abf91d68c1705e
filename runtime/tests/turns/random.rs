//! No JSON makes the runtime panic or answer with something that is not legal.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::by_hand::{handlers::RideHailer, skill};
use crate::support::{SKILL_ID, envelope, try_send};

/// Keys and texts that mean something to the runtime, so that random JSON gets somewhere.
const WORDS: &[&str] = &[
    "request",
    "type",
    "session",
    "context",
    "System",
    "user",
    "accessToken",
    "application",
    "applicationId",
    "intent",
    "name",
    "slots",
    "destination",
    "service",
    "value",
    "slotValue",
    "values",
    "resolutions",
    "resolutionsPerAuthority",
    "status",
    "code",
    "dialogState",
    "attributes",
    "locale",
    "LaunchRequest",
    "IntentRequest",
    "SessionEndedRequest",
    "OrderRide",
    "AMAZON.YesIntent",
    "STARTED",
    "ER_SUCCESS_MATCH",
    "POOL",
    "error",
    "reason",
    "device",
    "supportedInterfaces",
    "AudioPlayer.PlaybackStarted",
    "",
    "é\u{0}",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => ".{0,8}"]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(word(), inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = sayso::testing::block_on(skill::app(RideHailer).handle(&body));
    }

    #[test]
    fn any_json(body in json()) {
        let _ = try_send(&skill::app(RideHailer), &body);
    }

    #[test]
    fn any_request(request in json(), system in json(), session in json(), linked in any::<bool>()) {
        let mut body = envelope(request, linked.then_some("token-0123456789"));
        body["context"]["System"]["device"] = system;
        body["session"]["user"] = session;
        body["context"]["System"]["application"] = json!({"applicationId": SKILL_ID});
        let _ = try_send(&skill::app(RideHailer), &body);
    }

    #[test]
    fn any_slots(slots in json(), state in word(), linked in any::<bool>()) {
        let intent = json!({"name": "OrderRide", "slots": slots});
        let request = json!({"type": "IntentRequest", "dialogState": state, "intent": intent});
        let _ = try_send(&skill::app(RideHailer), &envelope(request, linked.then_some("token-0123456789")));
    }
}
