use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A URL of `account_linking` has a fragment.
    ///
    /// What follows `#` never leaves the browser, and at the end of a login Amazon appends parameters of its own. OAuth 2.0 (RFC 6749,
    /// section 3.1) forbids fragments in the URLs of endpoints.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: "https://login.friend.dev/#/authorize"
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
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
    AL010 "url-fragment" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, span, url) in linking.parsed_urls() {
        if let Some(fragment) = url.fragment() {
            report.push(
                RULE.at(span, format!("`{key}` has the fragment `#{fragment}`"))
                    .note("OAuth 2.0 forbids fragments here: a browser does not send them, and Alexa appends its own query")
                    .help(format!("use a page whose path needs no `#{fragment}`")),
            );
        }
    }
}
