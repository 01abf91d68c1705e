//! The formats, and the one function that renders any of them.

use super::places::Places;
use super::{full, github, json, sarif, short};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use std::fmt;
use std::str::FromStr;

/// What diagnostics are rendered as.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// With the lines of the source, for people.
    #[default]
    Full,
    /// One line each, as compilers have always done it.
    Short,
    /// One JSON object a line.
    Json,
    /// A SARIF 2.1.0 log, for code scanning.
    Sarif,
    /// Workflow commands, which GitHub shows as annotations.
    Github,
}

impl Format {
    /// All formats, in the order in which help texts list them.
    pub const ALL: [Format; 5] = [Format::Full, Format::Short, Format::Json, Format::Sarif, Format::Github];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Short => "short",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Format::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// A name that no format has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Format::ALL.map(Format::name).join(", ");
        write!(f, "no format is called `{}`; valid are {names}", super::clean::line(&self.0))
    }
}

impl std::error::Error for UnknownFormat {}

/// What the reader's terminal can do; [`Format::Full`] alone heeds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Whether to colour the output with ANSI sequences.
    pub color: bool,
    /// How many columns a line of source may take; messages are never cut.
    pub width: usize,
    /// Whether frames are drawn with box characters instead of ASCII.
    pub unicode: bool,
}

impl Default for Style {
    /// Plain text of 100 columns.
    fn default() -> Self {
        Style { color: false, width: 100, unicode: false }
    }
}

/// The diagnostics as text that ends with a newline, or nothing where there are none (a SARIF log is never nothing).
pub fn render(format: Format, sources: &Sources, diagnostics: &[Diagnostic], style: Style) -> String {
    let places = Places::new(sources);
    let each = |one: &dyn Fn(&Diagnostic) -> String, separator: &str| {
        diagnostics.iter().map(|found| one(found) + "\n").collect::<Vec<_>>().join(separator)
    };
    match format {
        Format::Full => each(&|found| full::render(&places, found, style), "\n"),
        Format::Short => each(&|found| short::head(&places, found), ""),
        Format::Json => each(&|found| json::render(&places, found), ""),
        Format::Sarif => sarif::render(&places, diagnostics) + "\n",
        Format::Github => each(&|found| github::render(&places, found), ""),
    }
}
