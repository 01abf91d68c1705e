use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// `authorization_url` carries a query parameter that Alexa writes itself.
    ///
    /// Alexa opens the login page with `state`, `client_id`, `response_type`, `scope` and `redirect_uri`. A second one of the same name
    /// leaves it to your server which of the two counts. Parameters of your own, such as `access_type=offline`, are fine.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize?scope=friends
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
    ///   authorization_url: https://login.friend.dev/authorize?access_type=offline
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL013 "reserved-parameter" Error Daily
}

/// What Alexa puts into the query.
const RESERVED: &[&str] = &["state", "client_id", "response_type", "scope", "redirect_uri"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, span, url) in linking.parsed_urls().filter(|(key, ..)| *key == "authorization_url") {
        let found: Vec<&str> = RESERVED.iter().copied().filter(|name| url.parameters().any(|(said, _)| said == *name)).collect();
        if found.is_empty() {
            continue;
        }
        let problem = RULE.at(span, format!("`{key}` carries {}, which Alexa adds itself", listed(&found)));
        report.push(problem.help("leave that to Alexa; `client_id` and `scopes` are keys of `account_linking`"));
    }
}
