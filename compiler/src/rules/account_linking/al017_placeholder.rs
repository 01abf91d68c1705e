use crate::diagnostic::{Diagnostic, Report};
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;

rule! {
    /// `account_linking` still holds a placeholder.
    ///
    /// `YOUR_CLIENT_ID`, `REPLACE_ME` or `<domain>` wait for what your service gives you. The first user who links an account with them
    /// fails, and Amazon's testers are that user. Until you submit, this rule is silent.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: YOUR_CLIENT_ID
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
    AL017 "linking-placeholder" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for token in skill.tokens.iter().filter_map(|tokens| tokens.token.as_ref()) {
        for (key, text) in token.url().into_iter().chain(token.texts()).filter(|(_, text)| placeholder(text.value).is_some()) {
            report.push(still(key, text.span));
        }
    }
    let Some(linking) = &skill.linking else { return };
    let urls = linking.urls().chain(linking.app_urls());
    let id = linking.client_id.into_iter().map(|id| ("client_id", id));
    let scopes = linking.scopes.iter().map(|scope| ("scopes", scope.name));
    let domains = linking.domains.iter().map(|domain| ("domains", *domain));
    for (key, text) in urls.chain(id).chain(scopes).chain(domains).filter(|(_, text)| placeholder(text.value).is_some()) {
        report.push(still(key, text.span));
    }
}

fn still(key: &str, span: Span) -> Diagnostic {
    RULE.at(span, format!("`{key}` still holds a placeholder")).help("write what your service gave you")
}
