use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// `redirect_urls` holds one of Alexa's own redirect URLs.
    ///
    /// There are two kinds. Alexa's (at `pitangui.amazon.com`, `layla.amazon.com` and `alexa.amazon.co.jp`) are registered at your OAuth
    /// service, all three of them. `app_to_app.redirect_urls` are your own app's, and only linking that begins in your app needs them.
    /// Three public files mix them up.
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
    ///   app_to_app: { redirect_urls: ["https://layla.amazon.com/api/skill/link/M123"] }
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
    ///   app_to_app: { redirect_urls: ["https://app.friend.dev/linked"] }
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL029 "alexa-redirect-url" Warning Daily
}

/// Where Alexa's own redirect URLs begin.
const HOSTS: &[&str] = &["pitangui.amazon.", "layla.amazon.", "alexa.amazon."];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for redirect in &linking.redirect_urls {
        let Some(url) = Url::parse(redirect.value) else { continue };
        if HOSTS.iter().any(|host| url.host.starts_with(host)) {
            report.push(
                RULE.at(redirect.span, format!("`{}` is Alexa's host, and `redirect_urls` are those of your own app", url.host))
                    .help("register Alexa's redirect URLs at your OAuth service, and remove this one"),
            );
        }
    }
}
