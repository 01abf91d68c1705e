use std::time::Duration;

use sayso::Context;
use sayso::services::{Asking, NewTimer, ServiceError, Timer, TimerStatus};
use serde_json::json;

use crate::alexa::Alexa;
use crate::small::skill;

const SET: &str = r#"{"id": "a3aac326", "status": "ON", "duration": "PT10M", "triggerTime": "2026-12-03T10:25:30Z",
    "createdTime": "2026-12-03T10:15:30Z", "updatedTime": "2026-12-03T10:15:30Z"}"#;

#[tokio::test]
async fn a_timer_is_set() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET);
    let timer = alexa.ask(|cx| skill::services(cx).create_timer(&NewTimer::new(Duration::from_secs(3723)))).await.expect("a timer");
    assert_eq!((timer.id.as_str(), &timer.status, timer.duration), ("a3aac326", &Some(TimerStatus::On), Some(Duration::from_secs(600))));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "POST /v1/alerts/timers");
    assert_eq!(
        asked.body,
        json!({
            "duration": "PT1H2M3S",
            "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
            "triggeringBehavior": {"operation": {"type": "NOTIFY_ONLY"}, "notificationConfig": {"playAudible": true}},
        })
    );
}

#[tokio::test]
async fn a_timer_says_something_or_starts_a_task_at_its_end() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET).answers(200, SET);
    fn announcing(cx: &Context) -> Asking<'_, Timer> {
        let timer = NewTimer::new(Duration::from_secs(180)).label("tea").visible(false).audible(false);
        skill::services(cx).create_timer(&timer.announce("en-US", "Your tea is ready.").announce("de-DE", "Dein Tee ist fertig."))
    }
    alexa.ask(announcing).await.expect("a timer");
    let body = alexa.asked_once().body;
    assert_eq!((&body["timerLabel"], &body["creationBehavior"]["displayExperience"]["visibility"]), (&json!("tea"), &json!("HIDDEN")));
    assert_eq!(
        body["triggeringBehavior"],
        json!({
            "operation": {"type": "ANNOUNCE", "textToAnnounce": [
                {"locale": "en-US", "text": "Your tea is ready."}, {"locale": "de-DE", "text": "Dein Tee ist fertig."},
            ]},
            "notificationConfig": {"playAudible": false},
        })
    );
    fn launching(cx: &Context) -> Asking<'_, Timer> {
        let timer = NewTimer::new(Duration::from_secs(30)).launch("PrintImage", "1", json!({"title": "A view"}));
        skill::services(cx).create_timer(&timer.confirm("en-US", "Your print is due. Shall I %s?"))
    }
    alexa.ask(launching).await.expect("a timer");
    assert_eq!(
        alexa.asked_once().body["triggeringBehavior"]["operation"],
        json!({
            "type": "LAUNCH_TASK",
            "textToConfirm": [{"locale": "en-US", "text": "Your print is due. Shall I %s?"}],
            "task": {"name": "PrintImage", "version": "1", "input": {"title": "A view"}},
        })
    );
}

#[tokio::test]
async fn timers_are_read() {
    let alexa = Alexa::start().await;
    alexa.answers(
        200,
        r#"{"timers": [{"id": "1", "status": "ON", "duration": "PT10M"}, {"id": "2", "status": "PAUSED", "duration": "soon",
            "timerLabel": "Pizza", "remainingTimeWhenPaused": "PT1H3M31S"}], "totalCount": 2, "nextToken": null}"#,
    );
    let page = alexa.ask(|cx| skill::services(cx).timers()).await.expect("an answer");
    assert_eq!(alexa.asked_once().line, "GET /v1/alerts/timers");
    assert_eq!((page.total_count, page.timers.len()), (Some(2), 2));
    let pizza = &page.timers[1];
    assert_eq!((pizza.label.as_deref(), pizza.duration), (Some("Pizza"), None));
    assert_eq!(pizza.remaining_time_when_paused, Some(Duration::from_secs(3811)));
    alexa.answers(200, SET);
    assert_eq!(alexa.ask(|cx| skill::services(cx).timer("a3aac326")).await.expect("a timer").id, "a3aac326");
    assert_eq!(alexa.asked_once().line, "GET /v1/alerts/timers/a3aac326");
}

#[tokio::test]
async fn timers_are_paused_resumed_and_taken_back() {
    let alexa = Alexa::start().await;
    type Call = fn(&Context) -> Asking<'_, ()>;
    let calls: [(Call, &str); 4] = [
        (|cx| skill::services(cx).pause_timer("1"), "POST /v1/alerts/timers/1/pause"),
        (|cx| skill::services(cx).resume_timer("1"), "POST /v1/alerts/timers/1/resume"),
        (|cx| skill::services(cx).delete_timer("1"), "DELETE /v1/alerts/timers/1"),
        (|cx| skill::services(cx).delete_timers(), "DELETE /v1/alerts/timers"),
    ];
    for (call, line) in calls {
        alexa.answers(200, "");
        assert_eq!(alexa.ask(call).await, Ok(()));
        assert_eq!(alexa.asked_once().line, line);
    }
}

#[tokio::test]
async fn an_empty_id_does_not_take_all_timers_back() {
    let alexa = Alexa::start().await;
    let result = alexa.ask(|cx| skill::services(cx).delete_timer("")).await;
    assert_eq!(result, Err(ServiceError::Invalid("an id is empty or made of dots")));
    assert!(alexa.asked().is_empty());
}

#[tokio::test]
async fn a_label_is_not_too_long() {
    let alexa = Alexa::start().await;
    fn long(cx: &Context) -> Asking<'_, Timer> {
        skill::services(cx).create_timer(&NewTimer::new(Duration::from_secs(1)).label("ä".repeat(257)))
    }
    assert!(matches!(alexa.ask(long).await, Err(ServiceError::Invalid(_))));
    assert!(alexa.asked().is_empty());
    alexa.answers(200, SET);
    fn longest(cx: &Context) -> Asking<'_, Timer> {
        skill::services(cx).create_timer(&NewTimer::new(Duration::from_secs(1)).label("ä".repeat(256)))
    }
    assert!(alexa.ask(longest).await.is_ok());
}
