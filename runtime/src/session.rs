//! The session and its attributes.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, to_raw_value};

use crate::wire;

/// What is remembered from turn to turn while the session lasts. Every answer carries it back, so it is no place for
/// secrets. Attributes that this skill does not know are kept.
#[derive(Default)]
pub struct Session {
    known: Option<Known>,
    // Attributes as they came, until something is set or removed.
    sent: Option<Box<RawValue>>,
    read: OnceLock<Attributes>,
    changed: bool,
}

struct Known {
    id: String,
    new: bool,
}

type Attributes = BTreeMap<String, Box<RawValue>>;

/// Why a session attribute cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum SessionError {
    /// The request belongs to no session, as those of the audio player and of skill events.
    NoSession,
    /// The value has no JSON form, or the JSON is not of the wanted type.
    Type(serde_json::Error),
}

impl Session {
    pub(crate) fn from_wire(session: Option<&wire::Session<'_>>) -> Self {
        let Some(session) = session else { return Self::default() };
        let known = Known { id: session.id.to_owned().unwrap_or_default(), new: session.new.get() == Some("true") };
        let sent = session.attributes.filter(|raw| raw.get().starts_with('{'));
        Self { known: Some(known), sent: sent.map(ToOwned::to_owned), ..Self::default() }
    }

    /// Whether the request belongs to a session.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.known.is_some()
    }

    /// The session's id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.known.as_ref().map(|known| known.id.as_str())
    }

    /// Whether this is its first request.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.new)
    }

    /// An attribute, or `None` where it was never set.
    ///
    /// # Errors
    /// If there is no session, or the attribute is of another type.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, SessionError> {
        self.known.as_ref().ok_or(SessionError::NoSession)?;
        let raw = self.attributes().get(key);
        raw.map(|raw| serde_json::from_str(raw.get())).transpose().map(Option::flatten).map_err(SessionError::Type)
    }

    /// Remembers an attribute until the session ends.
    ///
    /// # Errors
    /// If there is no session, or the value has no JSON form.
    pub fn set<T: Serialize + ?Sized>(&mut self, key: impl Into<String>, value: &T) -> Result<(), SessionError> {
        self.known.as_ref().ok_or(SessionError::NoSession)?;
        let raw = to_raw_value(value).map_err(SessionError::Type)?;
        self.change(|attributes| {
            attributes.insert(key.into(), raw);
        });
        Ok(())
    }

    /// All attributes as a type of the skill's own; its default where there are none yet. Several types can share them, each for some of the
    /// keys.
    ///
    /// ```
    /// use sayso::{Context, SessionError};
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Default, Serialize, Deserialize)]
    /// struct Game {
    ///     guesses: u32,
    /// }
    ///
    /// fn guess(cx: &mut Context) -> Result<u32, SessionError> {
    ///     let mut game: Game = cx.session().read()?;
    ///     game.guesses += 1;
    ///     cx.session().write(&game)?;
    ///     Ok(game.guesses)
    /// }
    /// ```
    ///
    /// # Errors
    /// If there is no session, or the attributes are of another type.
    pub fn read<T: DeserializeOwned + Default>(&self) -> Result<T, SessionError> {
        self.known.as_ref().ok_or(SessionError::NoSession)?;
        let attributes = self.attributes();
        if attributes.is_empty() {
            return Ok(T::default());
        }
        let object = to_raw_value(attributes).map_err(SessionError::Type)?;
        serde_json::from_str(object.get()).map_err(SessionError::Type)
    }

    /// Remembers a value until the session ends: each field as the attribute of its name. Other attributes stay.
    ///
    /// # Errors
    /// If there is no session, or the value is no JSON object.
    pub fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), SessionError> {
        self.known.as_ref().ok_or(SessionError::NoSession)?;
        let object = to_raw_value(value).map_err(SessionError::Type)?;
        let written: Attributes = serde_json::from_str(object.get()).map_err(SessionError::Type)?;
        self.change(|attributes| attributes.extend(written));
        Ok(())
    }

    /// Forgets an attribute.
    pub fn remove(&mut self, key: &str) {
        self.change(|attributes| {
            attributes.remove(key);
        });
    }

    fn attributes(&self) -> &Attributes {
        self.read.get_or_init(|| parsed(self.sent.as_deref()))
    }

    fn change(&mut self, change: impl FnOnce(&mut Attributes)) {
        let mut attributes = self.read.take().unwrap_or_else(|| parsed(self.sent.as_deref()));
        change(&mut attributes);
        self.read = OnceLock::from(attributes);
        self.changed = true;
    }

    /// What the answer carries back.
    pub(crate) fn to_send(&self) -> Option<ToSend<'_>> {
        self.known.as_ref()?;
        if self.changed {
            return Some(ToSend::Changed(self.attributes()));
        }
        self.sent.as_deref().filter(|raw| raw.get() != "{}").map(ToSend::AsTheyCame)
    }
}

/// The attributes of an answer.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(crate) enum ToSend<'a> {
    AsTheyCame(&'a RawValue),
    Changed(&'a Attributes),
}

fn parsed(sent: Option<&RawValue>) -> Attributes {
    sent.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
}

impl fmt::Debug for Session {
    /// The values may be personal, so only the keys show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&String> = self.attributes().keys().collect();
        f.debug_struct("Session").field("new", &self.is_new()).field("attributes", &keys).finish_non_exhaustive()
    }
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSession => f.write_str("the request belongs to no session"),
            Self::Type(_) => f.write_str("the session attribute has another type"),
        }
    }
}

impl std::error::Error for SessionError {}
