//! Gadgets of your own: the interface `custom_interface`.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Json, Read};
use crate::Directive;

/// `CustomInterfaceController.EventsReceived`: gadgets sent something.
#[derive(Clone, Debug, PartialEq)]
pub struct EventsReceived {
    /// The token of the event handler.
    pub token: String,
    /// What was sent.
    pub events: Vec<GadgetEvent>,
}

/// Something that a gadget sent.
#[derive(Clone, Debug, PartialEq)]
pub struct GadgetEvent {
    /// The gadget.
    pub endpoint_id: Option<String>,
    /// The namespace of the event.
    pub namespace: String,
    /// The name of the event.
    pub name: String,
    /// What it carries.
    pub payload: Value,
}

impl Read for EventsReceived {
    fn read(request: Json<'_>) -> Self {
        let event = |json: Json<'_>| GadgetEvent {
            endpoint_id: json.get("endpoint").maybe_text("endpointId"),
            namespace: json.get("header").text("namespace"),
            name: json.get("header").text("name"),
            payload: json.value("payload"),
        };
        Self { token: request.text("token"), events: request.list("events").map(event).collect() }
    }
}

/// `CustomInterfaceController.Expired`: the time of an event handler is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Expired {
    /// The token of the event handler.
    pub token: String,
    /// What the event handler said to send then.
    pub payload: Value,
}

impl Read for Expired {
    fn read(request: Json<'_>) -> Self {
        Self { token: request.text("token"), payload: request.value("expirationPayload") }
    }
}

/// Sends something to a gadget; the payload has at most 1,000 bytes.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct SendDirective {
    /// The gadget.
    pub endpoint_id: String,
    /// The namespace.
    pub namespace: String,
    /// The name.
    pub name: String,
    /// What it carries.
    pub payload: Value,
}

impl From<SendDirective> for Directive {
    fn from(sent: SendDirective) -> Self {
        let json = json!({
            "endpoint": {"endpointId": sent.endpoint_id},
            "header": {"namespace": sent.namespace, "name": sent.name},
            "payload": sent.payload,
        });
        Directive::new("CustomInterfaceController.SendDirective", json)
    }
}

/// Begins to listen to gadgets.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct StartEventHandler {
    token: String,
    filter: Option<Value>,
    expiration: Option<(Duration, Value)>,
}

impl StartEventHandler {
    /// A handler with a token of its own.
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into(), filter: None, expiration: None }
    }

    /// Which events are sent: `filterExpression` and `filterMatchAction` in Amazon's JSON.
    pub fn filter(mut self, filter: Value) -> Self {
        self.filter = Some(filter);
        self
    }

    /// When it is over, and what [`Expired`] carries then.
    pub fn expires(mut self, after: Duration, payload: Value) -> Self {
        self.expiration = Some((after, payload));
        self
    }
}

impl From<StartEventHandler> for Directive {
    fn from(start: StartEventHandler) -> Self {
        let mut json = json!({"token": start.token});
        if let Some(filter) = start.filter {
            json["eventFilter"] = filter;
        }
        if let Some((after, payload)) = start.expiration {
            let milliseconds = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
            json["expiration"] = json!({"durationInMilliseconds": milliseconds, "expirationPayload": payload});
        }
        Directive::new("CustomInterfaceController.StartEventHandler", json)
    }
}

/// Stops to listen to gadgets.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct StopEventHandler(
    /// The token of the event handler.
    pub String,
);

impl From<StopEventHandler> for Directive {
    fn from(stop: StopEventHandler) -> Self {
        Directive::new("CustomInterfaceController.StopEventHandler", json!({"token": stop.0}))
    }
}
