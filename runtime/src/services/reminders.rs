//! Reminders of the skill's own. <https://developer.amazon.com/docs/alexa/smapi/alexa-reminders-api-reference.html>

use std::time::Duration;

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::Answer;
use super::call::{Call, Needs};
use super::loose;
use super::open::open;
use super::permission;
use super::{Asking, Services};
use crate::Speech;

/// A reminder to set. Beside the permission, Amazon wants the user to be asked for each reminder.
///
/// ```
/// use sayso::services::{NewReminder, Recurrence, Trigger};
/// use std::time::Duration;
///
/// let soon = NewReminder::new(Trigger::after(Duration::from_secs(600))).text("Take the cake out.");
///
/// let weekly = Recurrence { rules: vec!["FREQ=WEEKLY;BYDAY=MO;BYHOUR=18;BYMINUTE=0".to_owned()], ..Recurrence::default() };
/// let trigger = Trigger::at("2026-12-07T18:00:00").in_zone("Europe/Berlin").repeated(weekly);
/// let bins = NewReminder::new(trigger).text("Put the bins out.").push(false);
/// ```
#[derive(Clone, Debug)]
pub struct NewReminder {
    requested: Option<String>,
    trigger: Trigger,
    spoken: Vec<(Option<String>, Words)>,
    push: Push,
}

#[derive(Clone, Debug)]
enum Words {
    Text(String),
    Speech(Speech),
}

impl NewReminder {
    /// A reminder without words yet. The Alexa app tells of it too.
    #[must_use]
    pub fn new(trigger: Trigger) -> Self {
        Self { requested: None, trigger, spoken: Vec::new(), push: Push::Enabled }
    }

    /// What is said, in the locale of the request.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.spoken.push((None, Words::Text(text.into())));
        self
    }

    /// What is said in another locale.
    #[must_use]
    pub fn text_in(mut self, locale: impl Into<String>, text: impl Into<String>) -> Self {
        self.spoken.push((Some(locale.into()), Words::Text(text.into())));
        self
    }

    /// What is said, in the locale of the request, as SSML.
    #[must_use]
    pub fn speech(mut self, speech: Speech) -> Self {
        self.spoken.push((None, Words::Speech(speech)));
        self
    }

    /// Whether the Alexa app tells of it too.
    #[must_use]
    pub fn push(mut self, push: bool) -> Self {
        self.push = if push { Push::Enabled } else { Push::Disabled };
        self
    }

    /// When the user asked for it, in ISO 8601: the time of the request, if nothing else is said.
    #[must_use]
    pub fn requested(mut self, time: impl Into<String>) -> Self {
        self.requested = Some(time.into());
        self
    }
}

/// When a reminder is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Trigger {
    /// Whether the time or the time until then was given.
    #[serde(rename = "type")]
    pub kind: TriggerKind,
    /// The local time, in ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheduled_time: Option<String>,
    /// The time from the request until then.
    #[serde(default, deserialize_with = "loose::number", skip_serializing_if = "Option::is_none")]
    pub offset_in_seconds: Option<u64>,
    /// The time zone of the time, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone_id: Option<String>,
    /// How it comes again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
}

impl Trigger {
    /// In a while.
    #[must_use]
    pub fn after(time: Duration) -> Self {
        let offset_in_seconds = Some(time.as_secs());
        Self { kind: TriggerKind::Relative, scheduled_time: None, offset_in_seconds, time_zone_id: None, recurrence: None }
    }

    /// At a local time, such as `2026-12-07T18:00:00`, where the device is.
    #[must_use]
    pub fn at(local_time: impl Into<String>) -> Self {
        let scheduled_time = Some(local_time.into());
        Self { kind: TriggerKind::Absolute, scheduled_time, offset_in_seconds: None, time_zone_id: None, recurrence: None }
    }

    /// The time is that of another zone, such as `Europe/Berlin`.
    #[must_use]
    pub fn in_zone(mut self, zone: impl Into<String>) -> Self {
        self.time_zone_id = Some(zone.into());
        self
    }

    /// Again and again.
    #[must_use]
    pub fn repeated(mut self, recurrence: Recurrence) -> Self {
        self.recurrence = Some(recurrence);
        self
    }
}

/// How a reminder comes again. The rules are those of RFC 5545; what stands after them is the older form, which is ignored beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recurrence {
    /// When it begins, in ISO 8601.
    #[serde(rename = "startDateTime", skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// When it ends, in ISO 8601.
    #[serde(rename = "endDateTime", skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Rules such as `FREQ=DAILY;BYHOUR=18;BYMINUTE=0`.
    #[serde(rename = "recurrenceRules", default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// How often.
    #[serde(rename = "freq", skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// On which days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_day: Vec<Day>,
    /// Every how many times.
    #[serde(default, deserialize_with = "loose::number", skip_serializing_if = "Option::is_none")]
    pub interval: Option<u64>,
}

open! {
    /// How the time of a reminder is given.
    TriggerKind {
        /// As a time.
        Absolute = "SCHEDULED_ABSOLUTE",
        /// As the time until then.
        Relative = "SCHEDULED_RELATIVE",
    }
}

open! {
    /// How often a reminder comes.
    Frequency {
        /// Every week.
        Weekly = "WEEKLY",
        /// Every day.
        Daily = "DAILY",
    }
}

