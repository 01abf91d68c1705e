use crate::builtin::Account;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Auth;

rule! {
    /// `requests` gives an account to a request that has none to give, or takes it from one that is about nothing else.
    ///
    /// Events carry no account that may be relied upon, except for `AlexaSkillEvent.SkillAccountLinked`, whose handler always gets the account
    /// that was just linked ("Add Events to Your Skill"). `CanFulfillIntentRequest` only asks whether something could be done.
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
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// requests:
    ///   AlexaSkillEvent.SkillDisabled: { auth: optional }
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
    /// events: { subscriptions: [SKILL_DISABLED, SKILL_ACCOUNT_LINKED] }
    /// ```
    AL070 "request-without-account" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for request in skill.requests.iter().filter(|request| request.need.declared) {
        let (kind, auth) = (request.known.kind, request.need.auth);
        match (request.known.account, auth.value) {
            (Account::Never, Auth::Optional | Auth::Required) => {
                let problem = RULE.at(auth.span, format!("request `{kind}` carries no account that may be relied upon"));
                report.push(problem.help("remove `auth`, and keep what the handler needs when the account is linked, by the user's id"));
            }
            (Account::Always, Auth::None | Auth::Optional) => {
                let problem = RULE.at(auth.span, format!("request `{kind}` always carries the account that was linked"));
                report.push(problem.help("remove `auth`: its handler takes the account"));
            }
            _ => {}
        }
    }
}
