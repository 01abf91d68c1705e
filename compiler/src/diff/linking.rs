//! The account-linking request, by the keys of skill.yaml.

use super::fact::{Fact, Kind, Parts};
use super::json::{Fields, fact, set, text};
use super::manifest::ours;
use crate::package::json::Value;
use crate::syntax::{ClientAuthentication, Grant};

/// Who tells of the client secret.
pub(super) enum Teller<'a> {
    /// A skill.yaml, with its reference to the secret.
    Skill(Option<&'a str>),
    /// A package, which says at most that there is one.
    Package,
}

/// Reads a request or an answer, in its envelope or without. The value of the secret is not even looked at.
pub(super) fn read<'a>(value: &'a Value<'a>, teller: Teller<'a>) -> Parts<'a> {
    let mut envelope = Fields::or_none(Some(value));
    let (mut fields, is_answer) = match (envelope.object("accountLinkingRequest"), envelope.object("accountLinkingResponse")) {
        (Some(request), _) => (request, false),
        (None, Some(answer)) => (answer, true),
        (None, None) => (envelope, false),
    };
    let mut parts = Parts::new(Kind::Keys);
    put(&mut parts, "client_secret", secret(&mut fields, teller));
    keys(&mut fields, &mut parts);
    platforms(&mut fields, &mut parts);
    pkce(&mut fields, &mut parts);
    fields.leave(&mut parts, &["amazon", "account_linking"]);
    if is_answer {
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
    let is_there = fields.take("clientSecret").is_some();
    match teller {
        Teller::Skill(reference) => reference.map(Fact::plain),
        Teller::Package => {
            let is_implicit = fields.see("type").and_then(text) == Some(Grant::Implicit.amazon());
            (is_there || !is_implicit).then_some(Fact::Unknown)
        }
    }
}

fn keys<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    let enablement = fields.take("skipOnEnablement").and_then(|value| match value {
        Value::BooleanLit(skip) => Some(Fact::plain(if skip.value { "optional" } else { "required" })),
        other => fact(other),
    });
    put(parts, "enablement", enablement);
    let word =
        |value: &'a Value<'a>, word: fn(&str) -> Option<&'static str>| text(value).and_then(word).map(Fact::plain).or_else(|| fact(value));
    put(parts, "grant", fields.take("type").and_then(|value| word(value, grant)));
    put(parts, "client_authentication", fields.take("accessTokenScheme").and_then(|value| word(value, authentication)));
    put(parts, "voice_forward", fields.take("voiceForwardAccountLinking").and_then(|value| word(value, switch)));
    for (amazon, ours) in [
        ("authorizationUrl", "authorization_url"),
        ("accessTokenUrl", "token_url"),
        ("clientId", "client_id"),
        ("defaultTokenExpirationInSeconds", "token_expiration"),
        ("reciprocalAccessTokenUrl", "reciprocal_token_url"),
    ] {
        put(parts, ours, fields.take(amazon).and_then(fact));
    }
    put(parts, "scopes", fields.take("scopes").and_then(set));
    put(parts, "domains", fields.take("domains").and_then(set));
    parts.put(&["app_to_app", "redirect_urls"], fields.take("redirectUrls").and_then(set));
}

/// The apps' links, one for each platform.
fn platforms<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    for item in fields.list("authorizationUrlsByPlatform") {
        let mut one = Fields::or_none(Some(item));
        let platform = one.text("platformType").unwrap_or("without a platform");
        let name = match platform {
            "iOS" => "ios",
            "Android" => "android",
            other => other,
        };
        let url = one.take("platformAuthorizationUrl").and_then(fact).unwrap_or_else(|| Fact::plain("there"));
        parts.within("app_to_app", Kind::Keys).add(name, url);
        one.leave(parts, &["amazon", "account_linking", "authorizationUrlsByPlatform", platform]);
    }
}

/// `S256` is the only method there is.
fn pkce<'a>(fields: &mut Fields<'a>, parts: &mut Parts<'a>) {
    let Some(mut pkce) = fields.object("pkceConfiguration") else { return };
    let status = pkce.take("status").and_then(|status| text(status).and_then(switch).map(Fact::plain).or_else(|| fact(status)));
    put(parts, "pkce", status);
    let method = pkce.take("codeChallengeMethod").filter(|method| text(method) != Some("S256"));
    parts.put(&["amazon", "account_linking", "pkceConfiguration", "codeChallengeMethod"], method.and_then(fact));
    pkce.leave(parts, &["amazon", "account_linking", "pkceConfiguration"]);
}

fn grant(said: &str) -> Option<&'static str> {
    ours(Grant::WORDS, Grant::from_word, Grant::amazon, said)
}

fn authentication(said: &str) -> Option<&'static str> {
    ours(ClientAuthentication::WORDS, ClientAuthentication::from_word, ClientAuthentication::amazon, said)
}

fn switch(said: &str) -> Option<&'static str> {
    match said {
        "ENABLED" => Some("true"),
        "DISABLED" => Some("false"),
        _ => None,
    }
}