open! {
    /// A day of the week.
    Day {
        /// Sunday.
        Sunday = "SU",
        /// Monday.
        Monday = "MO",
        /// Tuesday.
        Tuesday = "TU",
        /// Wednesday.
        Wednesday = "WE",
        /// Thursday.
        Thursday = "TH",
        /// Friday.
        Friday = "FR",
        /// Saturday.
        Saturday = "SA",
    }
}

open! {
    /// Whether a reminder is still to come.
    ReminderStatus {
        /// It is.
        On = "ON",
        /// It is over.
        Completed = "COMPLETED",
    }
}

open! {
    /// Whether the Alexa app tells of a reminder.
    Push {
        /// It does.
        Enabled = "ENABLED",
        /// It does not.
        Disabled = "DISABLED",
    }
}

/// A reminder as Alexa has it. Setting and changing one is answered with its id, times and status alone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Reminder {
    /// Its id.
    pub alert_token: String,
    /// When it was set, in ISO 8601.
    pub created_time: Option<String>,
    /// When it was last changed.
    pub updated_time: Option<String>,
    /// Whether it is still to come.
    pub status: Option<ReminderStatus>,
    /// When it is due.
    pub trigger: Option<Trigger>,
    /// How often it was changed.
    #[serde(default, deserialize_with = "loose::text")]
    pub version: Option<String>,
    /// Where it is.
    pub href: Option<String>,
    #[serde(default)]
    alert_info: AlertInfo,
    #[serde(default)]
    push_notification: PushNotification,
}

impl Reminder {
    /// What is said.
    #[must_use]
    pub fn spoken(&self) -> &[Spoken] {
        &self.alert_info.spoken_info.content
    }

    /// Whether the Alexa app tells of it too.
    #[must_use]
    pub fn push(&self) -> Option<&Push> {
        self.push_notification.status.as_ref()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct AlertInfo {
    spoken_info: SpokenInfo,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct SpokenInfo {
    content: Vec<Spoken>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
struct PushNotification {
    status: Option<Push>,
}

/// What a reminder says in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Spoken {
    /// The locale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The words, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The words, as SSML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssml: Option<String>,
}

/// The skill's reminders. Those that are over are kept for three days.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReminderPage {
    /// The reminders that are told.
    #[serde(default, rename = "alerts")]
    pub reminders: Vec<Reminder>,
    /// How many there are, told or not.
    #[serde(default, deserialize_with = "loose::number")]
    pub total_count: Option<u64>,
}

impl<'a, P> Services<'a, P> {
    /// Sets a reminder. It can only be set in a turn of the user's.
    pub fn create_reminder(&self, reminder: &NewReminder) -> Asking<'a, Reminder>
    where
        P: permission::Reminders,
    {
        self.ask(self.with_reminder(reminder, Method::POST, &[]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Puts another reminder in the place of one.
    pub fn update_reminder(&self, alert_token: &str, reminder: &NewReminder) -> Asking<'a, Reminder>
    where
        P: permission::Reminders,
    {
        self.ask(self.with_reminder(reminder, Method::PUT, &[alert_token]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// One of the skill's reminders.
    pub fn reminder(&self, alert_token: &str) -> Asking<'a, Reminder>
    where
        P: permission::Reminders,
    {
        self.ask(reminders(Method::GET, &[alert_token]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// The skill's reminders.
    pub fn reminders(&self) -> Asking<'a, ReminderPage>
    where
        P: permission::Reminders,
    {
        self.ask(reminders(Method::GET, &[]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Takes a reminder back.
    pub fn delete_reminder(&self, alert_token: &str) -> Asking<'a, ()>
    where
        P: permission::Reminders,
    {
        self.ask(reminders(Method::DELETE, &[alert_token]).needs(Needs::as_either(P::NAME)), Answer::done)
    }

    fn with_reminder(&self, reminder: &NewReminder, method: Method, id: &[&str]) -> Call {
        let call = reminders(method, id);
        let content: Option<Vec<Spoken>> = reminder.spoken.iter().map(|(locale, words)| self.words(locale.as_deref(), words)).collect();
        let Some(content) = content.filter(|content| !content.is_empty()) else {
            return call.refuse("the reminder has no words, or no well-formed SSML");
        };
        let mut body = json!({
            "trigger": reminder.trigger,
            "alertInfo": {"spokenInfo": {"content": content}},
            "pushNotification": {"status": reminder.push},
        });
        if let Some(time) = reminder.requested.as_deref().or_else(|| self.time_of_request()) {
            body["requestTime"] = time.into();
        }
        call.body(&body)
    }

    fn words(&self, locale: Option<&str>, words: &Words) -> Option<Spoken> {
        let locale = locale.or(self.cx.locale()).map(str::to_owned);
        Some(match words {
            Words::Text(text) => Spoken { locale, text: Some(text.clone()), ssml: None },
            Words::Speech(speech) => Spoken { locale, text: None, ssml: Some(self.cx.services()?.ssml(speech)?) },
        })
    }

    /// Some senders tell the time in milliseconds since 1970, which is no time for a reminder.
    fn time_of_request(&self) -> Option<&'a str> {
        self.cx.timestamp().filter(|time| time.contains('T'))
    }
}

fn reminders(method: Method, id: &[&str]) -> Call {
    Call::new("reminders", method, &[&["v1", "alerts", "reminders"], id].concat())
}
