//! The account-linking request, as skill.yaml says it.

use super::node::{Map, Node};
use super::taken::{Taken, whole};
use crate::emit::placeheld;
use crate::package::envelope::{self, Opened};
use crate::package::json::{Value, text};
use crate::syntax::{ClientAuthentication, Enablement};
use std::borrow::Cow;

/// What is known of account linking.
pub(super) struct Linking<'t> {
    /// Under `account_linking`.
    pub keys: Map<'t>,
    /// What goes out as it is.
    pub amazon: Option<Map<'t>>,
    /// Whether the document is what Amazon answers, which never has the secret.
    pub is_answer: bool,
    /// The ways to keys of which the values seem to be secrets, and are not taken over.
    pub dropped: Vec<String>,
}

/// Reads a request or an answer, in its envelope or without. `variable` is the environment variable that is to hold the secret.
pub(super) fn read<'t>(value: &'t Value<'t>, variable: &str) -> Linking<'t> {
    let Opened { envelope, inside, .. } = envelope::linking(value);
    let is_answer = envelope == envelope::ANSWER;
    let mut taken = Taken::from(inside);
    let keys = keys(&mut taken, is_answer, variable);
    let (mut amazon, mut dropped) = (taken.rest(), Vec::new());
    amazon.iter_mut().for_each(|rest| drop_secrets(rest, "", &mut dropped));
    Linking { keys, amazon: amazon.filter(|rest| !rest.is_empty()), is_answer, dropped }
}

/// Drops what seems to be a secret, however deep it lies, and tells the ways there.
fn drop_secrets(map: &mut Map<'_>, above: &str, dropped: &mut Vec<String>) {
    map.0.retain_mut(|(key, node)| {
        let way = format!("{above}{key}");
        if names_secret(key) {
            dropped.push(way);
            return false;
        }
        drop_secrets_in(node, &format!("{way}."), dropped);
        !matches!(node, Node::Map(map) if map.is_empty())
    });
}

fn drop_secrets_in(node: &mut Node<'_>, above: &str, dropped: &mut Vec<String>) {
    match node {
        Node::Map(map) => drop_secrets(map, above, dropped),
        Node::List(items) => items.iter_mut().for_each(|item| drop_secrets_in(item, above, dropped)),
        _ => {}
    }
}

fn keys<'t>(taken: &mut Taken<'t>, is_answer: bool, variable: &str) -> Map<'t> {
    let said = |taken: &mut Taken<'t>, key: &str| taken.text(key).map(Node::text);
    let quoted = taken.take("skipOnEnablement", |skip| Enablement::word_for(text(skip)?));
    let unquoted = taken.truth("skipOnEnablement").map(|skip| if skip { "optional" } else { "required" });
    let grant = grant(taken);
    let is_implicit = matches!(grant, Some(Node::Word("implicit")));
    // What the console leaves empty where the implicit grant has no such thing.
    let is_there = |text: &&str| !(is_implicit && text.is_empty());
    let authorization_url = said(taken, "authorizationUrl");
    let token_url = taken.text("accessTokenUrl").filter(is_there).map(Node::text);
    let client_id = said(taken, "clientId");
    let secret = taken.take("clientSecret", text).filter(is_there);
    let secret = secret.map(|found| placeheld(found).map_or_else(|| format!("env:{variable}"), str::to_owned));
    let secret = secret.or_else(|| (is_answer && !is_implicit).then(|| format!("env:{variable}")));
    let authentication = taken.take("accessTokenScheme", |scheme| ClientAuthentication::word_for(text(scheme)?));
    let list = |taken: &mut Taken<'t>, key: &str| taken.texts(key).filter(|texts| !texts.is_empty()).map(Node::texts);
    let (scopes, domains) = (list(taken, "scopes"), list(taken, "domains"));
    let switch = |taken: &mut Taken<'t>, key: &str| {
        taken.take(key, |state| match text(state)? {
            "ENABLED" => Some(Node::Bool(true)),
            "DISABLED" => Some(Node::Bool(false)),
            _ => None,
        })
    };
    Map::default()
        .with("enablement", quoted.or(unquoted).map(Node::Word))
        .with("quoted_enablement", quoted.map(|_| Node::Bool(true)))
        .with("grant", grant)
        .with("authorization_url", authorization_url)
        .with("token_url", token_url)
        .with("client_id", client_id)
        .with("client_secret", secret.map(|reference| Node::Text(Cow::Owned(reference))))
        .with("client_authentication", authentication.map(Node::Word))
        .with("scopes", scopes)
        .with("domains", domains)
        .with("token_expiration", taken.int("defaultTokenExpirationInSeconds").map(Node::Int))
        .with("pkce", pkce(taken))
        .with("voice_forward", switch(taken, "voiceForwardAccountLinking"))
        .with("reciprocal_token_url", said(taken, "reciprocalAccessTokenUrl"))
        .with("app_to_app", app_to_app(taken))
}

/// Whether what stands under the key is nothing for a file that people commit.
fn names_secret(key: &str) -> bool {
    let letters: String = key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    ["secret", "password", "accesstoken", "refreshtoken", "idtoken", "apikey", "credential"].iter().any(|name| letters.ends_with(name))
}

/// The authorization code grant needs not be said; `type` is always written, unless that is taken away.
fn grant<'t>(taken: &mut Taken<'t>) -> Option<Node<'t>> {
    let said = taken.take("type", |grant| match text(grant)? {
        "AUTH_CODE" => Some(None),
        "IMPLICIT" => Some(Some(Node::Word("implicit"))),
        _ => None,
    });
    if said.is_none() && !taken.has("type") {
        taken.put("type", Node::Null);
    }
    said.flatten()
}

fn pkce<'t>(taken: &mut Taken<'t>) -> Option<Node<'t>> {
    taken.take("pkceConfiguration", |value| {
        whole(value, |pkce| {
            pkce.text("codeChallengeMethod").filter(|method| *method == "S256")?;
            match pkce.text("status")? {
                "ENABLED" => Some(Node::Bool(true)),
                "DISABLED" => Some(Node::Bool(false)),
                _ => None,
            }
        })
    })
}

fn app_to_app<'t>(taken: &mut Taken<'t>) -> Option<Node<'t>> {
    let redirects = taken.texts("redirectUrls").filter(|urls| !urls.is_empty()).map(Node::texts);
    let mut platforms: [Option<&str>; 2] = [None, None];
    taken.items("authorizationUrlsByPlatform", |item| {
        let (platform, url) = whole(item, |item| Some((item.text("platformType")?, item.text("platformAuthorizationUrl")?)))?;
        let place = ["iOS", "Android"].iter().position(|known| *known == platform)?;
        platforms[place].is_none().then(|| platforms[place] = Some(url))
    });
    let [ios, android] = platforms.map(|url| url.map(Node::text));
    let map = Map::default().with("redirect_urls", redirects).with("ios", ios).with("android", android);
    (!map.is_empty()).then_some(Node::Map(map))
}
