//! `account_linking:`: how users link their account at the skill's OAuth 2.0 service.

use super::{Identity, List, Map, Read, Reader, TokenDecl, block, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

word! {
    /// Whether users must link to enable the skill.
    Enablement "an enablement" {
        /// Users may enable the skill and link later.
        Optional "optional" "true",
        /// The app starts linking while the skill is enabled.
        Required "required" "false",
    }
}

word! {
    /// The OAuth 2.0 grant.
    Grant "a grant" {
        /// The authorization code grant.
        AuthorizationCode "authorization_code" "AUTH_CODE",
        /// The implicit grant.
        Implicit "implicit" "IMPLICIT",
    }
}

word! {
    /// How Alexa authenticates at the token endpoint.
    ClientAuthentication "a client authentication" {
        /// With an `Authorization: Basic` header.
        HttpBasic "http_basic" "HTTP_BASIC",
        /// With credentials in the request's body.
        RequestBody "request_body" "REQUEST_BODY_CREDENTIALS",
    }
}

block! {
    /// How users link their account at the skill's OAuth 2.0 service.
    AccountLinking "`account_linking`" {
        /// A well-known OAuth service, which fills in the URLs and has its scopes checked: a name, or a name with what it needs, such as `cognito: {domain: …}`.
        provider "provider": Provider<'t>,
        /// `required` (what holds when nothing is said): the app starts linking while the skill is enabled. `optional`: users may link later. (Amazon: `skipOnEnablement`.)
        enablement "enablement": Spanned<Enablement>,
        /// `true`: `skipOnEnablement` is written as a text, `"true"` or `"false"`, as the files of some tools have it.
        quoted_enablement "quoted_enablement": Spanned<bool>,
        /// The OAuth 2.0 grant; `authorization_code` when nothing is said. (Amazon: `type`.)
        grant "grant": Spanned<Grant>,
        /// The page where the user logs in: https, port 443. (Amazon: `authorizationUrl`.)
        authorization_url "authorization_url": Text<'t>,
        /// Where codes become tokens, and tokens are refreshed. (Amazon: `accessTokenUrl`.)
        token_url "token_url": Text<'t>,
        /// Alexa's id at your service. (Amazon: `clientId`.)
        client_id "client_id": Text<'t>,
        /// A reference to Alexa's secret at your service: `env:NAME` or `file:PATH`. Never the secret itself. (Amazon: `clientSecret`.)
        client_secret "client_secret": Text<'t>,
        /// How Alexa authenticates at `token_url`. (Amazon: `accessTokenScheme`.)
        client_authentication "client_authentication": Spanned<ClientAuthentication>,
        /// The OAuth scopes: a list, or a map from each scope to why the skill asks for it.
        scopes "scopes": Scopes<'t>,
        /// Further hosts that the login page loads from. (Amazon: `domains`.)
        domains "domains": List<Text<'t>>,
        /// How many seconds a token is good for when the service does not say. (Amazon: `defaultTokenExpirationInSeconds`.)
        token_expiration "token_expiration": Spanned<i64>,
        /// Alexa uses PKCE with S256. (Amazon: `pkceConfiguration`.)
        pkce "pkce": Spanned<bool>,
        /// Users can link by voice; for Login with Amazon. (Amazon: `voiceForwardAccountLinking`.)
        voice_forward "voice_forward": Spanned<bool>,
        /// Receives Alexa's authorization codes, for services that call Alexa. (Amazon: `reciprocalAccessTokenUrl`.)
        reciprocal_token_url "reciprocal_token_url": Text<'t>,
        /// Linking between your own app and the Alexa app.
        app_to_app "app_to_app": AppToAppBlock<'t>,
        /// Whose token counts: `account` (what holds when nothing is said), `person` (the recognised speaker's alone), or `person_or_account`.
        identity "identity": Spanned<Identity>,
        /// What the access tokens are. `opaque` (what holds when nothing is said): your service tells whether one is good when it is used. `jwt` or `introspection` with settings: the skill finds out before any handler runs.
        token "token": TokenDecl<'t>,
        /// Spoken with the LinkAccount card when something needs an account and there is none. It says that a card is in the Alexa app.
        @locale prompt "prompt": Text<'t>,
    }
}

block! {
    /// Linking between your own app and the Alexa app.
    AppToAppBlock "`app_to_app`" {
        /// Your app's return URLs, when linking starts in your app. (Amazon: `redirectUrls`.)
        redirect_urls "redirect_urls": List<Text<'t>>,
        /// The universal link that opens your app on iOS, when linking starts in the Alexa app. (Amazon: `authorizationUrlsByPlatform`.)
        ios "ios": Text<'t>,
        /// The app link that opens your app on Android.
        android "android": Text<'t>,
    }
}

/// The scopes, each with why the skill asks for it where that is said.
#[derive(Clone)]
pub(crate) struct Scopes<'t> {
    pub span: Span,
    pub items: Vec<(Text<'t>, Option<Text<'t>>)>,
}

impl<'t> Read<'t> for Scopes<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let items = match value.kind() {
            Kind::Mapping(entries) => entries
                .map(|entry| match entry.value.kind() {
                    Kind::Null => (entry.key, None),
                    _ => (entry.key, Text::read(entry.key.span, entry.value, cx)),
                })
                .collect(),
            _ => List::<Text<'t>>::read(key, value, cx)?.items.into_iter().map(|scope| (scope, None)).collect(),
        };
        Some(Scopes { span: value.span(), items })
    }
}

/// A well-known OAuth service and what its URLs depend on.
#[derive(Clone)]
pub(crate) struct Provider<'t> {
    pub name: Text<'t>,
    pub settings: Option<Map<'t, Text<'t>>>,
}

impl<'t> Read<'t> for Provider<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let Kind::Mapping(mut entries) = value.kind() else {
            return Some(Provider { name: Text::read(key, value, cx)?, settings: None });
        };
        let (Some(entry), None) = (entries.next(), entries.next()) else {
            cx.wrong_kind(value, "a provider's name, or one name with its settings");
            return None;
        };
        Some(Provider { name: entry.key, settings: Map::read(entry.key.span, entry.value, cx) })
    }
}
