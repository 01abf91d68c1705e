use crate::diagnostic::Report;
use crate::placeholder::{placeholder, reserved_host};
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// A host of `account_linking` is reserved for examples.
    ///
    /// `example.com`, `.example`, `.test` and the like (RFC 2606) belong to nobody, so that they can stand in texts like this one.
    /// Amazon's testers link an account before they certify a skill, and there is nothing at such a host. Until you submit, this rule is
    /// silent.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.example/token
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
    AL012 "example-domain" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for (key, text) in skill.tokens.iter().filter_map(|tokens| tokens.token.as_ref()?.url()) {
        if let Some(host) = reserved_host(text.value).filter(|_| placeholder(text.value).is_none()) {
            let problem = RULE.at(text.span, format!("`{key}` names the host `{}`, which is reserved for examples", &text.value[host]));
            report.push(problem.help("write the host of your service"));
        }
    }
    let Some(linking) = &skill.linking else { return };
    let domains = linking.domains.iter().map(|domain| ("domains", *domain));
    let texts = linking.urls().chain(linking.app_urls()).chain(domains);
    for (key, text) in texts.filter(|(_, text)| placeholder(text.value).is_none()) {
        let Some(host) = reserved_host(text.value) else { continue };
        let is_unreachable = Url::parse(text.value).is_some_and(|url| url.unreachable().is_some());
        // A host out of reach has its own rule.
        if !is_unreachable {
            let problem = RULE.at(text.span, format!("`{key}` names the host `{}`, which is reserved for examples", &text.value[host]));
            report.push(problem.help("write the host of your service"));
        }
    }
}
