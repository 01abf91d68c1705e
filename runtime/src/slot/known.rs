use std::ops::Deref;

/// A slot value that was understood, with the words that the user said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    value: T,
    raw: String,
}

impl<T> Known<T> {
    pub(crate) fn new(value: T, raw: &str) -> Self {
        Self { value, raw: raw.to_owned() }
    }

    /// What Alexa heard.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> Deref for Known<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
