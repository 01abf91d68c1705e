//! A turn has its time, and the services get what is left of it.

use std::time::{Duration, Instant};

use sayso::services::ServiceError;

use crate::alexa::{Alexa, request};
use crate::small::bare;

const SLOW: Duration = Duration::from_secs(6);

#[tokio::test]
async fn the_turn_ends_before_the_service_answers() {
    let alexa = Alexa::start().await;
    alexa.answers_after(SLOW, 200, r#""Europe/Berlin""#);
    let began = Instant::now();
    let short = |app: sayso::App| app.answer_within(Duration::from_millis(700));
    let result = alexa.ask_in(&request(), short, |cx| bare::services(cx).time_zone()).await;
    assert_eq!(result, Err(ServiceError::Deadline));
    assert!(began.elapsed() < Duration::from_millis(700), "{:?}: nothing is left to answer in", began.elapsed());
    assert_eq!(alexa.asked().len(), 1);
}

#[tokio::test]
async fn nothing_is_asked_when_only_the_time_to_answer_is_left() {
    let alexa = Alexa::start().await;
    let short = |app: sayso::App| app.answer_within(Duration::from_millis(500));
    let result = alexa.ask_in(&request(), short, |cx| bare::services(cx).time_zone()).await;
    assert_eq!(result, Err(ServiceError::Deadline));
    let result = alexa
        .ask_in(
            &request(),
            |app| app.answer_within(Duration::from_millis(600)),
            |cx| {
                Box::pin(async move {
                    tokio::time::sleep(Duration::from_millis(150)).await;
                    bare::services(cx).time_zone().await
                })
            },
        )
        .await;
    assert_eq!(result, Err(ServiceError::Deadline));
    assert!(alexa.asked().is_empty());
}

#[tokio::test]
async fn a_service_is_given_up_before_the_turn_ends() {
    let alexa = Alexa::start().await;
    alexa.answers_after(SLOW, 200, r#""Europe/Berlin""#).answers(200, r#""Europe/Berlin""#);
    let began = Instant::now();
    let result = alexa
        .ask(|cx| {
            Box::pin(async move {
                let services = bare::services(cx).within(Duration::from_millis(150));
                assert_eq!(services.time_zone().await, Err(ServiceError::Unavailable));
                services.time_zone().await
            })
        })
        .await;
    assert_eq!(result, Ok(Some("Europe/Berlin".to_owned())));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}
