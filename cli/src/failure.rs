//! What kept the tool from working: usage, files, environment. Problems of the skill are diagnostics instead.

use crate::terminal::Look;
use sayso_compiler::render::clean;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Why the tool could not work, and what the user can do.
#[derive(Debug)]
pub struct Failure {
    message: String,
    helps: Vec<String>,
}

impl Failure {
    /// What is true, in one line, without a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Failure { message: message.into(), helps: Vec::new() }
    }

    /// What the user can do now.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    /// Something could not be done to a file.
    pub fn file(path: &Path, cannot: &str, error: &io::Error) -> Self {
        Failure::new(format!("`{}` {cannot}: {}", path.display(), reason(error)))
    }

    /// The failure as text for standard error.
    pub fn render(&self, look: Look) -> String {
        let (error, bold) = (look.paint(look.error()), look.paint(look.bold()));
        let mut out = format!("{error}error{error:#}{bold}: {}{bold:#}\n", clean::line(&self.message));
        for help in &self.helps {
            let help = clean::lines(help).replace('\n', "\n          ");
            writeln!(out, "  = {bold}help{bold:#}: {help}").expect("a string takes all that is written");
        }
        out
    }
}

/// What the operating system says, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let said = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = said.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
