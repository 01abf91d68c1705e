//! The reference story of the skill, in three conversations.

use ride_hailer::{RideHailer, skill};
use sayso::testing::{Conversation, block_on};

fn user() -> Conversation {
    Conversation::with(skill::app(RideHailer::default()))
}

#[test]
fn a_linked_user_orders_a_ride() {
    block_on(async {
        let mut talk = user().link("token-of-ada");
        talk.launch().await.assert_open();
        let reply = talk.intent("OrderRide").dialog_started().slot("destination", "Main Street").await;
        assert!(reply.directive("Dialog.Delegate").is_some(), "{}", reply.json());
        let reply =
            talk.intent("OrderRide").dialog_completed().slot("destination", "Main Street").matched("service", "town car", "BLACK").await;
        reply.assert_says("You wanted to go to Main Street, right?").assert_open();
        talk.intent("AMAZON.YesIntent").await.assert_says("Your black car is on its way. It will be there in 5 minutes.").assert_ended();
        talk.assert_transcript("tests/transcripts/a-ride.txt");
    });
}

#[test]
fn a_linked_user_changes_their_mind() {
    block_on(async {
        let mut talk = user().link("token-of-ada");
        talk.intent("OrderRide").dialog_completed().slot("destination", "Main Street").await.assert_open();
        talk.intent("AMAZON.NoIntent").await.assert_says("I have not ordered anything").assert_ended();
    });
}

#[test]
fn an_unlinked_user_hears_the_prompt_and_gets_the_card() {
    block_on(async {
        user()
            .intent("OrderRide")
            .dialog_started()
            .await
            .assert_asks_to_link()
            .assert_says("you need to log in with your Ride Hailer account")
            .assert_ended();
        user().locale("de-DE").intent("OrderRide").await.assert_asks_to_link().assert_says("Öffne sie, um dein Konto zu verknüpfen");
    });
}

#[test]
fn a_token_that_the_service_no_longer_knows_is_answered_like_none() {
    block_on(async {
        let mut talk = user().link("expired-token");
        talk.intent("OrderRide").dialog_completed().slot("destination", "Main Street").await.assert_asks_to_link().assert_ended();
    });
}

#[test]
fn anyone_asks_what_is_available() {
    block_on(async {
        let reply = user().intent("AvailabilityByCity").slot("city", "Dallas").await;
        reply.assert_says("In Dallas you can order shared rides and black cars.").assert_ended();
        assert_eq!(reply.card(), None);
        user().intent("AvailabilityByCity").await.assert_says("Which city").assert_open();
    });
}
