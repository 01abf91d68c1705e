use std::time::Duration;

use sayso::services::{
    Asking, Day, Frequency, NewReminder, Push, Recurrence, Reminder, ReminderStatus, ServiceError, Trigger, TriggerKind,
};
use sayso::{Context, Speech};
use serde_json::json;

use crate::alexa::{Alexa, request};
use crate::small::skill;

const SET: &str = r#"{"alertToken": "t-1", "createdTime": "2026-11-22T12:00:00.002Z", "updatedTime": "2026-11-22T12:00:00.002Z",
    "status": "ON", "version": 1, "href": "/v1/alerts/reminders/t-1"}"#;

#[tokio::test]
async fn a_reminder_is_set() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET);
    let set = alexa
        .ask(|cx| {
            let reminder = NewReminder::new(Trigger::after(Duration::from_secs(7200))).text("Tom & Jerry").text_in("en-US", "Hello");
            skill::services(cx).create_reminder(&reminder.speech(Speech::text("Tom & Jerry")))
        })
        .await
        .expect("a reminder");
    assert_eq!((set.alert_token.as_str(), &set.status, set.version.as_deref()), ("t-1", &Some(ReminderStatus::On), Some("1")));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "POST /v1/alerts/reminders");
    assert_eq!(asked.headers["content-type"], "application/json");
    assert_eq!(
        asked.body,
        json!({
            "requestTime": "2026-11-22T12:00:00Z",
            "trigger": {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 7200},
            "alertInfo": {"spokenInfo": {"content": [
                {"locale": "de-DE", "text": "Tom & Jerry"},
                {"locale": "en-US", "text": "Hello"},
                {"locale": "de-DE", "ssml": "<speak>Tom &amp; Jerry</speak>"},
            ]}},
            "pushNotification": {"status": "ENABLED"},
        })
    );
}

#[tokio::test]
async fn a_reminder_is_changed_and_taken_back() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET);
    let changed = alexa
        .ask(|cx| {
            let rules = vec!["FREQ=WEEKLY;BYDAY=MO".to_owned()];
            let recurrence = Recurrence { start: Some("2026-12-07T18:00:00".to_owned()), rules, ..Recurrence::default() };
            let trigger = Trigger::at("2026-12-07T18:00:00").in_zone("Europe/Berlin").repeated(recurrence);
            let reminder = NewReminder::new(trigger).text("Bins").push(false).requested("2026-11-22T13:00:00");
            skill::services(cx).update_reminder("t/1", &reminder)
        })
        .await;
    assert_eq!(changed.expect("a reminder").href.as_deref(), Some("/v1/alerts/reminders/t-1"));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "PUT /v1/alerts/reminders/t%2F1");
    assert_eq!(
        asked.body,
        json!({
            "requestTime": "2026-11-22T13:00:00",
            "trigger": {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": "2026-12-07T18:00:00", "timeZoneId": "Europe/Berlin",
                "recurrence": {"startDateTime": "2026-12-07T18:00:00", "recurrenceRules": ["FREQ=WEEKLY;BYDAY=MO"]}},
            "alertInfo": {"spokenInfo": {"content": [{"locale": "de-DE", "text": "Bins"}]}},
            "pushNotification": {"status": "DISABLED"},
        })
    );
    alexa.answers(200, "");
    assert_eq!(alexa.ask(|cx| skill::services(cx).delete_reminder("t-1")).await, Ok(()));
    assert_eq!(alexa.asked_once().line, "DELETE /v1/alerts/reminders/t-1");
}

