use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Token};
use crate::syntax::Identity;

rule! {
    /// On one stage tokens are checked, or the speaker's token counts, and on another they are not.
    ///
    /// All stages share the handlers, and the generated Rust does not differ by stage: a handler that reads the claims of a token needs
    /// them everywhere, and a check that is left out on one stage is one that nobody tests. What may differ is how tokens are checked:
    /// another issuer, other keys, another endpoint.
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
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// stages:
    ///   live:
    ///     skill_id: amzn1.ask.skill.87654321-4321-4321-4321-210987654321
    ///     account_linking:
    ///       token: opaque
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
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// stages:
    ///   live:
    ///     skill_id: amzn1.ask.skill.87654321-4321-4321-4321-210987654321
    ///     account_linking:
    ///       token:
    ///         jwt:
    ///           issuer: https://live.friend.dev
    ///           audience: hello-friend
    ///           keys_url: https://live.friend.dev/keys
    /// ```
    AL055 "tokens-differ" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(base) = skill.tokens.iter().find(|tokens| tokens.stage.is_none()) else { return };
    for tokens in &skill.tokens {
        let Some(stage) = tokens.stage else { continue };
        if let (Some(one), Some(other)) = (&base.token, &tokens.token)
            && one.is_checked() != other.is_checked()
        {
            let how = |token: &Token<'_>| if token.is_checked() { "checked" } else { "not checked" };
            report.push(
                RULE.at(tokens.key, format!("access tokens are {} on the stage `{}`, and {} elsewhere", how(other), stage.value, how(one)))
                    .also(base.key, "elsewhere")
                    .help("check them everywhere; a stage may say another issuer, other keys or another endpoint"),
            );
        }
        let identity = base.identity.map_or(Identity::Account, |said| said.value);
        if let Some(own) = tokens.identity.filter(|own| own.value != identity) {
            let problem = RULE.at(own.span, format!("another token counts on the stage `{}` than elsewhere", stage.value));
            report.push(problem.help(format!("write `identity: {}` for all stages, in `account_linking`", own.value.word())));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn a_stage_says_whose_token_counts_only_as_all_do() {
        let stages = |stage: &str| {
            format!("account_linking: {{ identity: person }}\nstages: {{ live: {{ account_linking: {{ identity: {stage} }} }} }}\n")
        };
        assert_eq!(told("AL055", &stages("person"), ""), [""; 0]);
        assert_eq!(told("AL055", &stages("account"), ""), ["another token counts on the stage `live` than elsewhere"]);
    }
}
