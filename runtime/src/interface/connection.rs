//! Skill connections: what this skill has others do, be they skills or Amazon (`connections` in skill.yaml).

use serde_json::{Value, json};

use super::{Json, Read};
use crate::Directive;

/// `SessionResumedRequest`: a connection that was started is over, and the session goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionResumed {
    /// The status: `200` and others of HTTP's.
    pub code: String,
    /// What is said of the status.
    pub message: String,
    /// What came of it.
    pub result: Value,
    /// The token that the connection was started with.
    pub token: String,
}

impl Read for SessionResumed {
    fn read(request: Json<'_>) -> Self {
        let cause = request.get("cause");
        let status = cause.get("status");
        Self { code: status.text("code"), message: status.text("message"), result: cause.value("result"), token: cause.text("token") }
    }
}

/// `Connections.Response`: the answer to a request that was sent, such as that of a purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct ConnectionsResponse {
    /// What was asked for: `Buy`, `Upsell`, `Cancel` or `AskFor`.
    pub name: String,
    /// The status: `200` and others of HTTP's.
    pub code: String,
    /// What is said of the status.
    pub message: String,
    /// What came of it, such as `{"purchaseResult": "ACCEPTED", …}`.
    pub payload: Value,
    /// The token that the request was sent with.
    pub token: String,
}

impl Read for ConnectionsResponse {
    fn read(request: Json<'_>) -> Self {
        let status = request.get("status");
        Self {
            name: request.text("name"),
            code: status.text("code"),
            message: status.text("message"),
            payload: request.value("payload"),
            token: request.text("token"),
        }
    }
}

/// Hands the session to another skill or to Amazon. It comes back as [`SessionResumed`].
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct StartConnection {
    uri: String,
    input: Value,
    resumes: bool,
    token: String,
}

impl StartConnection {
    /// A connection by its URI, such as `connection://AMAZON.PrintPDF/1`, with what it needs.
    pub fn new(uri: impl Into<String>, input: Value) -> Self {
        Self { uri: uri.into(), input, resumes: true, token: String::new() }
    }

    /// What comes back with the answer. It travels through Alexa, so it is no place for secrets.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = token.into();
        self
    }

    /// Does not come back, unless it fails.
    pub fn without_return(mut self) -> Self {
        self.resumes = false;
        self
    }
}

impl From<StartConnection> for Directive {
    fn from(start: StartConnection) -> Self {
        let on_completion = if start.resumes { "RESUME_SESSION" } else { "SEND_ERRORS_ONLY" };
        let json = json!({"uri": start.uri, "input": start.input, "onCompletion": on_completion, "token": start.token});
        Directive::new("Connections.StartConnection", json)
    }
}

/// Sends a request of the older kind, such as that for a purchase. Its answer comes as [`ConnectionsResponse`].
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct SendRequest {
    name: &'static str,
    payload: Value,
    token: String,
}

impl SendRequest {
    /// Sells a product of the skill.
    pub fn buy(product_id: impl Into<String>) -> Self {
        Self::product("Buy", product_id.into())
    }

    /// Takes a purchase back.
    pub fn cancel(product_id: impl Into<String>) -> Self {
        Self::product("Cancel", product_id.into())
    }

    /// Offers a product of the skill, with the words of the offer.
    pub fn upsell(product_id: impl Into<String>, message: impl Into<String>) -> Self {
        let mut request = Self::product("Upsell", product_id.into());
        request.payload["upsellMessage"] = message.into().into();
        request
    }

    /// Asks for a permission by voice, such as that for reminders.
    pub fn ask_for(permission: impl Into<String>) -> Self {
        let payload = json!({"@type": "AskForPermissionsConsentRequest", "@version": "1", "permissionScope": permission.into()});
        Self { name: "AskFor", payload, token: String::new() }
    }

    fn product(name: &'static str, product_id: String) -> Self {
        Self { name, payload: json!({"InSkillProduct": {"productId": product_id}}), token: String::new() }
    }

    /// What comes back with the answer. It travels through Alexa, so it is no place for secrets.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = token.into();
        self
    }
}

impl From<SendRequest> for Directive {
    fn from(sent: SendRequest) -> Self {
        Directive::new("Connections.SendRequest", json!({"name": sent.name, "payload": sent.payload, "token": sent.token}))
    }
}
