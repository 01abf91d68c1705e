//! The old display templates: the interface `render_template`, which Amazon keeps for skills that have it.

use serde_json::{Value, json};

use super::{Json, Read};
use crate::Directive;

/// `Display.ElementSelected`: something on the screen was touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementSelected {
    /// The token of what was touched, as the template says.
    pub token: String,
}

impl Read for ElementSelected {
    fn read(request: Json<'_>) -> Self {
        Self { token: request.text("token") }
    }
}

/// Shows a template.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct RenderTemplate(
    /// The template in Amazon's JSON, such as `{"type": "BodyTemplate1", …}`.
    pub Value,
);

impl From<RenderTemplate> for Directive {
    fn from(shown: RenderTemplate) -> Self {
        Directive::new("Display.RenderTemplate", json!({ "template": shown.0 }))
    }
}

/// Shows what the user may say.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct Hint(
    /// The words, without the wake word.
    pub String,
);

impl From<Hint> for Directive {
    fn from(hint: Hint) -> Self {
        Directive::new("Hint", json!({"hint": {"type": "PlainText", "text": hint.0}}))
    }
}
