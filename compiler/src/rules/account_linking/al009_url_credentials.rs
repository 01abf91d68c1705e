use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A URL of `account_linking` carries a user name or a password.
    ///
    /// What stands before `@` in a URL is sent to nobody safely: Amazon refuses such URLs, and everyone who can read skill.yaml can read
    /// the password. Alexa's credentials are `client_id` and `client_secret`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://alexa:wonderland@login.friend.dev/token
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
    AL009 "url-credentials" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, span, _) in linking.parsed_urls().filter(|(_, _, url)| url.user.is_some()) {
        report.push(
            RULE.at(span, format!("`{key}` carries credentials before its host"))
                .note("a URL is stored, logged and shown; Amazon takes none with credentials in it")
                .help("remove what stands between `://` and `@`; Alexa authenticates with `client_id` and `client_secret`"),
        );
    }
}
