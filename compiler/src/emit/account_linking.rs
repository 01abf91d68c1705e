//! The account-linking request (`AccountLinkingRequest`, in its envelope).

use super::json::{self, Json, Object, text, texts};
use super::raw;
use crate::analysis::Checked;
use crate::skill::Linking;
use std::borrow::Cow;

/// Where the secret that Alexa shows to the token endpoint is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SecretReference<'s> {
    /// In an environment variable.
    Env(&'s str),
    /// In a file.
    File(&'s str),
}

/// The reference to the secret, when the request needs one.
pub fn secret_reference<'s>(skill: &Checked<'s>) -> Option<SecretReference<'s>> {
    reference(skill.linking.as_ref()?.client_secret?.value)
}

fn reference(said: &str) -> Option<SecretReference<'_>> {
    let env = said.strip_prefix("env:").map(SecretReference::Env);
    env.or_else(|| said.strip_prefix("file:").map(SecretReference::File))
}

/// What follows the reference in the placeholder for a secret.
const FILLED_IN: &str = ": filled in by `sayso account-linking --resolved`>";

/// The reference in a placeholder that we wrote.
#[cfg(feature = "import")]
pub(crate) fn placeheld(secret: &str) -> Option<&str> {
    secret.strip_prefix('<')?.strip_suffix(FILLED_IN).filter(|said| reference(said).is_some())
}

/// `account-linking.json`, with a placeholder where the secret goes; `None` when the skill declares no account linking.
pub fn account_linking(skill: &Checked<'_>) -> Option<Vec<u8>> {
    let linking = skill.linking.as_ref()?;
    let placeholder = linking.client_secret.map(|said| format!("<{}{FILLED_IN}", said.value));
    Some(request(skill, linking, placeholder.as_deref()))
}

/// The same request with the secret in it, to be handed to another program and kept nowhere.
pub fn account_linking_with_secret(skill: &Checked<'_>, secret: Option<&str>) -> Option<Vec<u8>> {
    Some(request(skill, skill.linking.as_ref()?, secret))
}

fn request(skill: &Checked<'_>, linking: &Linking<'_>, secret: Option<&str>) -> Vec<u8> {
    let said = |said: Option<crate::source::Text<'_>>| said.map(|said| Json::Text(Cow::Owned(said.value.to_owned())));
    let list =
        |items: &[crate::source::Text<'_>]| (!items.is_empty()).then(|| Json::Array(items.iter().map(|item| owned(item.value)).collect()));
    let scopes = (!linking.scopes.is_empty()).then(|| texts(linking.scopes.iter().map(|scope| scope.name.value)));
    let pkce = linking.pkce.map(|said| {
        let status = if said.value { "ENABLED" } else { "DISABLED" };
        json::object([("status", text(status)), ("codeChallengeMethod", text("S256"))])
    });
    let skip = |said: &str| if linking.quoted_enablement { owned(said) } else { Json::Bool(said == "true") };
    let mut request = Object::default()
        .with("skipOnEnablement", linking.enablement.map(|said| skip(said.value.amazon())))
        .with("type", text(linking.grant().amazon()))
        .with("authorizationUrl", linking.authorization_url.as_ref().map(|url| owned(&url.value)))
        .with("domains", list(&linking.domains))
        .with("clientId", said(linking.client_id))
        .with("scopes", scopes)
        .with("accessTokenUrl", linking.token_url.as_ref().map(|url| owned(&url.value)))
        .with("clientSecret", secret.map(owned))
        .with("accessTokenScheme", linking.client_authentication.map(|said| text(said.value.amazon())))
        .with("defaultTokenExpirationInSeconds", linking.token_expiration.map(|said| Json::Int(said.value)))
        .with("redirectUrls", list(&linking.redirect_urls))
        .with("authorizationUrlsByPlatform", by_platform(linking))
        .with("reciprocalAccessTokenUrl", said(linking.reciprocal_token_url))
        .with("voiceForwardAccountLinking", linking.voice_forward.map(|said| text(if said.value { "ENABLED" } else { "DISABLED" })))
        .with("pkceConfiguration", pkce)
        .build();
    if let Some(patch) = skill.amazon.account_linking.and_then(raw::patch) {
        request.merge(patch);
    }
    json::bytes(&Object::default().with("accountLinkingRequest", request).build())
}

fn owned<'s>(said: &str) -> Json<'s> {
    Json::Text(Cow::Owned(said.to_owned()))
}

fn by_platform<'s>(linking: &Linking<'s>) -> Option<Json<'s>> {
    let platforms = [("iOS", linking.ios), ("Android", linking.android)];
    let urls: Vec<Json<'s>> = platforms
        .into_iter()
        .filter_map(|(platform, url)| {
            Some(json::object([("platformType", text(platform)), ("platformAuthorizationUrl", text(url?.value))]))
        })
        .collect();
    (!urls.is_empty()).then_some(Json::Array(urls))
}
