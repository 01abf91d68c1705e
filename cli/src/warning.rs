//! What does not keep the tool from working, and still deserves a look.

use crate::failure::sentence;
use crate::terminal::Look;

/// What is true, and what the user can do.
#[derive(Debug)]
pub struct Warning {
    message: String,
    helps: Vec<String>,
}

impl Warning {
    /// What is true, in one line, without a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Warning { message: message.into(), helps: Vec::new() }
    }

    /// What the user can do now.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    /// The warning as text for standard error.
    pub fn render(&self, look: Look) -> String {
        sentence("warning", look.paint(look.warning()), &self.message, &self.helps, look)
    }
}
