//! Promise 7 where users link by voice: the connection takes the place of the card, and leads back to what was asked for.

use crate::twin::hear;
use sayso::testing::{Conversation, Reply};
use sayso::{Context, LinkedAccount, Response, Result};
use serde_json::json;

sayso::skill!("promises/voice_forward.yaml");

struct Unreached;

#[sayso::handlers]
impl skill::Handlers for Unreached {
    async fn launch(&self, _: &mut Context, _: &LinkedAccount<skill::Launch>) -> Result<Response> {
        panic!("the launch needs an account")
    }

    async fn work(&self, _: &mut Context, _: &LinkedAccount<skill::Work>) -> Result<Response> {
        panic!("this intent needs an account")
    }
}

/// The request with which the session comes back from the connection.
fn resumed(reply: &Reply) -> serde_json::Value {
    let token = &reply.directive("Connections.StartConnection").expect("the connection")["token"];
    json!({"type": "SessionResumedRequest", "cause": {"type": "ConnectionCompleted", "token": token, "status": {"code": "200", "message": "OK"}}})
}

struct Works;

#[sayso::handlers]
impl skill::Handlers for Works {
    async fn launch(&self, _: &mut Context, _: &LinkedAccount<skill::Launch>) -> Result<Response> {
        Ok(Response::end())
    }

    async fn work(&self, _: &mut Context, _: &LinkedAccount<skill::Work>) -> Result<Response> {
        Ok(Response::tell(skill::speech::ordered()))
    }
}

#[test]
fn what_was_asked_for_goes_on_once_the_account_is_linked() {
    let mut talk = Conversation::with(skill::app(Works));
    let asked = hear(talk.intent("Work"));
    hear(talk.clone().request(resumed(&asked))).assert_asks_to_link();
    hear(talk.link("a-token-of-ada").request(resumed(&asked))).assert_says("Your ride to work is ordered");
}

#[test]
fn who_is_not_linked_is_led_to_the_connection() {
    let mut talk = Conversation::with(skill::app(Unreached));
    for reply in [hear(talk.launch()), hear(talk.intent("Work"))] {
        connects(&reply);
    }
}

fn connects(reply: &Reply) {
    reply.assert_says("First link your account");
    let directive = reply.directive("Connections.StartConnection").expect("the connection");
    assert_eq!(directive["uri"], "connection://AMAZON.AskForAccountLinking/1");
    assert_eq!(reply.card(), None);
    assert_ne!(reply.ended(), Some(false));
}
