//! The three conversations of the reference skill, through the public API and the real dispatcher.

mod blame;
mod by_hand;

use blame::blamed;
use by_hand::handlers::{GOOD_TOKEN, RideHailer};
use by_hand::skill;
use sayso::testing::{Conversation, Utterance, block_on};

fn user() -> Conversation {
    Conversation::with(skill::app(RideHailer))
}

#[test]
fn a_linked_user_orders_a_ride() {
    block_on(async {
        let mut talk = user().link(GOOD_TOKEN);
        talk.launch().await.assert_says("Welcome to Ride Hailer").assert_open();

        let reply = talk.intent("OrderRide").dialog_started().slot("destination", "Main Street").await;
        assert!(reply.directive("Dialog.Delegate").is_some(), "{}", reply.json());
        assert_eq!(reply.speech(), "");

        let order = talk.intent("OrderRide").dialog_completed();
        let reply = order.slot("destination", "Main Street").matched("service", "shared ride", "POOL").await;
        reply.assert_says("You wanted to go to Main Street, right?").assert_open();
        assert_eq!(reply.reprompt(), reply.speech());
        let attributes = talk.attributes().expect("the session goes on");
        assert_eq!(attributes["destination"], "Main Street");
        assert_eq!(attributes["pool"], true);

        talk.intent("AMAZON.YesIntent").await.assert_says("Your ride arrives in 7 minutes.").assert_ended();
        assert_eq!(talk.attributes(), None);
    });
}

#[test]
fn a_user_who_is_not_linked_is_asked_to_link_before_the_first_question() {
    block_on(async {
        let mut talk = user();
        talk.launch().await.assert_says("Welcome").assert_open();
        let reply = talk.intent("OrderRide").dialog_started().await;
        reply.assert_asks_to_link().assert_says("Alexa app");
        assert!(reply.directives().is_empty());
        assert_eq!(reply.json()["response"]["card"], serde_json::json!({"type": "LinkAccount"}));

        let mut german = user().locale("de-DE");
        german.intent("OrderRide").await.assert_asks_to_link().assert_says("Öffne sie, um dein Konto zu verknüpfen");
    });
}

#[test]
fn anyone_asks_what_is_available() {
    block_on(async {
        for mut talk in [user(), user().link(GOOD_TOKEN)] {
            let reply = talk.intent("AvailabilityByCity").slot("city", "Dallas").await;
            reply.assert_says("In Dallas you can order shared rides & black cars.").assert_ended();
            assert_eq!(reply.card(), None);
        }
    });
}

#[test]
fn a_conversation_in_which_nothing_was_said_has_no_transcript() {
    let mut talk = user();
    // Nobody awaits it.
    let _ = talk.launch();
    for file in ["tests/transcripts/none.txt", "tests/conversations.rs"] {
        let (_, why) = blamed(|| talk.assert_transcript(file));
        assert!(why.contains("nothing was said") && why.contains("await"), "{why}");
    }
}

/// What is wrong in a test is told of its own line, not of one in here.
#[test]
fn a_wrong_test_is_told_where_it_is_wrong() {
    let order = |wrong: fn(Utterance<'_>)| blamed(|| wrong(user().intent("OrderRide")));
    let reply = block_on(user().intent("AMAZON.HelpIntent").into_future());
    let blamed = [
        blamed(|| drop(user().intent("Undeclared"))),
        blamed(|| user().link_person("a token")),
        blamed(|| user().assert_transcript("tests/transcripts/none.txt")),
        order(|said| drop(said.slot("undeclared", "x"))),
        order(|said| drop(said.several("undeclared", &["x"]))),
        order(|said| drop(said.matched("undeclared", "x", "POOL"))),
        order(|said| drop(said.matched("service", "x", "UNDECLARED"))),
        order(|said| drop(said.matched_as("service", "x", "UNDECLARED", None))),
        blamed(|| user().surroundings("System", serde_json::json!({}))),
        blamed(|| reply.assert_says("what is not said").clone()),
        blamed(|| reply.assert_ended().clone()),
        blamed(|| reply.assert_asks_to_link().clone()),
    ];
    for (file, why) in blamed {
        assert!(file.ends_with("conversations.rs"), "{file}: {why}");
    }
}

#[test]
fn a_value_has_a_spelling_of_its_own() {
    block_on(async {
        let mut talk = user().link(GOOD_TOKEN);
        for id in [Some("MAIN"), None] {
            let order = talk.intent("OrderRide").dialog_completed().matched_as("destination", "main", "Main Street", id);
            order.matched_as("service", "shared", "shared ride", "POOL").await.assert_says("to go to Main Street");
            assert_eq!(talk.attributes().expect("the session goes on")["pool"], true);
        }
        // Where nothing is said of the spelling, it is that of the words.
        talk.intent("OrderRide").matched("destination", "main", "MAIN").await.assert_says("to go to main,");
    });
}
