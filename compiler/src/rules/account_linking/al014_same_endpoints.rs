use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;
use crate::url::Url;

rule! {
    /// `token_url` is the same as `authorization_url`.
    ///
    /// The one is a page for people, the other answers Alexa's servers with JSON. Most services have two paths for them, such as
    /// `/authorize` and `/token`; the same URL twice is likely a slip of copying.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/authorize
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
    AL014 "same-endpoints" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let find = |wanted: &str| -> Option<(Span, Url<'_>)> {
        linking.parsed_urls().find(|(key, ..)| *key == wanted).map(|(_, span, url)| (span, url))
    };
    let (Some((page_span, page)), Some((span, token))) = (find("authorization_url"), find("token_url")) else { return };
    if page.host.eq_ignore_ascii_case(token.host) && page.path().trim_end_matches('/') == token.path().trim_end_matches('/') {
        report.push(
            RULE.at(span, "`token_url` is the same as `authorization_url`")
                .also(page_span, "the login page")
                .note("users see the login page; Alexa's servers post codes to the token endpoint and expect JSON")
                .help("write the URL of your service's token endpoint"),
        );
    }
}
