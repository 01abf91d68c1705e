use std::future::{Future, IntoFuture};
use std::pin::Pin;

use serde_json::{Map, Value, json};

use super::connection::Connection;
use super::conversation::{Conversation, slot, unknown};
use super::reply::Reply;
use super::{envelope, said};
use crate::declare;

/// An intent with what was said for its slots. Await it to hear the reply.
#[must_use = "an utterance is said when it is awaited"]
pub struct Utterance<'t> {
    talk: &'t mut Conversation,
    intent: &'static declare::Intent,
    slots: Map<String, Value>,
    dialog_state: Option<&'static str>,
    confirmation: &'static str,
}

impl<'t> Utterance<'t> {
    pub(super) fn new(talk: &'t mut Conversation, intent: &'static declare::Intent) -> Self {
        let empty = |slot: &declare::Slot| (slot.name.to_owned(), said::empty(slot.name));
        let slots = intent.slots.iter().map(empty).collect();
        Self { talk, intent, slots, dialog_state: None, confirmation: "NONE" }
    }

    #[track_caller]
    fn fill(mut self, name: &str, value: Value) -> Self {
        self.declared(name);
        self.slots.insert(name.to_owned(), value);
        self
    }

    #[track_caller]
    fn declared(&self, name: &str) -> &'static declare::Slot {
        // No closure: a panic in one is told of this line.
        let Some(found) = slot(self.intent, name) else {
            panic!("{}", unknown("slot", name, self.intent.slots.iter().map(|slot| slot.name)))
        };
        found
    }

    /// Fills a slot with words that entity resolution made nothing of.
    ///
    /// # Panics
    /// If the intent has no such slot.
    #[track_caller]
    pub fn slot(self, name: &str, said: &str) -> Self {
        self.fill(name, said::words(name, said))
    }

    /// Fills a slot with words that were understood as the value with this id, and which are the value's own spelling. Where they are not, and
    /// the handler reads [`resolved`](crate::slot::Words::resolved), [`matched_as`](Self::matched_as) says the spelling as well.
    ///
    /// # Panics
    /// If the intent has no such slot, or the enum of its type no such id. Of a slot that is read as [`Words`](crate::slot::Words), as with
    /// `text: true`, the generated code knows no ids: any is taken.
    #[track_caller]
    pub fn matched(self, name: &str, said: &str, id: &str) -> Self {
        self.matched_as(name, said, said, id)
    }

    /// Fills a slot with words that were understood as the value of this spelling and this id; a value without an id has `None`.
    ///
    /// ```ignore
    /// talk.intent("OrderRide").matched_as("service", "town car", "black car", "BLACK").await;
    /// ```
    ///
    /// # Panics
    /// As [`matched`](Self::matched) does. A type without ids is known by its values.
    #[track_caller]
    pub fn matched_as<'v>(self, name: &str, said: &str, value: &str, id: impl Into<Option<&'v str>>) -> Self {
        let id = id.into();
        if let Some(of) = self.declared(name).of {
            let known = id.unwrap_or(value);
            assert!(of.ids.contains(&known), "{}", unknown(&format!("id of `{}`", of.name), known, of.ids.iter().copied()));
        }
        let value = said::matched(name, said, value, id, self.talk.application_id());
        self.fill(name, value)
    }

    /// Fills a slot that takes several values.
    ///
    /// # Panics
    /// If the intent has no such slot.
    #[track_caller]
    pub fn several(self, name: &str, said: &[&str]) -> Self {
        self.fill(name, said::several(name, said))
    }

    /// The dialog has begun.
    pub fn dialog_started(self) -> Self {
        self.dialog("STARTED")
    }

    /// The dialog goes on.
    pub fn dialog_in_progress(self) -> Self {
        self.dialog("IN_PROGRESS")
    }

    /// Alexa has asked all that it was to ask.
    pub fn dialog_completed(self) -> Self {
        self.dialog("COMPLETED")
    }

    fn dialog(mut self, state: &'static str) -> Self {
        self.dialog_state = Some(state);
        self
    }

    /// The user confirmed the intent.
    pub fn confirmed(mut self) -> Self {
        self.confirmation = "CONFIRMED";
        self
    }

    /// The user denied the intent.
    pub fn denied(mut self) -> Self {
        self.confirmation = "DENIED";
        self
    }
}

impl<'t> IntoFuture for Utterance<'t> {
    type Output = Reply;
    type IntoFuture = Pin<Box<dyn Future<Output = Reply> + std::marker::Send + 't>>;

    fn into_future(self) -> Self::IntoFuture {
        let intent = json!({"name": self.intent.name, "confirmationStatus": self.confirmation, "slots": self.slots});
        let mut request = json!({"type": "IntentRequest", "intent": intent});
        if let Some(state) = self.dialog_state {
            request["dialogState"] = state.into();
        }
        self.talk.request(request).into_future()
    }
}

/// A request on its way. Await it to hear the reply.
#[must_use = "a request is sent when it is awaited"]
pub struct Send<'t> {
    pub(super) talk: &'t mut Conversation,
    pub(super) request: Value,
}

impl<'t> IntoFuture for Send<'t> {
    type Output = Reply;
    type IntoFuture = Pin<Box<dyn Future<Output = Reply> + std::marker::Send + 't>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(exchange(self.talk, self.request))
    }
}

async fn exchange(talk: &mut Conversation, request: Value) -> Reply {
    let body = envelope::of(talk, request.clone()).to_string();
    let answer = match talk.app.handle(body.as_bytes()).await {
        Ok(answer) => answer,
        Err(refused) => panic!("the skill refused the request: {refused}"),
    };
    let reply = Reply::new(&answer);
    talk.turns += 1;
    talk.transcript.note(talk.who(), &request, &reply);
    talk.attributes = reply.next_attributes();
    talk.connection = Connection::of(&reply);
    reply
}
