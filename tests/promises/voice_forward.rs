//! Promise 7 where users link by voice: the connection takes the place of the card, and leads back to what was asked for.

use crate::twin::hear;
use sayso::testing::{Conversation, Reply};
use sayso::{Context, LinkedAccount, Response, Result};

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
    hear(talk.intent("Work"));
    let card = hear(talk.clone().come_back());
    assert_eq!(card.assert_asks_to_link().card(), Some("LinkAccount"));
    hear(talk.link("a-token-of-ada").come_back()).assert_says("Your ride to work is ordered");
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
