//! Alexa Conversations (`dialog_management`): Alexa leads the dialog, and calls the skill as an API.

use serde_json::{Value, json};

use super::{Json, Read};
use crate::generated::{Extra, IntoResponse};
use crate::{Directive, Response};

/// `Dialog.API.Invoked`: the dialog calls one of the skill's APIs.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiInvoked {
    /// The API.
    pub name: String,
    /// Its arguments.
    pub arguments: Value,
    /// The arguments with what entity resolution made of them.
    pub slots: Value,
}

impl Read for ApiInvoked {
    fn read(request: Json<'_>) -> Self {
        let api = request.get("apiRequest");
        Self { name: api.text("name"), arguments: api.value("arguments"), slots: api.value("slots") }
    }
}

/// `Dialog.InputRequest`: the dialog hands what the user said to the skill.
#[derive(Clone, Debug, PartialEq)]
pub struct InputRequest {
    /// The name of the input.
    pub name: String,
    /// Its slots, in Amazon's JSON.
    pub slots: Value,
}

impl Read for InputRequest {
    fn read(request: Json<'_>) -> Self {
        let input = request.get("input");
        Self { name: input.text("name"), slots: input.value("slots") }
    }
}

/// The answer to [`ApiInvoked`]: what the API returns, or the dialog handed on.
#[derive(Clone, Debug)]
#[must_use = "an answer is what the handler returns"]
pub enum ApiResponse {
    /// What the API returns.
    Returned(Value),
    /// The skill's own handlers go on.
    Delegated(DelegateRequest),
}

impl IntoResponse for ApiResponse {
    fn into_response(self) -> Response {
        match self {
            Self::Returned(value) => Response::of_extra(Extra::Api(value)),
            Self::Delegated(delegate) => Response::of_directives(vec![delegate.into()]),
        }
    }
}

/// Hands the dialog to another manager: to Alexa Conversations, or to the skill's own handlers.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct DelegateRequest {
    target: String,
    until: &'static str,
    updated_request: Option<Value>,
}

impl DelegateRequest {
    /// To a manager, such as `AMAZON.Conversations` or `skill`, until it hands the dialog back.
    pub fn to(target: impl Into<String>) -> Self {
        Self { target: target.into(), until: "EXPLICIT_RETURN", updated_request: None }
    }

    /// For one turn.
    pub fn for_one_turn(mut self) -> Self {
        self.until = "NEXT_TURN";
        self
    }

    /// The request that the manager gets instead of the present one, in Amazon's JSON.
    pub fn with_request(mut self, request: Value) -> Self {
        self.updated_request = Some(request);
        self
    }
}

impl From<DelegateRequest> for Directive {
    fn from(delegate: DelegateRequest) -> Self {
        let mut json = json!({"target": delegate.target, "period": {"until": delegate.until}});
        if let Some(request) = delegate.updated_request {
            json["updatedRequest"] = request;
        }
        Directive::new("Dialog.DelegateRequest", json)
    }
}

/// Begins the conversation anew.
#[derive(Clone, Copy, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct ResetContext;

impl From<ResetContext> for Directive {
    fn from(_: ResetContext) -> Self {
        Directive::new("Conversations.ResetContext", json!({}))
    }
}
