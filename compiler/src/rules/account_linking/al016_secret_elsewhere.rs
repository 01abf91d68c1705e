use crate::diagnostic::Report;
use crate::raw::{entries, items};
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use crate::url::Url;
use crate::yaml::{Entry, Value};

rule! {
    /// A client secret stands in a URL or in the raw block `amazon.account_linking`.
    ///
    /// There is one place for it, `client_secret`, and even there it is only referred to. What stands in the raw block is written into
    /// account-linking.json, and a URL is shown to users and kept in logs.
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
    ///   account_linking: { clientSecret: wonderland }
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
    AL016 "secret-elsewhere" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Some(raw) = skill.amazon.account_linking {
        for key in keys(raw.value).into_iter().filter(|key| is_secret(key.value)) {
            report.push(
                RULE.at(key.span, "`amazon.account_linking` carries the client secret")
                    .note("what stands here is written into account-linking.json")
                    .help("write `client_secret: env:NAME` in `account_linking`, and have your service issue a new secret"),
            );
        }
    }
    let Some(linking) = &skill.linking else { return };
    for (key, text) in linking.urls().chain(linking.app_urls()) {
        if Url::parse(text.value).is_some_and(|url| url.parameters().any(|(name, _)| is_secret(name))) {
            report.push(
                RULE.at(text.span, format!("`{key}` carries the client secret in its query"))
                    .note("users and logs see the query of a URL")
                    .help("remove it, write `client_secret: env:NAME`, and have your service issue a new secret"),
            );
        }
    }
}

/// The keys of the raw block, however deep they lie.
fn keys<'t>(value: Value<'t>) -> Vec<Text<'t>> {
    let below = |entry: Entry<'t>| std::iter::once(entry.key).chain(keys(entry.value)).collect::<Vec<_>>();
    entries(value).flat_map(below).chain(items(value).flat_map(keys)).collect()
}

/// `clientSecret`, however it is written.
pub(crate) fn is_secret(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).eq("clientsecret".chars())
}
