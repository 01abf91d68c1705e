//! What the comparison sees: order where it means something, places that people can find, and every change of a public package.

use crate::change::{Change, change};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sayso_tests::package::{Order, Package, differences, order};
use sayso_tests::public;
use serde_json::{Value, json};

fn both(one: Value, other: Value) -> Vec<String> {
    let package = |model| Package { models: [("en-US".to_owned(), model)].into(), ..Package::default() };
    differences(&package(one), &package(other))
}

fn intents(intents: Value) -> Value {
    json!({"interactionModel": {"languageModel": {"intents": intents}}})
}

#[test]
fn a_difference_has_a_place_and_a_side() {
    let one = intents(json!([{"name": "OrderRide", "samples": ["order a ride", "get a cab"]}, {"name": "Stop"}]));
    let other =
        intents(json!([{"name": "Stop", "slots": [{"name": "city", "type": "A"}]}, {"name": "OrderRide", "samples": ["order a ride"]}]));
    assert_eq!(
        both(one, other),
        [
            r#"models/en-US: interactionModel.languageModel.intents.OrderRide.samples: only in the original: "get a cab""#,
            r#"models/en-US: interactionModel.languageModel.intents.Stop.slots: only in what was built: [{"name":"city","type":"A"}]"#,
        ]
    );
    let manifest = Package { manifest: Some(json!({"manifest": {"manifestVersion": "1.0"}})), ..Package::default() };
    assert_eq!(differences(&manifest, &Package::default()), ["manifest: only in the original"]);
    assert_eq!(differences(&Package::default(), &manifest), ["manifest: only in what was built"]);
    assert_eq!(both(json!({"version": "1"}), json!({"version": 1})), [r#"models/en-US: version: "1" became 1"#]);
}

#[test]
fn a_set_counts_its_items() {
    let samples = |samples: Value| intents(json!([{"name": "Go", "samples": samples}]));
    assert!(both(samples(json!(["a", "b"])), samples(json!(["b", "a"]))).is_empty());
    assert_eq!(both(samples(json!(["a", "a", "b"])), samples(json!(["b", "a"]))).len(), 1);
    let values = |values: Value| json!({"interactionModel": {"languageModel": {"types": [{"name": "T", "values": values}]}}});
    let (red, blue) = (json!({"name": {"value": "red", "synonyms": ["r", "s"]}}), json!({"id": "B", "name": {"value": "blue"}}));
    let red_too = json!({"name": {"synonyms": ["s", "r"], "value": "red"}});
    assert!(both(values(json!([red, blue])), values(json!([blue, red_too]))).is_empty());
    assert_eq!(both(values(json!([red, blue, red_too])), values(json!([blue, red]))).len(), 1);
}

#[test]
fn the_questions_of_a_dialog_have_an_order() {
    let slot =
        |name: &str| json!({"name": name, "elicitationRequired": true, "validations": [{"type": "isLessThan"}, {"type": "isGreaterThan"}]});
    let dialog = |slots: Value| json!({"interactionModel": {"dialog": {"intents": [{"name": "Go", "slots": slots}]}}});
    let found = both(dialog(json!([slot("a"), slot("b")])), dialog(json!([slot("b"), slot("a")])));
    assert_eq!(found, ["models/en-US: interactionModel.dialog.intents.Go.slots: the order a, b became b, a"]);
    let mut other = slot("a");
    other["validations"].as_array_mut().expect("a list").reverse();
    assert_eq!(both(dialog(json!([slot("a")])), dialog(json!([other]))).len(), 1);
}

#[test]
fn a_list_that_nobody_knows_keeps_its_order() {
    let place = |place: &str| place.split('.').map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(order(&place("manifest.permissions")), Order::Free);
    assert_eq!(order(&place("manifest.permissions.[]")), Order::Kept);
    assert_eq!(order(&place("manifest.publishingInformation.locales.de-DE.keywords")), Order::Free);
    assert_eq!(order(&place("manifest.publishingInformation.locales.de-DE.examplePhrases")), Order::Kept);
    assert_eq!(order(&place("interactionModel.languageModel.intents.[].samples")), Order::Free);
    assert_eq!(order(&place("interactionModel.languageModel.intents.samples")), Order::Kept);
    assert_eq!(order(&place("interactionModel.unknown")), Order::Kept);
}

#[test]
fn a_public_package_is_the_same_as_itself() {
    for public in public::packages() {
        assert_eq!(differences(&public.package(), &public.package()), Vec::<String>::new(), "{}", public.name);
    }
}

#[test]
fn a_changed_public_package_differs() {
    if !public::is_there() {
        return;
    }
    let mut runner = TestRunner::deterministic();
    let (mut seen, mut not_told_apart) = (0, 0);
    for public in public::packages() {
        let package = public.package();
        if serde_json::to_string(&package.models).is_ok_and(|text| text.len() > 60_000) {
            continue;
        }
        for _ in 0..30 {
            let change: Change = change().new_tree(&mut runner).expect("a change").current();
            let mut changed = package.clone();
            let Some(place) = change.make(&mut changed) else { continue };
            seen += 1;
            if differences(&package, &changed).is_empty() {
                not_told_apart += 1;
                let (before, after) = (place.of(&package), place.of(&changed));
                assert!(is_normal(&place.pointer, before, after), "{}: {change:?} at {place:?} makes no difference", public.name);
            }
        }
    }
    assert!(seen > 1_000, "only {seen} changes");
    assert!(not_told_apart * 3 < seen, "{not_told_apart} of {seen} changes make no difference");
}

/// Whether a change is one that is not told apart, as far as its place and what stood there tell.
fn is_normal(pointer: &str, before: Option<&Value>, after: Option<&Value>) -> bool {
    let says_nothing = |value: Option<&Value>| value.is_none_or(says_nothing);
    let key = pointer.rsplit('/').next().unwrap_or_default();
    before == after
        || (says_nothing(before) && says_nothing(after))
        || key == "clientSecret"
        || (["confirmationRequired", "elicitationRequired"].contains(&key) && before == Some(&json!(false)) && after.is_none())
        || pointer.contains("/dialog/intents/") && pointer.contains("/slots")
        || has_the_same_items(before, after) && is_set(pointer)
}

fn has_the_same_items(before: Option<&Value>, after: Option<&Value>) -> bool {
    let items = |value: Option<&Value>| {
        let mut items: Vec<String> = value?.as_array()?.iter().map(Value::to_string).collect();
        items.sort();
        Some(items)
    };
    before.is_some() && items(before) == items(after)
}

/// Whether the list at a pointer is a set, in one of the envelopes or without.
fn is_set(pointer: &str) -> bool {
    let is_item = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit());
    let keys: Vec<&str> = pointer.split('/').skip(1).map(|key| if is_item(key) { "[]" } else { key }).collect();
    let first = keys.first().copied().unwrap_or_default();
    let inside = if first.ends_with("Response") || first == "skillManifest" { &keys[1..] } else { &keys };
    let place = |envelope: Option<&str>, keys: &[&str]| envelope.iter().chain(keys).map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let envelopes = ["manifest", "interactionModel", "accountLinkingRequest"].map(Some);
    order(&place(None, &keys)) == Order::Free || envelopes.into_iter().any(|envelope| order(&place(envelope, inside)) == Order::Free)
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.values().all(says_nothing),
        _ => false,
    }
}
