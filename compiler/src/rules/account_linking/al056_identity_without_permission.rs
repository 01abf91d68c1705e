use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Identity;

rule! {
    /// The recognised speaker's token counts, but the skill does not ask to know who is speaking.
    ///
    /// Alexa tells a skill of the speaker, and of the account that they linked for themselves, where the skill has skill personalization:
    /// the permission `alexa::person_id:read` ("Add Personalization to Your Skill"). Without it no request has a person, and with
    /// `identity: person` nobody counts as linked.
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
    ///   identity: person_or_account
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
    ///   identity: person_or_account
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// permissions: ["alexa::person_id:read"]
    /// ```
    AL056 "identity-without-permission" Warning Daily
}

/// What skills with personalization have.
const PERMISSIONS: [&str; 2] = ["alexa::person_id:read", "alexa::raw_person_id:read"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(said) = skill.tokens.iter().filter(|tokens| tokens.stage.is_none()).find_map(|tokens| tokens.identity) else { return };
    let asks = skill.permissions.iter().any(|permission| PERMISSIONS.contains(&permission.value));
    let is_told = asks || skill.unread.contains(&"permissions") || !skill.parts.manifest || skill.amazon.manifest.is_some();
    if said.value != Identity::Account && !is_told {
        report.push(
            RULE.at(said.span, "the speaker's token counts, and Alexa does not tell the skill who is speaking")
                .help(format!("add `{}` to `permissions`", PERMISSIONS[0])),
        );
    }
}
