use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Token};

rule! {
    /// `algorithms` has one whose tokens anybody could make who can check them.
    ///
    /// `HS256` and its like sign with a secret that the skill would have to share with the service, and `none` does not sign at all. Both
    /// are what attacks on JSON web tokens are made of: a skill that takes `HS256` beside `RS256` can be made to check a forged token with
    /// the service's public key as the secret (RFC 8725, sections 2.1 and 3.1). So neither can be declared.
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
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///       algorithms: [RS256, HS256]
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
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///       algorithms: [RS256, ES256]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL051 "shared-key" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tokens in &skill.tokens {
        let Some(Token::Jwt(jwt)) = &tokens.token else { continue };
        for refused in jwt.algorithms.iter().filter(|algorithm| algorithm.shared) {
            let name = refused.text.value;
            let why = if name == "none" { "signs nothing" } else { "signs with a secret that whoever checks has too" };
            report.push(
                RULE.at(refused.text.span, format!("`{name}` {why}"))
                    .note("with it, a token can be forged by whoever knows the service's public key")
                    .help("have the service sign with `RS256`, `ES256` or another algorithm with a private key"),
            );
        }
    }
}
