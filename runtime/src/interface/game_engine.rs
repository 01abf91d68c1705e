//! Echo Buttons: the interface `game_engine`.

use serde_json::{Value, json};

use super::{Json, Read};
use crate::Directive;

/// `GameEngine.InputHandlerEvent`: buttons were pressed, or the time for it is over.
#[derive(Clone, Debug, PartialEq)]
pub struct InputHandlerEvent {
    /// The id of the request that was answered with the input handler.
    pub originating_request_id: String,
    /// The events, with the names that the input handler gave them.
    pub events: Vec<GameEvent>,
}

/// An event of an input handler.
#[derive(Clone, Debug, PartialEq)]
pub struct GameEvent {
    /// Its name.
    pub name: String,
    /// What the buttons did, in Amazon's JSON.
    pub input_events: Vec<Value>,
}

impl Read for InputHandlerEvent {
    fn read(request: Json<'_>) -> Self {
        let event = |json: Json<'_>| GameEvent {
            name: json.text("name"),
            input_events: json.list("inputEvents").filter_map(|event| event.0.cloned()).collect(),
        };
        Self { originating_request_id: request.text("originatingRequestId"), events: request.list("events").map(event).collect() }
    }
}

/// Begins to listen to buttons.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct StartInputHandler(
    /// The handler in Amazon's JSON: `timeout`, `recognizers`, `events` and so on.
    pub serde_json::Map<String, Value>,
);

impl From<StartInputHandler> for Directive {
    fn from(start: StartInputHandler) -> Self {
        Directive::new("GameEngine.StartInputHandler", start.0.into())
    }
}

/// Stops to listen to buttons.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct StopInputHandler(
    /// The id of the request that was answered with the input handler.
    pub String,
);

impl From<StopInputHandler> for Directive {
    fn from(stop: StopInputHandler) -> Self {
        Directive::new("GameEngine.StopInputHandler", json!({"originatingRequestId": stop.0}))
    }
}
