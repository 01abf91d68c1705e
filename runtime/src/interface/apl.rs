//! Screens: the interface `alexa_presentation_apl`, with APL for audio and for devices with a clock's display.

use serde_json::{Map, Value, json};

use super::{Json, Read};
use crate::generated::IntoResponse;
use crate::{Context, Directive, Response};

/// `Alexa.Presentation.APL.UserEvent`: the document sent something, such as that a button was touched.
#[derive(Clone, Debug, PartialEq)]
pub struct UserEvent {
    /// The token of the document.
    pub token: String,
    /// What the document sent.
    pub arguments: Vec<Value>,
    /// What caused it: the component and its event.
    pub source: Value,
    /// The components that were asked for, with their values.
    pub components: Value,
    /// The widget that sent it.
    pub presentation_uri: Option<String>,
}

impl Read for UserEvent {
    fn read(request: Json<'_>) -> Self {
        Self {
            token: request.text("token"),
            arguments: values(request, "arguments"),
            source: request.value("source"),
            components: request.value("components"),
            presentation_uri: request.maybe_text("presentationUri"),
        }
    }
}

/// `Alexa.Presentation.APLT.UserEvent`: the document on a clock's display sent something.
#[derive(Clone, Debug, PartialEq)]
pub struct TextUserEvent {
    /// The token of the document.
    pub token: String,
    /// What the document sent.
    pub arguments: Vec<Value>,
    /// What caused it.
    pub source: Value,
}

impl Read for TextUserEvent {
    fn read(request: Json<'_>) -> Self {
        Self { token: request.text("token"), arguments: values(request, "arguments"), source: request.value("source") }
    }
}

/// `Alexa.Presentation.APL.LoadIndexListData`: a list wants more of its items, by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadIndexListData {
    /// The token of the document.
    pub token: String,
    /// What the answer repeats.
    pub correlation_token: String,
    /// The list.
    pub list_id: String,
    /// The first place.
    pub start_index: i64,
    /// How many items.
    pub count: i64,
}

impl Read for LoadIndexListData {
    fn read(request: Json<'_>) -> Self {
        Self {
            token: request.text("token"),
            correlation_token: request.text("correlationToken"),
            list_id: request.text("listId"),
            start_index: request.number("startIndex"),
            count: request.number("count"),
        }
    }
}

/// `Alexa.Presentation.APL.LoadTokenListData`: a list wants another page of its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadTokenListData {
    /// The token of the document.
    pub token: String,
    /// What the answer repeats.
    pub correlation_token: String,
    /// The list.
    pub list_id: String,
    /// The page.
    pub page_token: String,
}

impl Read for LoadTokenListData {
    fn read(request: Json<'_>) -> Self {
        Self {
            token: request.text("token"),
            correlation_token: request.text("correlationToken"),
            list_id: request.text("listId"),
            page_token: request.text("pageToken"),
        }
    }
}

/// Declares reports of what failed on the device.
macro_rules! runtime_errors {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name {
                /// The token of the document.
                pub token: String,
                /// What failed, in Amazon's JSON: `type`, `reason`, `message` and so on.
                pub errors: Vec<Value>,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    Self { token: request.text("token"), errors: values(request, "errors") }
                }
            }
        )*
    };
}

runtime_errors! {
    /// `Alexa.Presentation.APL.RuntimeError`: a list of a document failed.
    RuntimeError,
    /// `Alexa.Presentation.APLA.RuntimeError`: the sound of a document failed.
    AudioRuntimeError,
}

fn values(request: Json<'_>, key: &str) -> Vec<Value> {
    request.list(key).filter_map(|value| value.0.cloned()).collect()
}

/// What the screen of the device shows, in Amazon's JSON: `token`, `componentsVisibleOnScreen` and so on.
#[must_use]
pub fn state(cx: &Context) -> Option<Value> {
    cx.surroundings("Alexa.Presentation.APL")
}

