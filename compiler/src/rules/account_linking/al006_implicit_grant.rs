use crate::diagnostic::Report;
use crate::rules::account_linking::al005_not_with_implicit as not_with_implicit;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Grant;

rule! {
    /// The skill uses the implicit grant.
    ///
    /// It has no refresh tokens: when the token expires, users have to link again, and the token travels through the browser. Amazon
    /// recommends the authorization code grant for every skill ("Requirements for Account Linking"). If your service offers nothing else,
    /// say so with `lints: {AL006: {level: allow, reason: …}}`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   client_id: alexa
    ///   grant: implicit
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
    ///   grant: authorization_code
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL006 "implicit-grant" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let Some(grant) = linking.grant.filter(|grant| grant.value == Grant::Implicit) else { return };
    if not_with_implicit::found(linking).is_empty() {
        report.push(
            RULE.at(grant.span, "the implicit grant gives no refresh token")
                .note("when a token expires its user has to link again; Amazon recommends the authorization code grant for every skill")
                .help("write `grant: authorization_code` with `token_url`, `client_secret` and `client_authentication`"),
        );
    }
}
