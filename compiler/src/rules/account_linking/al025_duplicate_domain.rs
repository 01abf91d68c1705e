use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use std::collections::HashMap;

rule! {
    /// A domain is listed twice.
    ///
    /// The names of hosts are the same in small and capital letters. Of the 15 domains that Amazon takes, the second one is wasted.
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
    ///   domains: [cdn.friend.dev, CDN.friend.dev]
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
    ///   domains: [cdn.friend.dev]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL025 "duplicate-domain" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let mut seen = HashMap::new();
    for domain in &linking.domains {
        if let Some(first) = seen.insert(domain.value.to_ascii_lowercase(), domain.span) {
            let problem = RULE.at(domain.span, format!("domain `{}` is listed twice", domain.value));
            report.push(problem.also(first, "listed here before").help("remove one of them"));
        }
    }
}
