//! Keeps the tokens of a request out of whatever leaves its turn.

use secrecy::ExposeSecret;

use crate::wire::Secret;

// A shorter text is no real token, and would be found inside ordinary words.
const SHORTEST: usize = 12;

/// Every token of a request, those that do not count too.
#[derive(Clone)]
pub(crate) struct Tokens([Option<Secret>; 4]);

impl Tokens {
    pub(crate) fn new(tokens: [Option<&Secret>; 4]) -> Self {
        Self(tokens.map(Option::<&Secret>::cloned))
    }

    pub(crate) fn guard(&self) -> Guard<'_> {
        Guard(self)
    }
}

/// Finds the tokens of a request where they must not be.
#[derive(Clone, Copy)]
pub(crate) struct Guard<'a>(&'a Tokens);

impl<'a> Guard<'a> {
    pub(crate) fn tokens(self) -> Tokens {
        self.0.clone()
    }

    fn secrets(&self) -> impl Iterator<Item = &'a str> {
        self.0.0.iter().flatten().map(|token| token.expose_secret()).filter(|secret| secret.len() >= SHORTEST)
    }

    /// Whether the text holds a token.
    pub(crate) fn finds(&self, text: &str) -> bool {
        self.secrets().any(|secret| text.contains(secret))
    }

    /// The text without tokens, for the log.
    pub(crate) fn redact(&self, text: String) -> String {
        // The longer one first: the other may be a part of it.
        let mut secrets: Vec<&str> = self.secrets().filter(|secret| text.contains(secret)).collect();
        secrets.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.into_iter().fold(text, |text, secret| text.replace(secret, "[token]"))
    }
}
