use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Grant;

rule! {
    /// `token_expiration` is not a number of seconds that a token could last.
    ///
    /// It says how long a token is good for when your service does not (`expires_in` in its answer wins). Zero or less would have every
    /// token expire before it is used.
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
    ///   token_expiration: 0
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
    AL027 "token-expiration" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.grant() == Grant::AuthorizationCode) else { return };
    if let Some(seconds) = linking.token_expiration.filter(|seconds| seconds.value <= 0) {
        let problem = RULE.at(seconds.span, format!("a token that lasts {} seconds is never good", seconds.value));
        report.push(
            problem.help("write how many seconds your tokens last, such as 3600, or leave it out when your service sends `expires_in`"),
        );
    }
}
