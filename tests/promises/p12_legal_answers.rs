//! Promise 12: an answer of a kind that Alexa would refuse cannot be built, or is replaced by a legal one.

use crate::twin::{hear, skill, user};
use sayso::testing::Conversation;
use sayso::{Context, LinkedAccount, OtherRequest, Response, Result, Speech};
use serde_json::json;

#[test]
fn a_dialog_of_another_intent_names_it() {
    let (mut talk, _) = user();
    let reply = hear(talk.intent("AvailabilityByCity"));
    let directive = reply.directive("Dialog.ElicitSlot").expect("a directive that asks");
    assert_eq!(directive["updatedIntent"]["name"], "OrderRide");
    let reply = hear(talk.intent("AvailabilityByCity").slot("city", "Dallas"));
    assert_eq!(reply.directive("Dialog.Delegate").expect("a directive")["updatedIntent"]["name"], "OrderRide");
}

#[test]
fn the_end_of_a_session_is_answered_with_nothing() {
    let (mut talk, _) = user();
    assert_eq!(*hear(talk.exit()).json(), json!({"version": "1.0", "response": {}}));
}

#[test]
fn words_are_no_answer_to_what_cannot_be_answered_with_words() {
    let (mut talk, seen) = user();
    let reply = hear(talk.request(json!({"type": "AudioPlayer.PlaybackStopped", "token": "t", "offsetInMilliseconds": 0})));
    assert!(seen.all()[0].starts_with("AudioPlayer.PlaybackStopped"), "{:?}", seen.all());
    assert_eq!(reply.json()["response"], json!({}));
}

/// Says what Alexa would not take.
struct Talkative(&'static str);

#[sayso::handlers]
impl skill::Handlers for Talkative {
    async fn launch(&self, _: &mut Context, _: Option<&LinkedAccount<skill::Launch>>) -> Result {
        Ok(match self.0 {
            "long" => Response::tell(Speech::text("la ".repeat(4000))),
            _ => Response::tell(Speech::ssml(self.0)),
        })
    }

    async fn order_ride(&self, _: &mut Context, _: skill::OrderRide, _: &LinkedAccount<skill::OrderRide>) -> Result {
        Ok(Response::empty())
    }

    async fn yes(&self, _: &mut Context, _: &LinkedAccount<skill::Yes>) -> Result {
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result {
        Ok(Response::empty())
    }

    async fn other(&self, _: &mut Context, _: &OtherRequest) -> Result {
        Ok(Response::empty())
    }
}

#[test]
fn what_is_too_long_or_no_ssml_is_an_apology_instead() {
    for said in ["long", "<speak>one", "<emphasis>two", "Tom & Jerry"] {
        let mut talk = Conversation::with(skill::app(Talkative(said)));
        hear(talk.launch()).assert_says("something went wrong").assert_ended();
    }
    let mut talk = Conversation::with(skill::app(Talkative("<emphasis>two</emphasis>")));
    assert_eq!(hear(talk.launch()).speech(), "two");
}
