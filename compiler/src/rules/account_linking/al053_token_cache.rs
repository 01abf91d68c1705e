use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Token};

rule! {
    /// `cache_seconds` is no time in which an answer about a token may count.
    ///
    /// While an answer counts, a token works that the user or the service has revoked meanwhile. A few seconds save the questions of one
    /// conversation, which is all that is gained; 300 are the most. With 0, the service is asked in each turn.
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
    ///   token:
    ///     introspection:
    ///       url: https://login.friend.dev/introspect
    ///       client_id: hello-friend
    ///       client_secret: env:HELLO_SECRET
    ///       audience: hello-friend
    ///       cache_seconds: 3600
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
    ///   token:
    ///     introspection:
    ///       url: https://login.friend.dev/introspect
    ///       client_id: hello-friend
    ///       client_secret: env:HELLO_SECRET
    ///       audience: hello-friend
    ///       cache_seconds: 60
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL053 "token-cache" Error Daily
}

/// The most seconds. The runtime has the same bound.
const MOST: i64 = 300;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tokens in &skill.tokens {
        let Some(Token::Introspection(introspection)) = &tokens.token else { continue };
        let Some(seconds) = introspection.cache_seconds.filter(|seconds| !(0..=MOST).contains(&seconds.value)) else { continue };
        let problem = RULE.at(seconds.span, format!("an answer cannot count for {} seconds", seconds.value));
        report.push(problem.help(format!("write 0 to {MOST}; a revoked token still works for so long")));
    }
}
