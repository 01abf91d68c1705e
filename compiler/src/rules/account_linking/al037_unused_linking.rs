use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill declares account linking, but nothing uses an account.
    ///
    /// Users would be asked to link an account that the skill does nothing with, and with `enablement: required` they could not even
    /// enable the skill without one. Say `auth: required` or `auth: optional` on what uses the account.
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
    AL037 "unused-linking" Warning Daily
}

/// The event that hands over the token when an account is linked.
const LINKED: &str = "SKILL_ACCOUNT_LINKED";

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let hears_of_it = skill.events.iter().flat_map(|events| &events.subscriptions).any(|event| event.value == LINKED);
    // Scopes without `auth` have been reported, and are what is wrong then; so has what could not be read.
    let is_told = skill.damaged || !skill.parts.interaction_models || skill.needs().any(|(_, need)| need.unread || !need.scopes.is_empty());
    if !skill.uses_accounts() && !hears_of_it && !is_told {
        report.push(
            RULE.at(linking.key, "account linking is declared, but the launch and all intents go without an account")
                .help("set `auth: required` or `auth: optional` on what uses the account, or remove `account_linking`"),
        );
    }
}
