//! Promise 9: what the dialog guarantees is a plain value, and is asked for again when it comes back empty; anything else is optional and
//! keeps the user's words.

use crate::twin::{hear, user};
use sayso::testing::Utterance;

/// What the handler of `OrderRide` was given as its intent.
fn order(said: impl FnOnce(Utterance<'_>) -> Utterance<'_>) -> Vec<String> {
    let (talk, seen) = user();
    let mut talk = talk.link("ada");
    hear(said(talk.intent("OrderRide").dialog_completed()));
    seen.all()
}

#[test]
fn a_guaranteed_slot_that_comes_back_empty_is_asked_for_again() {
    let (talk, seen) = user();
    let mut talk = talk.link("ada");
    let reply = hear(talk.intent("OrderRide").dialog_completed());
    reply.assert_says("Where would you like to go?").assert_open();
    let directive = reply.directive("Dialog.ElicitSlot").expect("a directive that asks");
    assert_eq!(directive["slotToElicit"], "destination");
    assert!(seen.all().is_empty());
}

#[test]
fn a_value_of_a_type_of_the_skill_is_its_id_with_the_raw_words() {
    let seen = order(|said| said.slot("destination", "Main Street").matched("service", "town car", "BLACK"));
    assert!(seen[0].contains("Black") && seen[0].contains("town car"), "{seen:?}");
}

#[test]
fn what_was_not_understood_is_the_words_alone() {
    let seen = order(|said| said.slot("destination", "Main Street").slot("service", "a broomstick"));
    assert!(seen[0].contains(r#"NotUnderstood("a broomstick")"#), "{seen:?}");
}

#[test]
fn what_was_not_said_is_none() {
    let seen = order(|said| said.slot("destination", "Main Street"));
    assert!(seen[0].contains("service: None"), "{seen:?}");
}
