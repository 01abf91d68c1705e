//! Being found by users who did not name the skill: the interface `can_fulfill_intent_request`.
//!
//! Alexa asks whether the skill could do something, and nothing may be done yet: a handler has no account, and nothing that it could say.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Json, Read};
use crate::Response;
use crate::generated::{Extra, IntoResponse};

/// `CanFulfillIntentRequest`: an intent that the skill may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanFulfillIntent {
    /// The intent's name in the interaction model.
    pub intent: String,
    /// What was said for its slots, where something was.
    pub slots: BTreeMap<String, String>,
}

impl Read for CanFulfillIntent {
    fn read(request: Json<'_>) -> Self {
        let intent = request.get("intent");
        let filled =
            |(name, slot): (&str, Json<'_>)| Some((name.to_owned(), slot.maybe_text("value").filter(|said| !said.trim().is_empty())?));
        Self { intent: intent.text("name"), slots: intent.entries("slots").filter_map(filled).collect() }
    }
}

/// Whether something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Can {
    /// It can.
    Yes,
    /// It cannot.
    No,
    /// That depends on more than is known yet, such as a linked account.
    Maybe,
}

impl Can {
    fn word(self) -> &'static str {
        match self {
            Self::Yes => "YES",
            Self::No => "NO",
            Self::Maybe => "MAYBE",
        }
    }
}

/// The answer: whether the skill could do it, and what it makes of the slots.
#[derive(Clone, Debug)]
#[must_use = "an answer is what the handler returns"]
pub struct CanFulfill {
    can: Can,
    slots: Map<String, Value>,
}

impl CanFulfill {
    /// Whether the skill could do it.
    pub fn new(can: Can) -> Self {
        Self { can, slots: Map::new() }
    }

    /// Whether the skill understands what was said for a slot, and whether it could do something for that value.
    pub fn slot(mut self, name: impl Into<String>, understands: Can, fulfills: bool) -> Self {
        let fulfills = if fulfills { Can::Yes } else { Can::No };
        self.slots.insert(name.into(), json!({"canUnderstand": understands.word(), "canFulfill": fulfills.word()}));
        self
    }
}

impl IntoResponse for CanFulfill {
    fn into_response(self) -> Response {
        let mut json = json!({"canFulfill": self.can.word()});
        if !self.slots.is_empty() {
            json["slots"] = self.slots.into();
        }
        Response::of_extra(Extra::CanFulfill(json))
    }
}
