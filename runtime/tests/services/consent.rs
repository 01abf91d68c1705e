//! A whole turn: a missing consent becomes the card, anything else the apology.

use sayso::testing::Conversation;
use sayso::{Response, Speech};

use crate::alexa::{Alexa, request};
use crate::small::{self, skill};

fn greeting() -> sayso::App {
    small::app(|cx| {
        Box::pin(async move {
            let name = skill::services(cx).given_name().await?.unwrap_or_else(|| "stranger".to_owned());
            Ok(Response::tell(Speech::text(format!("Hello {name}!"))))
        })
    })
}

#[tokio::test]
async fn a_conversation_with_services() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#""Ada <3""#).answers(204, "");
    let mut talk = Conversation::with(greeting()).services(alexa.clone());
    talk.launch().await.assert_says("Hello Ada <3!");
    talk.launch().await.assert_says("Hello stranger!");

    alexa.answers(403, r#"{"code": "ACCESS_DENIED", "message": "Access denied with reason: ACCESS_NOT_REQUESTED"}"#);
    let reply = talk.launch().await;
    assert_eq!(reply.card(), Some("AskForPermissionsConsent"));
    assert_eq!(reply.json()["response"]["card"]["permissions"], serde_json::json!(["alexa::profile:given_name:read"]));
    reply.assert_says("Alexa app").assert_ended();

    alexa.answers(500, "");
    let reply = talk.launch().await;
    assert_eq!(reply.card(), None);
    reply.assert_says("something went wrong").assert_ended();
}

#[tokio::test]
async fn a_conversation_without_services_asks_nobody() {
    Conversation::with(greeting()).launch().await.assert_says("something went wrong");
}

#[tokio::test]
async fn the_card_of_an_address_has_the_name_of_cards() {
    let alexa = Alexa::start().await;
    alexa.answers(403, "");
    let app = small::app(|cx| {
        Box::pin(async move {
            skill::services(cx).address().await?;
            Ok(Response::end())
        })
    });
    let answer = app.fetch(alexa).handle(request().to_string().as_bytes()).await.expect("an answer");
    let answer: serde_json::Value = serde_json::from_slice(&answer).expect("JSON");
    assert_eq!(answer["response"]["card"]["permissions"], serde_json::json!(["read::alexa:device:all:address"]));
    assert!(answer.to_string().contains("Alexa App"), "it is said in German: {answer}");
}
