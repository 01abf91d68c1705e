//! What the skill says.

mod arg;
pub(crate) mod escape;
pub(crate) mod ssml;

use crate::chance::Pick;
use crate::declare::{Piece, Text};

pub(crate) use arg::Arg;
pub use arg::{AnyArg, DateArg, NumberArg, TextArg, TimeArg};

/// What is said at once mostly fits.
const ROOM: usize = 250;

/// Words to say: a text of skill.yaml, plain text, or SSML of your own. A text of skill.yaml is said in the locale of the
/// request, in one of its variations.
#[derive(Clone, Debug)]
pub struct Speech {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    Text(&'static Text, Vec<Arg>),
    Plain(String),
    Ssml(String),
}

impl Speech {
    /// Plain text; what would be markup is escaped. The texts of skill.yaml exist in every locale, this one does not.
    pub fn text(text: impl Into<String>) -> Self {
        Self { parts: vec![Part::Plain(text.into())] }
    }

    /// SSML, with or without `<speak>` around it. It is checked before it is sent, and never escaped: values that come
    /// from outside do not belong in it.
    pub fn ssml(ssml: impl Into<String>) -> Self {
        Self { parts: vec![Part::Ssml(ssml.into())] }
    }

    /// Says something more.
    #[must_use]
    pub fn then(mut self, more: Speech) -> Self {
        self.parts.extend(more.parts);
        self
    }

    /// A text of skill.yaml with its arguments.
    #[doc(hidden)]
    #[must_use]
    pub fn of<const N: usize>(text: &'static Text, args: [AnyArg; N]) -> Self {
        Self::with_args(text, args.into_iter().map(|arg| arg.0).collect())
    }

    pub(crate) fn with_args(text: &'static Text, args: Vec<Arg>) -> Self {
        Self { parts: vec![Part::Text(text, args)] }
    }

    /// The SSML, `<speak>` around it, or why there cannot be any.
    pub(crate) fn render(&self, locale: usize, pick: &Pick) -> Result<String, ssml::Fault> {
        const BEGIN: &str = "<speak>";
        let mut out = String::with_capacity(ROOM);
        out.push_str(BEGIN);
        for part in &self.parts {
            if out.len() > BEGIN.len() {
                out.push(' ');
            }
            match part {
                Part::Text(text, args) => say(text, args, locale, pick, &mut out),
                Part::Plain(text) => escape::push(&mut out, text),
                Part::Ssml(ssml) => out.push_str(ssml::check(ssml)?),
            }
        }
        out.push_str("</speak>");
        Ok(out)
    }
}

fn say(text: &Text, args: &[Arg], locale: usize, pick: &Pick, out: &mut String) {
    for piece in variation(text, locale, pick) {
        match *piece {
            Piece::Ssml(ssml) => out.push_str(ssml),
            Piece::Arg(place) => {
                if let Some(arg) = args.get(place) {
                    arg.push(out);
                }
            }
        }
    }
}

fn variation(text: &Text, locale: usize, pick: &Pick) -> &'static [Piece] {
    let version = text.by_locale.get(locale).copied().unwrap_or(0);
    let Some(variations) = text.versions.get(usize::from(version)) else { return &[] };
    let chosen = if variations.len() > 1 { pick(variations.len()).min(variations.len() - 1) } else { 0 };
    variations.get(chosen).copied().unwrap_or(&[])
}
