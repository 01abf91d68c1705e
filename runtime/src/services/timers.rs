//! Timers of the skill's own. <https://developer.amazon.com/docs/alexa/smapi/alexa-timers-api-reference.html>

use std::time::Duration;

use http::Method;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Call, Needs};
use super::loose;
use super::open::open;
use super::permission;
use super::{Asking, Services};
use crate::slot;

/// In characters.
const LONGEST_LABEL: usize = 256;

/// A timer to set. Alexa shows it on a screen and rings at the end, if nothing else is said.
///
/// ```
/// use sayso::services::NewTimer;
/// use std::time::Duration;
///
/// let tea = NewTimer::new(Duration::from_secs(180)).label("tea").announce("en-US", "Your tea is ready.");
/// ```
#[derive(Clone, Debug)]
pub struct NewTimer {
    time: Duration,
    label: Option<String>,
    visible: bool,
    audible: bool,
    end: End,
}

/// What happens at the end.
#[derive(Clone, Debug)]
enum End {
    Notify,
    Announce(Vec<Value>),
    Launch { task: Value, confirm: Vec<Value> },
}

impl NewTimer {
    /// A timer without a name.
    #[must_use]
    pub fn new(time: Duration) -> Self {
        Self { time, label: None, visible: true, audible: true, end: End::Notify }
    }

    /// What the user calls it, in 256 characters at most.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Whether a screen shows it when it is set.
    #[must_use]
    pub fn visible(mut self, visible: bool) -> Self {
        self.visible = visible;
        self
    }

    /// Whether it rings until it is stopped.
    #[must_use]
    pub fn audible(mut self, audible: bool) -> Self {
        self.audible = audible;
        self
    }

    /// Says something at the end. Each further one is for another locale.
    #[must_use]
    pub fn announce(mut self, locale: impl Into<String>, text: impl Into<String>) -> Self {
        let text = in_locale(locale, text);
        match &mut self.end {
            End::Announce(texts) => texts.push(text),
            end => *end = End::Announce(vec![text]),
        }
        self
    }

    /// Starts a task of the skill's at the end, if the user agrees to what [`confirm`](Self::confirm) asks.
    #[must_use]
    pub fn launch(mut self, task: impl Into<String>, version: impl Into<String>, input: Value) -> Self {
        let task = json!({"name": task.into(), "version": version.into(), "input": input});
        self.end = End::Launch { task, confirm: Vec::new() };
        self
    }

    /// What is asked before the task begins; `%s` in it stands for going on with the skill. Each further one is for another locale.
    #[must_use]
    pub fn confirm(mut self, locale: impl Into<String>, text: impl Into<String>) -> Self {
        if let End::Launch { confirm, .. } = &mut self.end {
            confirm.push(in_locale(locale, text));
        }
        self
    }

    fn to_json(&self) -> Value {
        let operation = match &self.end {
            End::Notify => json!({"type": "NOTIFY_ONLY"}),
            End::Announce(texts) => json!({"type": "ANNOUNCE", "textToAnnounce": texts}),
            End::Launch { task, confirm } => json!({"type": "LAUNCH_TASK", "textToConfirm": confirm, "task": task}),
        };
        let mut timer = json!({
            "duration": iso(self.time),
            "creationBehavior": {"displayExperience": {"visibility": if self.visible { "VISIBLE" } else { "HIDDEN" }}},
            "triggeringBehavior": {"operation": operation, "notificationConfig": {"playAudible": self.audible}},
        });
        if let Some(label) = &self.label {
            timer["timerLabel"] = label.as_str().into();
        }
        timer
    }

    fn has_long_label(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.chars().count() > LONGEST_LABEL)
    }
}

fn in_locale(locale: impl Into<String>, text: impl Into<String>) -> Value {
    json!({"locale": locale.into(), "text": text.into()})
}

/// ISO 8601, in hours, minutes and seconds.
fn iso(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("PT{}H{}M{}S", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

open! {
    /// What a timer does.
    TimerStatus {
        /// It runs.
        On = "ON",
        /// It waits.
        Paused = "PAUSED",
        /// It is over.
        Off = "OFF",
    }
}

/// A timer as Alexa has it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Timer {
    /// Its id.
    pub id: String,
    /// What it does.
    pub status: Option<TimerStatus>,
    /// How long it takes in all.
    #[serde(default, deserialize_with = "time")]
    pub duration: Option<Duration>,
    /// When it ends, in ISO 8601.
    pub trigger_time: Option<String>,
    /// What the user calls it.
    #[serde(rename = "timerLabel")]
    pub label: Option<String>,
    /// When it was set, in ISO 8601.
    pub created_time: Option<String>,
    /// When it was last changed.
    pub updated_time: Option<String>,
    /// How long a paused one still has.
    #[serde(default, deserialize_with = "time")]
    pub remaining_time_when_paused: Option<Duration>,
}

fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Duration>, D::Error> {
    let text = loose::text(deserializer)?;
    Ok(text.and_then(|text| slot::Duration::from_iso(&text)?.exact()))
}

/// The skill's timers, those first that end first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimerPage {
    /// The timers that are told.
    #[serde(default)]
    pub timers: Vec<Timer>,
    /// How many there are, told or not.
    #[serde(default, deserialize_with = "loose::number")]
    pub total_count: Option<u64>,
}

impl<'a, P> Services<'a, P> {
    /// Sets a timer. It can only be set in a turn of the user's.
    pub fn create_timer(&self, timer: &NewTimer) -> Asking<'a, Timer>
    where
        P: permission::Timers,
    {
        let mut call = timers(Method::POST, &[]).body(&timer.to_json());
        if timer.has_long_label() {
            call = call.refuse("the timer's label has more than 256 characters");
        }
        self.ask(call.needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// One of the skill's timers.
    pub fn timer(&self, id: &str) -> Asking<'a, Timer>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::GET, &[id]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// The skill's timers.
    pub fn timers(&self) -> Asking<'a, TimerPage>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::GET, &[]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Takes a timer back.
    pub fn delete_timer(&self, id: &str) -> Asking<'a, ()>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::DELETE, &[id]).needs(Needs::as_either(P::NAME)), Answer::done)
    }

    /// Takes all the skill's timers back.
    pub fn delete_timers(&self) -> Asking<'a, ()>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::DELETE, &[]).needs(Needs::as_either(P::NAME)), Answer::done)
    }

    /// Makes a timer wait.
    pub fn pause_timer(&self, id: &str) -> Asking<'a, ()>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::POST, &[id, "pause"]).needs(Needs::as_either(P::NAME)), Answer::done)
    }

    /// Makes a paused timer go on.
    pub fn resume_timer(&self, id: &str) -> Asking<'a, ()>
    where
        P: permission::Timers,
    {
        self.ask(timers(Method::POST, &[id, "resume"]).needs(Needs::as_either(P::NAME)), Answer::done)
    }
}

fn timers(method: Method, rest: &[&str]) -> Call {
    Call::new("timers", method, &[&["v1", "alerts", "timers"], rest].concat())
}
