//! Directives, of whatever kind.

use std::fmt;

use serde_json::Value;

/// A directive. Those of a declared interface are made from its own types, such as `skill::audio_player::Play`; this is for the rest.
///
/// A directive of an interface that skill.yaml does not declare is not sent: Alexa would refuse the whole answer.
#[derive(Clone, Debug)]
pub struct Directive {
    kind: String,
    json: Value,
}

/// The JSON is no directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MalformedDirective(&'static str);

impl Directive {
    /// Takes a directive from JSON: an object with its `type`.
    ///
    /// Dialog directives come from the typed intent instead ([`Response::elicit`](crate::Response::elicit) and its like),
    /// since Alexa refuses one for an intent or slot without a dialog. `Dialog.UpdateDynamicEntities` is the exception.
    ///
    /// ```
    /// use sayso::Directive;
    ///
    /// assert!(Directive::from_json(serde_json::json!({"type": "AudioPlayer.Stop"})).is_ok());
    /// assert!(Directive::from_json(serde_json::json!({"type": "Dialog.Delegate"})).is_err());
    /// ```
    ///
    /// # Errors
    /// If the JSON has no `type`, or is a dialog directive.
    pub fn from_json(json: Value) -> Result<Self, MalformedDirective> {
        let kind = json.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
        if kind.trim().is_empty() {
            return Err(MalformedDirective("a directive is an object with a `type`"));
        }
        if kind.starts_with("Dialog.") && kind != "Dialog.UpdateDynamicEntities" {
            return Err(MalformedDirective("dialog directives are made from the typed intent, as with `Response::elicit`"));
        }
        Ok(Self { kind, json })
    }

    /// One that the runtime has a type for; `json` is an object without the `type`.
    pub(crate) fn new(kind: &str, mut json: Value) -> Self {
        if let Value::Object(fields) = &mut json {
            fields.insert("type".to_owned(), kind.into());
        }
        Self { kind: kind.to_owned(), json }
    }

    pub(crate) fn kind(&self) -> &str {
        &self.kind
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }
}

impl fmt::Display for MalformedDirective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for MalformedDirective {}
