//! What the access tokens are, and how the skill finds out whether one is valid.

use super::Given;
use crate::provider::Preset;
use crate::source::{Span, Spanned, Text};
use crate::syntax::{AlgorithmName, ClientAuthentication, Identity};
use std::borrow::Cow;

/// The tokens of the skill, or of one stage that has account linking of its own.
pub struct Tokens<'s> {
    /// The stage; `None` is what holds for the rest.
    pub stage: Option<Text<'s>>,
    /// The id of the skill that the stage is pushed to.
    pub skill_id: Option<Text<'s>>,
    /// The place of `token`, or of `account_linking` where nothing is said of tokens.
    pub key: Span,
    /// Whose token counts, where it is said at this place.
    pub identity: Option<Spanned<Identity>>,
    /// The OAuth service, where it is known, and what tells it.
    pub service: Option<Spanned<&'static Preset>>,
    /// What they are; `None` could not be made out, which has been reported.
    pub token: Option<Token<'s>>,
}

/// What access tokens are.
pub enum Token<'s> {
    /// Nothing is known of them.
    Opaque,
    /// They are signed.
    Jwt(Jwt<'s>),
    /// The service is asked.
    Introspection(Introspection<'s>),
}

/// What a signed token has to have.
pub struct Jwt<'s> {
    /// Who issues it.
    pub issuer: Option<Given<'s>>,
    /// What it is for and whom it was issued to.
    pub terms: Terms<'s>,
    /// Where the keys are.
    pub keys_url: Option<Given<'s>>,
    /// The algorithms that count.
    pub(crate) algorithms: Vec<AlgorithmName<'s>>,
    /// The keys that are there, or follow from the provider, and could not be made out; that has been reported.
    pub unread: Vec<&'static str>,
}

/// Where the service is asked, and what its answer has to have.
pub struct Introspection<'s> {
    /// The endpoint.
    pub url: Option<Given<'s>>,
    /// The skill's own id there.
    pub client_id: Option<Text<'s>>,
    /// The reference to its secret.
    pub client_secret: Option<Text<'s>>,
    /// How it authenticates.
    pub client_authentication: ClientAuthentication,
    /// Who issued the token, where that is said.
    pub issuer: Option<Text<'s>>,
    /// What the token is for and whom it was issued to.
    pub terms: Terms<'s>,
    /// For how many seconds an answer counts, where that is said.
    pub cache_seconds: Option<Spanned<i64>>,
    /// The keys that are there, or follow from the provider, and could not be made out; that has been reported.
    pub unread: Vec<&'static str>,
}

/// What binds a token to the skill.
pub struct Terms<'s> {
    /// What it is for.
    pub audience: Vec<Text<'s>>,
    /// The client that it was issued to.
    pub issued_to: Option<Text<'s>>,
}

impl Terms<'_> {
    /// Whether nothing binds it.
    pub fn is_empty(&self) -> bool {
        self.audiences().next().is_none() && self.issued_to().is_none()
    }

    /// What it is for.
    pub fn audiences(&self) -> impl Iterator<Item = &str> {
        self.audience.iter().filter_map(|said| filled(said.value))
    }

    /// The client that it was issued to.
    pub fn issued_to(&self) -> Option<&str> {
        self.issued_to.and_then(|said| filled(said.value))
    }
}

/// A text in which something stands.
pub(crate) fn filled(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}

impl<'s> Token<'s> {
    /// The key of skill.yaml.
    pub fn word(&self) -> &'static str {
        match self {
            Token::Opaque => "opaque",
            Token::Jwt(_) => "jwt",
            Token::Introspection(_) => "introspection",
        }
    }

    /// Whether the skill finds out if a token is valid, and what it says.
    pub fn is_checked(&self) -> bool {
        !matches!(self, Token::Opaque)
    }

    /// What binds a token to the skill.
    pub fn terms(&self) -> Option<&Terms<'s>> {
        match self {
            Token::Opaque => None,
            Token::Jwt(jwt) => Some(&jwt.terms),
            Token::Introspection(introspection) => Some(&introspection.terms),
        }
    }

    /// The URL that the skill fetches from, with its key; one of a preset goes by the key `provider`.
    pub fn url(&self) -> Option<(&'static str, Spanned<&str>)> {
        let (key, url) = match self {
            Token::Opaque => return None,
            Token::Jwt(jwt) => ("keys_url", jwt.keys_url.as_ref()?),
            Token::Introspection(introspection) => ("url", introspection.url.as_ref()?),
        };
        let key = if matches!(url.value, Cow::Owned(_)) { "provider" } else { key };
        Some((key, Spanned::new(url.value.as_ref(), url.span)))
    }

    /// The other texts that stand in the file, each with its key.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, Text<'_>)> {
        let (issuer, client_id) = match self {
            Token::Opaque => (None, None),
            Token::Jwt(jwt) => (jwt.issuer.as_ref().map(|issuer| Spanned::new(issuer.value.as_ref(), issuer.span)), None),
            Token::Introspection(introspection) => (introspection.issuer, introspection.client_id),
        };
        let audience = self.terms().into_iter().flat_map(|terms| &terms.audience).map(|said| ("audience", *said));
        let issued_to = self.terms().and_then(|terms| terms.issued_to).map(|said| ("issued_to", said));
        let others = [issuer.map(|said| ("issuer", said)), client_id.map(|said| ("client_id", said)), issued_to];
        others.into_iter().flatten().chain(audience)
    }
}
