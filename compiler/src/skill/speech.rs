//! What the skill says.

use super::Rust;
use crate::source::{Span, Text};

/// A text that the skill says, in all locales.
#[derive(Clone, Debug)]
pub struct SpeechText<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Its arguments, in the order of the first locale's first variation.
    pub args: Vec<SpeechArg<'s>>,
    /// The variations of each locale, in the order of the skill's locales; empty where the text is missing.
    pub locales: Vec<Vec<Variation<'s>>>,
    /// What its function is called in Rust.
    pub rust: Rust<'s>,
}

/// One way to say it.
#[derive(Clone, Debug)]
pub struct Variation<'s> {
    /// The text as it was written.
    pub text: Text<'s>,
    /// Whether it is SSML, that is, begins with `<speak>`.
    pub ssml: bool,
    /// Its pieces.
    pub pieces: Vec<Piece<'s>>,
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub enum Piece<'s> {
    /// Said as it is.
    Literal(&'s str),
    /// The argument at that place of [`SpeechText::args`].
    Arg(usize),
}

/// An argument of a text.
#[derive(Clone, Debug)]
pub struct SpeechArg<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its type.
    pub kind: ArgKind,
    /// Where it first occurs.
    pub span: Span,
    /// What the parameter is called in Rust.
    pub rust: String,
}

/// The types of arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgKind {
    /// Text, escaped.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// A time of day.
    Time,
}

impl ArgKind {
    /// The words for the types.
    pub const WORDS: &'static [&'static str] = &["text", "number", "date", "time"];

    /// The type that `word` stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "text" => ArgKind::Text,
            "number" => ArgKind::Number,
            "date" => ArgKind::Date,
            "time" => ArgKind::Time,
            _ => return None,
        })
    }
}
