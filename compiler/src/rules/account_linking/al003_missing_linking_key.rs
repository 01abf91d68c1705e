use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Linking, Skill};
use crate::syntax::{Grant, listed};

rule! {
    /// `account_linking` lacks something that the grant needs.
    ///
    /// Every grant needs the page where users log in (`authorization_url`) and the id that Alexa has at your service (`client_id`). With
    /// the authorization code grant, Alexa also turns codes into tokens and refreshes them at `token_url`, and shows there who it is with
    /// `client_secret` in the way that `client_authentication` says. Amazon's service answers a request without one of them with a bare
    /// 400 ("Account Linking Schemas"); three public projects left out the scheme, and eight public manifests the token URL or the secret.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL003 "missing-linking-key" Error Daily
}

/// A key that may be needed, and what a file without it could write.
const ALWAYS: &[(&str, &str)] = &[("authorization_url", "https://…"), ("client_id", "…")];
const WITH_CODE: &[(&str, &str)] = &[("token_url", "https://…"), ("client_secret", "env:NAME"), ("client_authentication", "http_basic")];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let with_code = !linking.is_unread("grant") && linking.grant() == Grant::AuthorizationCode;
    let needed = ALWAYS.iter().chain(WITH_CODE.iter().filter(|_| with_code));
    let missing: Vec<_> = needed.filter(|(key, _)| !linking.is_unread(key) && is_missing(linking, key)).collect();
    if missing.is_empty() {
        return;
    }
    let keys: Vec<&str> = missing.iter().map(|(key, _)| *key).collect();
    let lines: Vec<String> = missing.iter().map(|(key, value)| format!("`{key}: {value}`")).collect();
    let mut problem = RULE.at(linking.key, format!("`account_linking` lacks {}", listed(&keys)));
    for (key, text) in [("client_id", linking.client_id), ("client_secret", linking.client_secret)] {
        if let Some(text) = text.filter(|_| keys.contains(&key)) {
            problem = problem.also(text.span, "this is empty");
        }
    }
    if keys.iter().any(|key| WITH_CODE.iter().any(|(needed, _)| needed == key)) {
        problem = problem.note("with the authorization code grant, Alexa gets its tokens at `token_url` and authenticates there");
    }
    report.push(problem.help(format!("write {}", lines.join(", "))));
}

fn is_missing(linking: &Linking<'_>, key: &str) -> bool {
    match key {
        "authorization_url" => linking.authorization_url.is_none(),
        "token_url" => linking.token_url.is_none(),
        "client_id" => linking.client_id.is_none_or(|id| id.value.trim().is_empty()),
        "client_secret" => linking.client_secret.is_none_or(|secret| secret.value.trim().is_empty()),
        _ => linking.client_authentication.is_none(),
    }
}
