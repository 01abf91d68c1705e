use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Grant;

rule! {
    /// `token_expiration` is shorter than five minutes.
    ///
    /// Alexa refreshes a token before it expires. With so short a time, most turns of a conversation wait for your token endpoint first,
    /// and a token may expire while it is used. A value such as 20 is often copied from a sample.
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
    ///   token_expiration: 20
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
    ///   token_expiration: 3600
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL028 "short-token-expiration" Warning Daily
}

/// Below this many seconds a token hardly outlives a conversation.
const LEAST: i64 = 300;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.grant() == Grant::AuthorizationCode) else { return };
    if let Some(seconds) = linking.token_expiration.filter(|seconds| (1..LEAST).contains(&seconds.value)) {
        let problem = RULE.at(seconds.span, format!("a token that lasts {} seconds may expire while it is used", seconds.value));
        report.push(problem.help(format!("let your tokens last {LEAST} seconds or more; an hour is common")));
    }
}
