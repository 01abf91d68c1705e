//! Keeps the tokens of a request out of whatever leaves its turn.

use secrecy::{ExposeSecret, SecretString};

use crate::speech::escape;
use crate::wire::Secret;

// A shorter text is no real token, and would be found inside ordinary words.
const SHORTEST: usize = 12;

/// Every token of a request, those that do not count too.
#[derive(Clone)]
pub(crate) struct Tokens([Option<Token>; 4]);

#[derive(Clone)]
struct Token {
    secret: Secret,
    /// Whether everything writes it as it is. Hardly any token is not.
    is_plain: bool,
}

impl Tokens {
    pub(crate) fn new(tokens: [Option<&Secret>; 4]) -> Self {
        Self(tokens.map(|token| token.map(Token::new)))
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

    fn tokens_to_find(&self) -> impl Iterator<Item = &'a Token> {
        self.0.0.iter().flatten().filter(|token| token.text().len() >= SHORTEST)
    }

    /// Whether the text holds a token.
    pub(crate) fn finds(&self, text: &str) -> bool {
        let is_there = |other: &SecretString| text.contains(other.expose_secret());
        self.tokens_to_find().any(|token| text.contains(token.text()) || token.rewritten().iter().any(is_there))
    }

    /// The text without tokens, for the log.
    pub(crate) fn redact(&self, text: String) -> String {
        let rewritten: Vec<SecretString> = self.tokens_to_find().flat_map(Token::rewritten).collect();
        let all = self.tokens_to_find().map(Token::text).chain(rewritten.iter().map(SecretString::expose_secret));
        // The longer one first: the other may be a part of it.
        let mut secrets: Vec<&str> = all.filter(|secret| text.contains(secret)).collect();
        secrets.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.into_iter().fold(text, |text, secret| text.replace(secret, "[token]"))
    }
}

impl Token {
    fn new(secret: &Secret) -> Self {
        Self { secret: secret.clone(), is_plain: is_plain(secret.expose_secret()) }
    }

    fn text(&self) -> &str {
        self.secret.expose_secret()
    }

    /// Its other forms, where it has signs which JSON, `Debug` or SSML write otherwise; SSML stands in JSON.
    fn rewritten(&self) -> Vec<SecretString> {
        if self.is_plain {
            return Vec::new();
        }
        let mut ssml = String::new();
        escape::push(&mut ssml, self.text());
        let ssml = SecretString::from(ssml);
        let forms = [self.text(), ssml.expose_secret()].map(in_json);
        // SSML leaves signs out.
        forms.into_iter().filter(|form| form.expose_secret().len() >= SHORTEST).collect()
    }
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
