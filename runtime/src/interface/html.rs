//! Web pages on screens: the interface `alexa_presentation_html`.

use serde_json::{Value, json};

use super::{Json, Read, open};
use crate::Directive;

/// `Alexa.Presentation.HTML.Message`: the page sent something.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What it sent.
    pub message: Value,
}

impl Read for Message {
    fn read(request: Json<'_>) -> Self {
        Self { message: request.value("message") }
    }
}

/// `Alexa.Presentation.HTML.RuntimeError`: the page could not be shown, or failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeError {
    /// What went wrong.
    pub reason: Reason,
    /// What the device says of it.
    pub message: String,
    /// The status of the HTTP request, where one failed.
    pub code: Option<String>,
}

open! {
    /// Why a page failed.
    Reason {
        /// It could not be fetched.
        HttpRequestError "HTTP_REQUEST_ERROR",
        /// It took too long.
        TimedOut "TIMED_OUT",
        /// A file of it is of a kind that the device does not take.
        FileTypeNotSupported "FILE_TYPE_NOT_SUPPORTED",
        /// Its own code failed.
        ApplicationError "APPLICATION_ERROR",
    }
}

impl Read for RuntimeError {
    fn read(request: Json<'_>) -> Self {
        let error = request.get("error");
        Self { reason: Reason::from_word(error.text("reason")), message: error.text("message"), code: error.maybe_text("code") }
    }
}

/// Shows a page.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct Start {
    uri: String,
    data: Option<Value>,
    timeout: Option<u32>,
}

impl Start {
    /// The page at an https address of at most 8,000 characters.
    pub fn new(uri: impl Into<String>) -> Self {
        Self { uri: uri.into(), data: None, timeout: None }
    }

    /// What the page finds when it starts; at most 18 KB.
    pub fn data(mut self, data: Value) -> Self {
        self.data = Some(data);
        self
    }

    /// After how many seconds without the user the page is closed: 30 when nothing is said, at most 300.
    pub fn timeout(mut self, seconds: u32) -> Self {
        self.timeout = Some(seconds);
        self
    }
}

impl From<Start> for Directive {
    fn from(start: Start) -> Self {
        let mut json = json!({"request": {"method": "GET", "uri": start.uri}});
        if let Some(seconds) = start.timeout {
            json["configuration"] = json!({"timeoutInSeconds": seconds});
        }
        if let Some(data) = start.data {
            json["data"] = data;
        }
        Directive::new("Alexa.Presentation.HTML.Start", json)
    }
}

/// Sends something to the page; at most 18 KB.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct HandleMessage(
    /// What is sent.
    pub Value,
);

impl From<HandleMessage> for Directive {
    fn from(sent: HandleMessage) -> Self {
        Directive::new("Alexa.Presentation.HTML.HandleMessage", json!({ "message": sent.0 }))
    }
}
