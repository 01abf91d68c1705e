//! What a handler may know of the request. No token of any kind can be got out of here.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use crate::PersistentAttributes;
use crate::attributes::{Ids, Kept};
use crate::declare;
use crate::guard::{Guard, Tokens};
use crate::session::Session;
use crate::store::Store;
use crate::texts::{Place, Texts};
use crate::wire::{Device, Envelope, Scalar};

/// The circumstances of a turn.
pub struct Context {
    texts: Texts,
    locale: Option<Place>,
    request_id: Option<Place>,
    timestamp: Option<Place>,
    dialog_state: Option<DialogState>,
    user_id: Option<Place>,
    person_id: Option<Place>,
    device_id: Option<Place>,
    interfaces: Vec<Place>,
    /// Names, and the JSON of each.
    surroundings: Vec<(Place, Place)>,
    session: Session,
    kept: Option<Kept>,
    #[cfg(feature = "services")]
    services: Option<crate::services::Turn>,
}

/// How far the dialog of an intent is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DialogState {
    /// The intent was just invoked.
    Started,
    /// Questions are being asked.
    InProgress,
    /// Alexa has asked all it was to ask.
    Completed,
    /// A state that this runtime does not know.
    Other(String),
}

impl DialogState {
    fn from_wire(text: &str) -> Self {
        match text {
            "STARTED" => Self::Started,
            "IN_PROGRESS" => Self::InProgress,
            "COMPLETED" => Self::Completed,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl Context {
    pub(crate) fn from_wire(envelope: &Envelope<'_>, guard: Guard<'_>) -> Self {
        let request = &envelope.request;
        let system = envelope.system();
        let user = system.and_then(|system| system.user.get());
        let person = system.and_then(|system| system.person.get());
        let device = system.and_then(|system| system.device.get());
        let mut texts = Texts::new();
        let mut add = |text: &Scalar<'_>| text.filled().map(|text| texts.add(text));
        Self {
            locale: add(&request.locale),
            request_id: add(&request.id),
            timestamp: add(&request.timestamp),
            dialog_state: request.dialog_state.filled().map(DialogState::from_wire),
            user_id: user.and_then(|user| add(&user.id)),
            person_id: person.and_then(|person| add(&person.id)),
            device_id: device.and_then(|device| add(&device.id)),
            interfaces: device.map(|device| interfaces(device, &mut texts)).unwrap_or_default(),
            surroundings: surroundings(envelope, guard, &mut texts),
            texts,
            session: Session::from_wire(envelope.session()),
            kept: None,
            #[cfg(feature = "services")]
            services: None,
        }
    }

    /// The locale of the request, as Alexa sent it; skill events have none.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.text(self.locale.as_ref())
    }

    /// The id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.text(self.request_id.as_ref())
    }

    /// When the request was made: RFC 3339, or milliseconds since 1970 from some senders.
    #[must_use]
    pub fn timestamp(&self) -> Option<&str> {
        self.text(self.timestamp.as_ref())
    }

    /// How far the dialog is; `None` for an intent without one.
    #[must_use]
    pub fn dialog_state(&self) -> Option<&DialogState> {
        self.dialog_state.as_ref()
    }

    /// The user, for this skill. It changes when the user disables and enables the skill.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.text(self.user_id.as_ref())
    }

    /// The speaker, if Alexa recognised one.
    #[must_use]
    pub fn person_id(&self) -> Option<&str> {
        self.text(self.person_id.as_ref())
    }

    /// The device, for this skill.
    #[must_use]
    pub fn device_id(&self) -> Option<&str> {
        self.text(self.device_id.as_ref())
    }

    /// The interfaces of the device, such as `AudioPlayer`.
    pub fn interfaces(&self) -> impl Iterator<Item = &str> {
        self.interfaces.iter().map(|name| self.texts.get(name))
    }

    /// Whether the device has an interface.
    #[must_use]
    pub fn supports(&self, interface: &str) -> bool {
        self.interfaces().any(|known| known == interface)
    }

    /// What the device says of one of its interfaces, such as `Viewport` or `Geolocation`: that part of the request's `context`, in Amazon's
    /// JSON. There is no `System` among them, which has the tokens.
    #[must_use]
    pub fn surroundings(&self, interface: &str) -> Option<Value> {
        let (_, json) = self.surroundings.iter().find(|(name, _)| self.texts.get(name) == interface)?;
        serde_json::from_str(self.texts.get(json)).ok()
    }

    fn text(&self, place: Option<&Place>) -> Option<&str> {
        place.map(|place| self.texts.get(place))
    }

    /// An intent that was asked for before begins as it would have then: one with a dialog says so.
    pub(crate) fn begin_dialog(&mut self, intent: Option<&declare::Intent>) {
        let has_dialog = intent.is_some_and(|intent| intent.dialog != declare::Dialog::None);
        self.dialog_state = has_dialog.then_some(DialogState::Started);
    }

    /// The session and its attributes.
    pub fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    #[cfg(feature = "services")]
    pub(crate) fn lend(&mut self, services: crate::services::Turn) {
        self.services = Some(services);
    }

    /// What Alexa's services need of the turn. Handlers get at it through `skill::services` alone.
    #[cfg(feature = "services")]
    pub(crate) fn services(&self) -> Option<&crate::services::Turn> {
        self.services.as_ref()
    }

    /// Takes over where the persistent attributes are.
    pub(crate) fn keep(&mut self, store: Arc<dyn Store>, declared: &declare::Attributes, tokens: Tokens, now: SystemTime) {
        let ids = Ids { user: self.user_id(), person: self.person_id(), device: self.device_id() };
        self.kept = Some(Kept::new(store, declared, &ids, tokens, now));
    }

    /// Handlers get at them through `skill::attributes` alone.
    pub(crate) fn attributes(&mut self) -> Option<PersistentAttributes<'_>> {
        self.kept.as_mut().map(Kept::lend)
    }

    pub(crate) fn kept(&mut self) -> Option<&mut Kept> {
        self.kept.as_mut()
    }

    pub(crate) fn session_ref(&self) -> &Session {
        &self.session
    }
}

fn interfaces(device: &Device<'_>, texts: &mut Texts) -> Vec<Place> {
    device.interfaces.0.iter().filter_map(|(name, _)| name.get()).map(|name| texts.add(name)).collect()
}

/// What the devices say of their interfaces. A part that repeats a token is none for a handler.
fn surroundings(envelope: &Envelope<'_>, guard: Guard<'_>, texts: &mut Texts) -> Vec<(Place, Place)> {
    let parts = envelope.interfaces().filter(|(_, raw)| !guard.finds(raw.get()));
    parts.map(|(name, raw)| (texts.add(name), texts.add(raw.get()))).collect()
}

impl fmt::Debug for Context {
    /// Who is speaking does not show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("locale", &self.locale())
            .field("request_id", &self.request_id())
            .field("dialog_state", &self.dialog_state)
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}
