//! The account-linking request, by the keys of skill.yaml.

use super::fact::{Fact, Kind, Parts};
use super::json::{fact, set, word};
use crate::package::envelope::{self, Opened};
use crate::package::fields::Fields;
use crate::package::json::{Value, text};
use crate::syntax::{ClientAuthentication, Enablement, Grant};

/// Who tells of the client secret.
pub(super) enum Teller<'a> {
    /// A skill.yaml, with its reference to the secret.
    Skill(Option<&'a str>),
    /// A package, which says at most that there is one.
    Package,
}

/// Reads a request or an answer, in its envelope or without. The value of the secret is not even looked at.
pub(super) fn read<'a>(value: &'a Value<'a>, teller: Teller<'a>) -> Parts<'a> {
    let Opened { envelope, inside: mut fields, .. } = envelope::linking(value);
    let mut parts = Parts::new(Kind::Keys);
    put(&mut parts, "client_secret", secret(&mut fields, teller));
    keys(&mut fields, &mut parts);
    platforms(&mut fields, &mut parts);
    pkce(&mut fields, &mut parts);
    parts.leave(fields, &["amazon", "account_linking"]);
    if envelope == envelope::ANSWER {
        for key in UNTOLD {
            if parts.get(key).is_none() {
                put(&mut parts, key, Some(Fact::Unknown));
            }
        }
    } else if parts.get("enablement").is_none() {
        put(&mut parts, "enablement", Some(Fact::plain("required")));
    }
    let mut all = Parts::new(Kind::Linking);
    let rest = parts.by_name.remove("amazon");
    all.put(&["account_linking"], Fact::Parts(parts));
    all.put(&["amazon"], rest);
    all
}

/// What Amazon takes, and leaves out of its answers.
const UNTOLD: &[&str] = &["enablement", "pkce", "reciprocal_token_url"];

fn put<'a>(parts: &mut Parts<'a>, key: &'static str, found: Option<Fact<'a>>) {
    parts.put(&[key], found);
}

fn secret<'a>(fields: &mut Fields<'a>, teller: Teller<'a>) -> Option<Fact<'a>> {
    let is_there = fields.entry("clientSecret").is_some();
    match teller {
        Teller::Skill(reference) => reference.map(Fact::plain),
        Teller::Package => {
            let is_implicit = fields.see("type").and_then(text) == Some(Grant::Implicit.amazon());
            (is_there || !is_implicit).then_some(Fact::Unknown)
        }
    }
}

fn keys<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    let is_quoted = fields.see("skipOnEnablement").and_then(text).is_some_and(|skip| Enablement::word_for(skip).is_some());
    put(parts, "quoted_enablement", is_quoted.then(|| Fact::plain("true")));
    let enablement = fields.take("skipOnEnablement", |value| match value {
        Value::BooleanLit(skip) => Some(Fact::plain(if skip.value { "optional" } else { "required" })),
        other => word(other, Enablement::word_for),
    });
    put(parts, "enablement", enablement);
    put(parts, "grant", fields.take("type", |value| word(value, Grant::word_for)));
    put(parts, "client_authentication", fields.take("accessTokenScheme", |value| word(value, ClientAuthentication::word_for)));
    put(parts, "voice_forward", fields.take("voiceForwardAccountLinking", |value| word(value, switch)));
    for (amazon, ours) in [
        ("authorizationUrl", "authorization_url"),
        ("accessTokenUrl", "token_url"),
        ("clientId", "client_id"),
        ("defaultTokenExpirationInSeconds", "token_expiration"),
        ("reciprocalAccessTokenUrl", "reciprocal_token_url"),
    ] {
        put(parts, ours, fields.take(amazon, fact));
    }
    put(parts, "scopes", fields.take("scopes", set));
    put(parts, "domains", fields.take("domains", set));
    parts.put(&["app_to_app", "redirect_urls"], fields.take("redirectUrls", set));
}

/// The apps' links, one for each platform.
fn platforms<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    for item in fields.list("authorizationUrlsByPlatform") {
        let mut one = Fields::or_none(item);
        let platform = one.text("platformType").unwrap_or("without a platform");
        let name = match platform {
            "iOS" => "ios",
            "Android" => "android",
            other => other,
        };
        let url = one.take("platformAuthorizationUrl", fact).unwrap_or_else(|| Fact::plain("there"));
        parts.within("app_to_app", Kind::Keys).add(name, url);
        parts.leave(one, &["amazon", "account_linking", "authorizationUrlsByPlatform", platform]);
    }
}

/// `S256` is the only method there is.
fn pkce<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    let Some(mut pkce) = fields.object("pkceConfiguration") else { return };
    let status = pkce.take("status", |status| word(status, switch));
    put(parts, "pkce", status);
    let method = pkce.take("codeChallengeMethod", Some).filter(|method| text(method) != Some("S256"));
    parts.put(&["amazon", "account_linking", "pkceConfiguration", "codeChallengeMethod"], method.and_then(fact));
    parts.leave(pkce, &["amazon", "account_linking", "pkceConfiguration"]);
}

fn switch(said: &str) -> Option<&'static str> {
    match said {
        "ENABLED" => Some("true"),
        "DISABLED" => Some("false"),
        _ => None,
    }
}
