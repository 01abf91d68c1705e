use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `account_linking` declares more than 15 scopes.
    ///
    /// Amazon's service takes at most 15 ("Account Linking Schemas"). A scope that covers several things at your service makes room, and a
    /// shorter list is easier for users to agree to.
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
    ///   scopes: [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16]
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
    ///   scopes: [s1, s2]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL018 "too-many-scopes" Error Daily
}

/// How many scopes Amazon takes.
const MOST: usize = 15;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    if let Some(scope) = linking.scopes.get(MOST) {
        let problem = RULE.at(scope.name.span, format!("{} scopes are declared, and Amazon takes at most {MOST}", linking.scopes.len()));
        report.push(problem.here(format!("scope {}", MOST + 1)).help("remove scopes that no intent uses, or join some at your service"));
    }
}
