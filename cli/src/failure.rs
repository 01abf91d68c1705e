//! What kept the tool from working: usage, files, environment. Problems of the skill are diagnostics instead.

use crate::terminal::Look;
use anstyle::Style;
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

    /// The same failure, with another name for what it calls `from`.
    #[must_use]
    pub fn renamed(mut self, from: &str, to: &str) -> Self {
        self.message = self.message.replace(from, to);
        self.helps.iter_mut().for_each(|help| *help = help.replace(from, to));
        self
    }

    /// Something could not be done to a file.
    pub fn file(path: &Path, cannot: &str, error: &io::Error) -> Self {
        Failure::new(format!("`{}` {cannot}: {}", path.display(), reason(error)))
    }

    /// The failure as text for standard error.
    pub fn render(&self, look: Look) -> String {
        sentence("error", look.paint(look.error()), &self.message, &self.helps, look)
    }
}

/// A message under its word, with what the user can do, one line each.
pub fn sentence(word: &str, style: Style, message: &str, helps: &[String], look: Look) -> String {
    let bold = look.paint(look.bold());
    let mut out = format!("{style}{word}{style:#}{bold}: {}{bold:#}\n", clean::line(message));
    for help in helps {
        let help = clean::lines(help).replace('\n', "\n          ");
        writeln!(out, "  = {bold}help{bold:#}: {help}").expect("a string takes all that is written");
    }
    out
}

/// What the operating system says, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let said = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = said.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
