use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Grant;

rule! {
    /// The skill asks for reciprocal linking, which a custom skill seldom needs.
    ///
    /// At `reciprocal_token_url` your service receives authorization codes of Alexa's, so that it can call Alexa in the name of the user.
    /// Smart home and health skills do that. If yours does, say so with `lints: {AL032: {level: allow, reason: …}}`.
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
    ///   reciprocal_token_url: https://login.friend.dev/alexa
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
    AL032 "reciprocal-linking" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.grant() == Grant::AuthorizationCode) else { return };
    if let Some(url) = linking.reciprocal_token_url {
        report.push(
            RULE.at(url.span, "reciprocal linking is for services that call Alexa in the user's name")
                .help("remove `reciprocal_token_url`; linking works without it"),
        );
    }
}