#[tokio::test]
async fn reminders_are_listed() {
    let alexa = Alexa::start().await;
    alexa.answers(
        200,
        r#"{"totalCount": "1", "alerts": [null, {"alertToken": "t-1", "createdTime": "2018-11-04T08:05:44.568Z", "status": "SNOOZED",
            "trigger": {"type": "SCHEDULED_RELATIVE", "scheduledTime": "2018-11-04T20:05:44.327", "timeZoneId": "Europe/London",
                "offsetInSeconds": "43200", "recurrence": {"freq": "WEEKLY", "byDay": ["MO", "XX"], "interval": 2}},
            "alertInfo": {"spokenInfo": {"content": [{"locale": "", "text": "It's a test", "ssml": ""}]}},
            "pushNotification": {"status": "ENABLED"}, "version": "2"}], "links": null}"#,
    );
    let page = alexa.ask(|cx| skill::services(cx).reminders()).await.expect("an answer");
    assert_eq!(alexa.asked_once().line, "GET /v1/alerts/reminders");
    assert_eq!((page.total_count, page.reminders.len()), (Some(1), 1));
    let reminder = &page.reminders[0];
    assert_eq!(reminder.status, Some(ReminderStatus::Other("SNOOZED".to_owned())));
    assert_eq!((reminder.spoken()[0].text.as_deref(), reminder.spoken()[0].locale.as_deref()), (Some("It's a test"), None));
    assert_eq!(reminder.push(), Some(&Push::Enabled));
    let trigger = reminder.trigger.as_ref().expect("a trigger");
    assert_eq!((&trigger.kind, trigger.offset_in_seconds), (&TriggerKind::Relative, Some(43200)));
    let recurrence = trigger.recurrence.as_ref().expect("a recurrence");
    assert_eq!((&recurrence.frequency, recurrence.interval), (&Some(Frequency::Weekly), Some(2)));
    assert_eq!(recurrence.by_day, [Day::Monday, Day::Other("XX".to_owned())]);
}

#[tokio::test]
async fn one_reminder_is_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET);
    let reminder = alexa.ask(|cx| skill::services(cx).reminder("t-1")).await.expect("a reminder");
    assert_eq!((reminder.alert_token.as_str(), reminder.spoken(), reminder.push()), ("t-1", &[][..], None));
    assert_eq!(alexa.asked_once().line, "GET /v1/alerts/reminders/t-1");
}

#[tokio::test]
async fn a_time_in_milliseconds_is_not_told() {
    let alexa = Alexa::start().await;
    alexa.answers(200, SET);
    let mut request = request();
    request["request"]["timestamp"] = 1_790_000_000_000_u64.into();
    fn call(cx: &Context) -> Asking<'_, Reminder> {
        skill::services(cx).create_reminder(&NewReminder::new(Trigger::at("2026-12-07T18:00:00")).text("Bins"))
    }
    alexa.ask_in(&request, |app| app, call).await.expect("a reminder");
    assert_eq!(alexa.asked_once().body.get("requestTime"), None);
}

#[tokio::test]
async fn a_reminder_without_an_id_or_without_words_is_not_sent() {
    let alexa = Alexa::start().await;
    for id in ["", ".", ".."] {
        let call: fn(&Context) -> Asking<'_, ()> = match id {
            "" => |cx| skill::services(cx).delete_reminder(""),
            "." => |cx| skill::services(cx).delete_reminder("."),
            _ => |cx| skill::services(cx).delete_reminder(".."),
        };
        assert_eq!(alexa.ask(call).await, Err(ServiceError::Invalid("an id is empty or made of dots")));
    }
    fn mute(cx: &Context) -> Asking<'_, Reminder> {
        skill::services(cx).create_reminder(&NewReminder::new(Trigger::at("2026-12-07T18:00:00")))
    }
    assert!(matches!(alexa.ask(mute).await, Err(ServiceError::Invalid(_))));
    fn broken(cx: &Context) -> Asking<'_, Reminder> {
        skill::services(cx).create_reminder(&NewReminder::new(Trigger::at("2026-12-07")).speech(Speech::ssml("<p>open")))
    }
    assert!(matches!(alexa.ask(broken).await, Err(ServiceError::Invalid(_))));
    assert!(alexa.asked().is_empty());
}
