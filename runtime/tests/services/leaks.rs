//! The token for Alexa's services is in one header of the runtime's requests, and nowhere else. The server of these tests gives it back
//! wherever it can, and whatever is printed is looked through.

use sayso::services::{Asking, Item, ItemStatus, ServiceError};
use sayso::{Context, Response, Speech};

use crate::alexa::{ACCOUNT_TOKEN, API_TOKEN, Alexa, request};
use crate::log;
use crate::small::{self, bare, skill};

fn assert_clean(text: &str) {
    for token in [API_TOKEN, ACCOUNT_TOKEN] {
        assert!(!text.contains(token), "{text}");
    }
}

#[tokio::test]
async fn nothing_that_is_printed_holds_the_token() {
    log::begin();
    let alexa = Alexa::start().await;
    let quoting = format!(r#"{{"code": "{API_TOKEN}", "type": "{API_TOKEN}", "message": "Bearer {API_TOKEN} is not valid"}}"#);
    for status in [200, 400, 401, 403, 404, 409, 418, 429, 500] {
        alexa.answers(status, quoting.clone());
        let app = small::app(|cx| {
            Box::pin(async move {
                let services = skill::services(cx);
                let shown = format!("{services:?} {services:#?} {cx:?}");
                assert_clean(&shown);
                let error = services.timer("t").await.expect_err("no timer");
                assert_clean(&format!("{error} {error:?} {error:#?}"));
                Err(error)?
            })
        });
        let answer = app.fetch(alexa.clone()).handle(request().to_string().as_bytes()).await.expect("an answer");
        assert_clean(&String::from_utf8_lossy(&answer));
    }
    let log = log::end();
    assert!(log.contains("asked one of Alexa's services") && log.contains("a handler failed"), "{log}");
    assert_clean(&log);
}

#[tokio::test]
async fn an_answer_that_holds_the_token_is_not_sent_on() {
    log::begin();
    let alexa = Alexa::start().await;
    alexa.answers(200, format!(r#""{API_TOKEN}""#)).answers(200, format!(r#""{API_TOKEN}""#));
    let saying = small::app(|cx| {
        Box::pin(async move { Ok(Response::tell(Speech::text(bare::services(cx).time_zone().await?.unwrap_or_default()))) })
    });
    let failing =
        small::app(|cx| Box::pin(async move { Err(std::io::Error::other(bare::services(cx).time_zone().await?.unwrap_or_default()))? }));
    for app in [saying, failing] {
        let answer = app.fetch(alexa.clone()).handle(request().to_string().as_bytes()).await.expect("an answer");
        assert_clean(&String::from_utf8_lossy(&answer));
    }
    let log = log::end();
    assert!(log.contains("the answer holds an access token") && log.contains("[token]"), "{log}");
    assert_clean(&log);
}

#[tokio::test]
async fn a_token_in_what_is_sent_is_noticed() {
    let alexa = Alexa::start().await;
    let invalid = ServiceError::Invalid("it holds an access token");
    fn item(cx: &Context) -> Asking<'_, Item> {
        skill::services(cx).create_item("L1", ACCOUNT_TOKEN, &ItemStatus::Active)
    }
    assert_eq!(alexa.ask(item).await.err(), Some(invalid.clone()));
    let said = alexa.ask(|cx| skill::services(cx).progressive(Speech::text(format!("Your token is {API_TOKEN}.")))).await;
    assert_eq!(said.err(), Some(invalid.clone()));
    let path = alexa.ask(|cx| skill::services(cx).item("L1", ACCOUNT_TOKEN)).await;
    assert_eq!(path.err(), Some(invalid));
    assert!(alexa.asked().is_empty());
}
