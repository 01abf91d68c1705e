//! Account linking, with the provider's URLs filled in.

use crate::provider::Preset;
use crate::source::{Span, Spanned, Text};
use crate::syntax::{ClientAuthentication, Enablement, Grant};
use std::borrow::Cow;

/// A text that the file says or that the provider's preset gives; the place is then the provider's.
pub type Given<'s> = Spanned<Cow<'s, str>>;

/// How accounts are linked.
pub struct Linking<'s> {
    /// The place of the `account_linking` key.
    pub key: Span,
    /// The provider's preset.
    pub provider: Option<Spanned<&'static Preset>>,
    /// Whether users must link to enable the skill, where the file says it.
    pub enablement: Option<Spanned<Enablement>>,
    /// The grant, where the file says it.
    pub grant: Option<Spanned<Grant>>,
    /// The login page.
    pub authorization_url: Option<Given<'s>>,
    /// The token endpoint.
    pub token_url: Option<Given<'s>>,
    /// Alexa's id at the service.
    pub client_id: Option<Text<'s>>,
    /// The reference to Alexa's secret.
    pub client_secret: Option<Text<'s>>,
    /// How Alexa authenticates at the token endpoint.
    pub client_authentication: Option<Spanned<ClientAuthentication>>,
    /// The scopes.
    pub scopes: Vec<Scope<'s>>,
    /// The place of `scopes`.
    pub scopes_span: Option<Span>,
    /// Further hosts of the login page.
    pub domains: Vec<Text<'s>>,
    /// How many seconds a token is good for when the service does not say.
    pub token_expiration: Option<Spanned<i64>>,
    /// Whether Alexa uses PKCE.
    pub pkce: Option<Spanned<bool>>,
    /// Whether users can link by voice.
    pub voice_forward: Option<Spanned<bool>>,
    /// Receives Alexa's authorization codes.
    pub reciprocal_token_url: Option<Text<'s>>,
    /// The app's return URLs.
    pub redirect_urls: Vec<Text<'s>>,
    /// The link that opens the app on iOS.
    pub ios: Option<Text<'s>>,
    /// The link that opens the app on Android.
    pub android: Option<Text<'s>>,
}

impl Linking<'_> {
    /// The grant; the authorization code grant when the file does not say one.
    pub fn grant(&self) -> Grant {
        self.grant.map_or(Grant::AuthorizationCode, |said| said.value)
    }

    /// The scope of that name.
    pub fn scope(&self, name: &str) -> Option<&Scope<'_>> {
        self.scopes.iter().find(|scope| scope.name.value == name)
    }
}

/// An OAuth scope.
#[derive(Clone, Debug)]
pub struct Scope<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Why the skill asks for it.
    pub why: Option<Text<'s>>,
    /// What its type is called in Rust.
    pub rust: super::Rust<'s>,
}
