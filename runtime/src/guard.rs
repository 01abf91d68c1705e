//! Keeps the tokens of a request out of whatever leaves its turn.

use secrecy::{ExposeSecret, SecretString};

use crate::speech::escape;
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
        let is_there = |other: &SecretString| text.contains(other.expose_secret());
        self.secrets().any(|secret| text.contains(secret) || rewritten(secret).iter().any(is_there))
    }

    /// The text without tokens, for the log.
    pub(crate) fn redact(&self, text: String) -> String {
        let rewritten: Vec<SecretString> = self.secrets().flat_map(rewritten).collect();
        let all = self.secrets().chain(rewritten.iter().map(SecretString::expose_secret));
        // The longer one first: the other may be a part of it.
        let mut secrets: Vec<&str> = all.filter(|secret| text.contains(secret)).collect();
        secrets.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.into_iter().fold(text, |text, secret| text.replace(secret, "[token]"))
    }
}

/// The other forms of a token that has signs which JSON, `Debug` or SSML write otherwise; SSML stands in JSON. Hardly any token has.
fn rewritten(secret: &str) -> Vec<SecretString> {
    if is_plain(secret) {
        return Vec::new();
    }
    let mut ssml = String::new();
    escape::push(&mut ssml, secret);
    let ssml = SecretString::from(ssml);
    let forms = [secret, ssml.expose_secret()].map(in_json);
    // SSML leaves signs out.
    forms.into_iter().filter(|form| form.expose_secret().len() >= SHORTEST).collect()
}

/// Looks at each byte without an end in between, so that a processor looks at many at a time: every turn does this.
fn is_plain(secret: &str) -> bool {
    let is_odd = |byte| !matches!(byte, b' '..=b'~') | matches!(byte, b'"' | b'\'' | b'\\' | b'&' | b'<' | b'>');
    !secret.bytes().fold(false, |odd, byte| odd | is_odd(byte))
}

fn in_json(text: &str) -> SecretString {
    let quoted = SecretString::from(serde_json::to_string(text).unwrap_or_default());
    let inner = quoted.expose_secret().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(text).into()
}
