use crate::diagnostic::Report;
use crate::raw::{Words, unknown_word};
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::{ClientAuthentication, Grant};
use crate::yaml::{Entry, Kind};

rule! {
    /// `amazon.account_linking` says what a key of `account_linking` says.
    ///
    /// The raw block is for what Amazon adds to its request and Sayso does not know yet. What has a key of ours is written there, where it
    /// is checked, can differ by stage, and cannot be said twice.
    ///
    /// ## Fails
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
    /// amazon:
    ///   account_linking: { skipOnEnablement: true }
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
    ///   enablement: optional
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL043 "raw-repeats-key" Error Daily
}

/// Amazon's names, and the keys of `account_linking` that say the same.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("type", "grant"),
    ("authorizationUrl", "authorization_url"),
    ("clientId", "client_id"),
    ("accessTokenUrl", "token_url"),
    ("accessTokenScheme", "client_authentication"),
    ("scopes", "scopes"),
    ("domains", "domains"),
    ("defaultTokenExpirationInSeconds", "token_expiration"),
    ("reciprocalAccessTokenUrl", "reciprocal_token_url"),
    ("redirectUrls", "app_to_app.redirect_urls"),
    ("authorizationUrlsByPlatform", "app_to_app.ios` and `app_to_app.android"),
    ("skipOnEnablement", "enablement"),
    ("voiceForwardAccountLinking", "voice_forward"),
    ("pkceConfiguration", "pkce"),
];

const WORDS: Words = &[("type", Grant::AMAZON), ("accessTokenScheme", ClientAuthentication::AMAZON)];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.account_linking else { return };
    let Kind::Mapping(entries) = raw.value.kind() else { return };
    for entry in entries.filter(|entry| !is_beyond(skill, entry)) {
        let key = entry.key;
        if let Some((_, ours)) = KEYS.iter().find(|(amazon, _)| *amazon == key.value) {
            let repeated = || RULE.at(key.span, format!("`{}` is written with the key `{ours}`", key.value));
            let problem = unknown_word(&RULE, &entry, WORDS).unwrap_or_else(repeated);
            report.push(problem.help(format!("write `{ours}` in `account_linking`, and remove it here")));
        }
    }
}

/// Whether the key of this language cannot say what stands there: that there is no grant.
fn is_beyond(skill: &Skill<'_>, entry: &Entry<'_>) -> bool {
    let is_null = matches!(entry.value.kind(), Kind::Null);
    entry.key.value == "type" && is_null && skill.linking.as_ref().is_some_and(|linking| linking.grant.is_none())
}
