//! Keeps the account's token out of whatever leaves a turn.

use secrecy::{ExposeSecret, SecretString};

// A shorter text is no real token, and would be found inside ordinary words.
const SHORTEST: usize = 12;

/// Knows the token of the turn, to find it where it must not be.
#[derive(Clone, Copy)]
pub(crate) struct Guard<'a>(Option<&'a SecretString>);

impl<'a> Guard<'a> {
    pub(crate) fn new(token: Option<&'a SecretString>) -> Self {
        Self(token)
    }

    fn secret(&self) -> Option<&'a str> {
        self.0.map(ExposeSecret::expose_secret).filter(|secret| secret.len() >= SHORTEST)
    }

    /// Whether the text holds the token.
    pub(crate) fn finds(&self, text: &str) -> bool {
        self.secret().is_some_and(|secret| text.contains(secret))
    }

    /// The text without the token, for the log.
    pub(crate) fn redact(&self, text: String) -> String {
        match self.secret() {
            Some(secret) if text.contains(secret) => text.replace(secret, "[token]"),
            _ => text,
        }
    }
}
