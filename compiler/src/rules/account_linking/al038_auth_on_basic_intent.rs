use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Auth;

rule! {
    /// One of the intents that answer everyone needs a linked account.
    ///
    /// Help, Stop, Cancel, Fallback and NavigateHome have to work for users who are not linked: someone who asks for help must not be sent
    /// to the Alexa app, and nobody can be kept from leaving ("Validate and Use Access Tokens in Custom Skill Code"). With `auth:
    /// optional` the handler sees the account where there is one.
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
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    ///   AMAZON.HelpIntent: { auth: required }
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
    ///   AMAZON.HelpIntent: { auth: optional }
    /// ```
    AL038 "auth-on-basic-intent" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in &skill.intents {
        let is_basic = intent.builtin.is_some_and(|known| known.unasked);
        if is_basic && intent.need.auth.value == Auth::Required {
            report.push(
                RULE.at(intent.need.auth.span, format!("`{}` has to answer users who are not linked", intent.name.value))
                    .note("Help, Stop, Cancel, Fallback and NavigateHome work for everyone")
                    .help("set `auth: optional`, or remove `auth`"),
            );
        }
    }
}
