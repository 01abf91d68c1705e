use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Token};

rule! {
    /// Tokens are to be checked that only their service understands.
    ///
    /// Access tokens of Google and of Login with Amazon are texts without form: they are not signed, and neither has an endpoint of
    /// RFC 7662. With `jwt` or `introspection`, no user of the skill would ever count as linked. Leave `token` out: then the service tells
    /// when it is used, and a handler answers with `TokenRejected` what it rejects.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: login_with_amazon
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [profile]
    ///   token:
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: login_with_amazon
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [profile]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL052 "token-of-the-service" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tokens in &skill.tokens {
        let Some(token) = tokens.token.as_ref().filter(|token| token.is_checked()) else { continue };
        let Some(service) = tokens.service.filter(|service| service.value.opaque) else { continue };
        let what = match token {
            Token::Jwt(_) => "are no JWTs",
            _ => "cannot be asked about",
        };
        report.push(
            RULE.at(tokens.key, format!("access tokens of {} {what}", service.value.title))
                .also(service.span, "the service")
                .help("remove `token`; a handler returns `TokenRejected` when the service rejects the token"),
        );
    }
}
