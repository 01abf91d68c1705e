//! Promise 7 where users link by voice: the connection takes the place of the card.

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
