//! Promise 8: a token that the service rejects is answered like a missing one.

use crate::twin::{hear, user};

#[test]
fn a_rejected_token_is_answered_like_a_missing_one() {
    let (talk, seen) = user();
    let rejected = hear(talk.clone().link("revoked").intent("AMAZON.YesIntent"));
    rejected.assert_asks_to_link();
    assert_eq!(seen.all(), ["yes"]);
    let mut talk = talk;
    assert_eq!(rejected.json(), hear(talk.intent("AMAZON.YesIntent")).json());
}

#[test]
fn inside_a_dialog_too() {
    let (talk, _) = user();
    let mut talk = talk.link("revoked");
    hear(talk.intent("OrderRide").dialog_completed().slot("destination", "Main Street")).assert_asks_to_link();
}
