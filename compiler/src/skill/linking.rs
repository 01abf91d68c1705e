//! Account linking, with the provider's URLs filled in.

use crate::placeholder::placeholder;
use crate::provider::{Preset, preset_of_url};
use crate::source::{Span, Spanned, Text};
use crate::syntax::{ClientAuthentication, Enablement, Grant};
use crate::url::Url;
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
    /// Whether that is written as a text.
    pub quoted_enablement: bool,
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
    /// The keys that are there, or follow from the provider, and could not be made out; that has been reported.
    pub unread: Vec<&'static str>,
}

impl Linking<'_> {
    /// The grant; the authorization code grant when the file does not say one.
    pub fn grant(&self) -> Grant {
        self.grant.map_or(Grant::AuthorizationCode, |said| said.value)
    }

    /// Whether `key` is there and could not be made out, which has been reported.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }

    /// The OAuth service: the provider, or the one that the URLs belong to.
    pub fn service(&self) -> Option<&'static Preset> {
        let of_url = |url: &Option<Given<'_>>| preset_of_url(&url.as_ref()?.value);
        let said = self.provider.map(|provider| provider.value);
        said.or_else(|| of_url(&self.authorization_url)).or_else(|| of_url(&self.token_url))
    }

    /// Whether Alexa asks for the account by voice, which works with Login with Amazon alone ("Voice-Forward Account Linking").
    pub fn links_by_voice(&self) -> bool {
        let is_said = self.voice_forward.is_some_and(|said| said.value);
        is_said && self.service().is_some_and(|service| service.name == "login_with_amazon")
    }

    /// What tells the service: the provider's place, or that of the login page.
    pub fn service_span(&self) -> Span {
        let url = self.authorization_url.as_ref().map(|url| url.span);
        self.provider.map(|provider| provider.span).or(url).unwrap_or(self.key)
    }

    /// The URLs that Alexa and the user's browser open, each with its key; those of a preset go by the key `provider`. What the grant has
    /// no use for is left out.
    pub fn urls(&self) -> impl Iterator<Item = (&'static str, Spanned<&str>)> {
        let authorization = self.authorization_url.as_ref().map(|url| named("authorization_url", url));
        let token = self.token_url.as_ref().map(|url| named("token_url", url));
        let reciprocal = self.reciprocal_token_url.map(|url| ("reciprocal_token_url", url));
        let with_code = [token, reciprocal].into_iter().flatten().filter(|_| self.grant() == Grant::AuthorizationCode);
        authorization.into_iter().chain(with_code)
    }

    /// Those of [`Linking::urls`] that are URLs, and wait for nothing more to be filled in.
    pub(crate) fn parsed_urls(&self) -> impl Iterator<Item = (&'static str, Span, Url<'_>)> {
        let ready = self.urls().filter(|(_, url)| placeholder(url.value).is_none());
        ready.filter_map(|(key, url)| Some((key, url.span, Url::parse(url.value).filter(Url::has_proper_host)?)))
    }

    /// The URLs that lead into the skill's own app, each with its key.
    pub fn app_urls(&self) -> impl Iterator<Item = (&'static str, Text<'_>)> {
        let redirects = self.redirect_urls.iter().filter(|_| self.grant() == Grant::AuthorizationCode);
        let redirects = redirects.map(|url| ("redirect_urls", *url));
        redirects.chain(self.ios.map(|url| ("ios", url))).chain(self.android.map(|url| ("android", url)))
    }

    /// Whether the scope is declared, be it together with others in one text.
    pub fn declares(&self, name: &str) -> bool {
        self.scopes.iter().any(|scope| scope.name.value.split([' ', ',']).any(|part| part == name))
    }

    /// The scope of that name.
    pub fn scope(&self, name: &str) -> Option<&Scope<'_>> {
        self.scopes.iter().find(|scope| scope.name.value == name)
    }
}

fn named<'l>(key: &'static str, url: &'l Given<'_>) -> (&'static str, Spanned<&'l str>) {
    let key = if matches!(url.value, Cow::Owned(_)) { "provider" } else { key };
    (key, Spanned::new(url.value.as_ref(), url.span))
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
