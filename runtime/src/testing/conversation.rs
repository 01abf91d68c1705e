use serde_json::{Map, Value, json};

use super::connection::Connection;
use super::device::Device;
use super::transcript::Transcript;
use super::utterance::{Send, Utterance};
use crate::{App, declare};

/// A user who talks to the skill: locale, account and session attributes go from turn to turn.
#[derive(Clone)]
pub struct Conversation {
    pub(super) app: App,
    pub(super) locale: String,
    pub(super) token: Value,
    pub(super) api_token: Option<&'static str>,
    pub(super) person: Option<Person>,
    pub(super) device: Device,
    /// The way back, while Alexa links the account by voice.
    pub(super) connection: Option<Connection>,
    pub(super) attributes: Option<Map<String, Value>>,
    pub(super) turns: usize,
    pub(super) transcript: Transcript,
}

/// A speaker whom Alexa recognises.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) token: Value,
}

impl Conversation {
    /// A user who is not linked and speaks the skill's first locale. Of each text the first variation is said.
    #[must_use]
    pub fn with(app: App) -> Self {
        let locale = app.skill().locales.first().copied().unwrap_or("en-US").to_owned();
        Self {
            app: app.vary(|_| 0),
            locale,
            token: Value::Null,
            person: None,
            api_token: None,
            device: Device::default(),
            connection: None,
            attributes: None,
            turns: 0,
            transcript: Transcript::default(),
        }
    }

    /// The user links their account; requests carry this token from now on.
    #[must_use]
    pub fn link(mut self, token: impl Into<String>) -> Self {
        self.token = Value::String(token.into());
        self
    }

    /// The user unlinks their account.
    #[must_use]
    pub fn unlink(mut self) -> Self {
        self.token = Value::Null;
        self
    }

    /// Stands in for Alexa's own services: `fetch` answers what the skill asks them. Requests carry a token for them from now on; without
    /// one, as in every other conversation, they are not asked at all.
    ///
    /// Whatever else the skill asks, such as the keys of its tokens, still goes to the [`fetch`](App::fetch) of the app:
    ///
    /// ```ignore
    /// let app = skill::app(RideHailer::new());
    /// let issuer = Issuer::of(&app);
    /// let token = issuer.token("ada").issue();
    /// let mut talk = Conversation::with(app.fetch(issuer)).services(NoPermission).link(token);
    /// assert_eq!(talk.launch().await.card(), Some("AskForPermissionsConsent"));
    /// ```
    ///
    /// An app without one asks `fetch` everything.
    #[cfg(feature = "services")]
    #[must_use]
    pub fn services(mut self, fetch: impl crate::fetch::Fetch) -> Self {
        let others = self.app.env.fetch.clone();
        self.app = self.app.fetch(super::services::Services { alexas: fetch, others });
        self.api_token = Some("an-api-access-token-of-a-test");
        self
    }

    /// Alexa recognises the speaker from now on: a person of this id, who has not linked an account of their own.
    #[must_use]
    pub fn recognise(mut self, person: impl Into<String>) -> Self {
        self.person = Some(Person { id: person.into(), token: Value::Null });
        self
    }

    /// The recognised speaker links an account of their own; requests carry its token beside the account's.
    ///
    /// # Panics
    /// If no speaker is recognised.
    #[must_use]
    #[track_caller]
    pub fn link_person(mut self, token: impl Into<String>) -> Self {
        let Some(person) = &mut self.person else { panic!("nobody is recognised who could link an account of their own") };
        person.token = Value::String(token.into());
        self
    }

    /// The user speaks in another locale.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = locale.into();
        self
    }

    /// Opens the skill without an intent.
    pub fn launch(&mut self) -> Send<'_> {
        self.request(json!({"type": "LaunchRequest"}))
    }

    /// Says something that Alexa understands as this intent.
    ///
    /// # Panics
    /// If the skill does not declare the intent.
    #[track_caller]
    pub fn intent(&mut self, name: &str) -> Utterance<'_> {
        let skill = self.app.skill();
        let declared = skill.intent(name).and_then(|place| skill.intents.get(place));
        let Some(declared) = declared else { panic!("{}", unknown("intent", name, skill.intents.iter().map(|i| i.name))) };
        Utterance::new(self, declared)
    }

    /// Leaves: Alexa ends the session, and the skill cannot answer.
    pub fn exit(&mut self) -> Send<'_> {
        self.request(json!({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}))
    }

    /// Sends any other request of the conversation; the id, the time and the locale are added.
    pub fn request(&mut self, request: Value) -> Send<'_> {
        Send { talk: self, request }
    }

    /// The attributes that the next request will carry.
    #[must_use]
    pub fn attributes(&self) -> Option<&Map<String, Value>> {
        self.attributes.as_ref()
    }

    /// What was said so far, in the form of [`assert_transcript`](Self::assert_transcript).
    #[must_use]
    pub fn transcript(&self) -> &str {
        self.transcript.text()
    }

    /// Compares what was said so far with a file, whose path is relative to the folder of the crate. With `SAYSO_UPDATE=1` in the environment
    /// the file is written.
    ///
    /// ```text
    /// user: (opens the skill)
    /// skill: Welcome. Where would you like to go? [listens]
    /// user: OrderRide destination="Main Street" (dialog is complete)
    /// skill: To order a ride, please log in first. [card LinkAccount, ends]
    /// linked user: AMAZON.YesIntent
    /// ```
    ///
    /// # Panics
    /// If they differ, or if nothing was said: a turn is said when it is awaited.
    #[track_caller]
    pub fn assert_transcript(&self, file: &str) {
        self.transcript.assert_matches(file);
    }

    /// Who is speaking, in a transcript.
    pub(super) fn who(&self) -> &'static str {
        let is_linked = |token: &Value| !token.is_null();
        match &self.person {
            Some(person) if is_linked(&person.token) => "linked speaker",
            Some(_) if is_linked(&self.token) => "speaker of a linked user",
            Some(_) => "speaker",
            None if is_linked(&self.token) => "linked user",
            None => "user",
        }
    }

    pub(super) fn application_id(&self) -> &'static str {
        self.app.skill().application_ids.first().copied().unwrap_or("amzn1.ask.skill.test")
    }
}

pub(super) fn unknown<'n>(what: &str, name: &str, declared: impl Iterator<Item = &'n str>) -> String {
    let declared: Vec<&str> = declared.collect();
    format!("the {what} `{name}` is not declared; declared are: {}", declared.join(", "))
}

pub(super) fn slot<'d>(intent: &'d declare::Intent, name: &str) -> Option<&'d declare::Slot> {
    intent.slots.iter().find(|slot| slot.name == name)
}