/// Declares the directives that show a document.
macro_rules! render {
    ($($(#[$doc:meta])* $name:ident $kind:literal $(, $profile:literal)?);* $(;)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            #[must_use = "it does nothing until it is in an answer"]
            pub struct $name {
                token: String,
                document: Value,
                datasources: Option<Value>,
            }

            impl $name {
                /// A document: in APL's JSON, or a link such as `{"type": "Link", "src": "doc://alexa/apl/documents/name"}`. The token names
                /// it in requests and commands.
                pub fn new(token: impl Into<String>, document: Value) -> Self {
                    Self { token: token.into(), document, datasources: None }
                }

                /// The data that the document shows.
                pub fn datasources(mut self, datasources: Value) -> Self {
                    self.datasources = Some(datasources);
                    self
                }
            }

            impl From<$name> for Directive {
                fn from(shown: $name) -> Self {
                    let mut json = json!({"token": shown.token, "document": shown.document});
                    if let Some(datasources) = shown.datasources {
                        json["datasources"] = datasources;
                    }
                    $(json["targetProfile"] = $profile.into();)?
                    Directive::new($kind, json)
                }
            }
        )*
    };
}

render! {
    /// Shows a document.
    RenderDocument "Alexa.Presentation.APL.RenderDocument";
    /// Plays a document of APL for audio.
    RenderAudio "Alexa.Presentation.APLA.RenderDocument";
    /// Shows a document on a clock's display of four characters.
    RenderText "Alexa.Presentation.APLT.RenderDocument", "FOUR_CHARACTER_CLOCK";
}

/// Declares the directives that run commands.
macro_rules! execute {
    ($($(#[$doc:meta])* $name:ident $kind:literal);* $(;)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            #[must_use = "it does nothing until it is in an answer"]
            pub struct $name {
                /// The token of the document.
                pub token: String,
                /// The commands, in APL's JSON.
                pub commands: Vec<Value>,
            }

            impl From<$name> for Directive {
                fn from(run: $name) -> Self {
                    Directive::new($kind, json!({"token": run.token, "commands": run.commands}))
                }
            }
        )*
    };
}

execute! {
    /// Runs commands in a document that is shown.
    ExecuteCommands "Alexa.Presentation.APL.ExecuteCommands";
    /// Runs commands in a document on a clock's display.
    ExecuteTextCommands "Alexa.Presentation.APLT.ExecuteCommands";
}

/// Changes the items of a list that is shown.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct UpdateIndexListData {
    /// The token of the document.
    pub token: String,
    /// The list.
    pub list_id: String,
    /// The version of the list after the change.
    pub list_version: i64,
    /// The changes, in APL's JSON.
    pub operations: Vec<Value>,
}

impl From<UpdateIndexListData> for Directive {
    fn from(update: UpdateIndexListData) -> Self {
        let UpdateIndexListData { token, list_id, list_version, operations } = update;
        let json = json!({"token": token, "listId": list_id, "listVersion": list_version, "operations": operations});
        Directive::new("Alexa.Presentation.APL.UpdateIndexListData", json)
    }
}

/// The answer to a list that wants more: its items, and nothing else.
#[derive(Clone, Debug)]
#[must_use = "an answer is what the handler returns"]
pub struct ListData(Option<Directive>);

impl ListData {
    /// No items.
    pub fn none() -> Self {
        Self(None)
    }

    /// Items by their place, beginning with the first that was asked for.
    pub fn at_index(request: &LoadIndexListData, items: Vec<Value>) -> Self {
        let mut json = list(&request.correlation_token, &request.list_id, items);
        json.insert("startIndex".to_owned(), request.start_index.into());
        Self(Some(Directive::new("Alexa.Presentation.APL.SendIndexListData", json.into())))
    }

    /// The items of a page, and the token of the next one, where there is one.
    pub fn page(request: &LoadTokenListData, items: Vec<Value>, next_page_token: Option<String>) -> Self {
        let mut json = list(&request.correlation_token, &request.list_id, items);
        json.insert("pageToken".to_owned(), request.page_token.as_str().into());
        if let Some(next) = next_page_token {
            json.insert("nextPageToken".to_owned(), next.into());
        }
        Self(Some(Directive::new("Alexa.Presentation.APL.SendTokenListData", json.into())))
    }
}

fn list(correlation_token: &str, list_id: &str, items: Vec<Value>) -> Map<String, Value> {
    Map::from_iter([
        ("correlationToken".to_owned(), correlation_token.into()),
        ("listId".to_owned(), list_id.into()),
        ("items".to_owned(), items.into()),
    ])
}

impl IntoResponse for ListData {
    fn into_response(self) -> Response {
        Response::of_directives(self.0.into_iter().collect())
    }
}
