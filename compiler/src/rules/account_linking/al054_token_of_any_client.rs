use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Token};

rule! {
    /// A token that was issued to any app of the service counts.
    ///
    /// The introspection endpoint says that a token is active whoever it was issued to. Another app of the same service could hand its
    /// users' tokens to this skill (RFC 7662, section 4). Say what the answer has to tell: whom a token is for (`audience`), or that it was
    /// issued to Alexa (`issued_to`, which is Alexa's `client_id`). A service that tells neither is a reason to silence this rule.
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
    ///       issued_to: alexa
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL054 "token-of-any-client" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tokens in &skill.tokens {
        let Some(Token::Introspection(introspection)) = &tokens.token else { continue };
        let is_unread = ["audience", "issued_to"].iter().any(|key| introspection.unread.contains(key));
        if introspection.terms.is_empty() && !is_unread {
            report.push(
                RULE.at(tokens.key, "a token that was issued to any other app of the service counts too")
                    .help("add `audience`, or `issued_to` with Alexa's `client_id`, as the service tells it"),
            );
        }
    }
}
