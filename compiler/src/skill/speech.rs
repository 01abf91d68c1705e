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

impl<'s> SpeechText<'s> {
    /// The variations of each text that is written, with the first locale that has it: several locales may share one.
    pub fn translations(&self) -> impl Iterator<Item = (usize, &[Variation<'s>])> {
        let place = |locale: usize| self.locales[locale].first().map(|first| first.text.span);
        let is_new = move |locale: &usize| place(*locale).is_some() && (0..*locale).all(|earlier| place(earlier) != place(*locale));
        (0..self.locales.len()).filter(is_new).map(|locale| (locale, &self.locales[locale][..]))
    }
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
