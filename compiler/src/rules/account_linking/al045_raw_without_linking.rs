use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::yaml::Kind;

rule! {
    /// `amazon.account_linking` adds to account linking that the skill does not declare.
    ///
    /// The raw block holds fields that are added to the request that `account_linking` makes. Without `account_linking` there is no
    /// request, and what stands in the block would go nowhere.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   account_linking: { futureField: true }
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
    /// amazon:
    ///   account_linking: { futureField: true }
    /// ```
    AL045 "raw-without-linking" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.account_linking.filter(|raw| !matches!(raw.value.kind(), Kind::Null | Kind::Broken)) else { return };
    // When something needs an account, the missing block is reported there.
    if skill.linking.is_none() && !skill.uses_accounts() {
        report.push(
            RULE.at(raw.key, "`amazon.account_linking` adds to account linking, and the skill declares none")
                .also(skill.top, "no `account_linking` block in this file")
                .help("add an `account_linking` block, or remove `amazon.account_linking`"),
        );
    }
}
