use super::{Known, Spoken, Value};

/// A filled slot: understood, or only heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard<T> {
    /// The value, and the words for it.
    Understood(Known<T>),
    /// Words that fit no value of the type.
    NotUnderstood(String),
}

impl<T> Heard<T> {
    /// The value, if it was understood.
    #[must_use]
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Understood(known) => Some(known),
            Self::NotUnderstood(_) => None,
        }
    }

    /// What Alexa heard.
    #[must_use]
    pub fn raw(&self) -> &str {
        match self {
            Self::Understood(known) => known.raw(),
            Self::NotUnderstood(raw) => raw,
        }
    }
}

impl<T: Value> Heard<T> {
    pub(crate) fn new(spoken: &Spoken<'_>) -> Self {
        match T::understand(spoken) {
            Some(value) => Self::Understood(Known::new(value, spoken.said())),
            None => Self::NotUnderstood(spoken.said().to_owned()),
        }
    }
}
