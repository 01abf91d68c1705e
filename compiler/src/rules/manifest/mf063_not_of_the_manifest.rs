use crate::diagnostic::Report;
use crate::raw::{entries, items};
use crate::rules::rule;
use crate::skill::Skill;
use crate::yaml::Value;

rule! {
    /// `amazon.manifest` holds what is no part of Amazon's manifest: account linking or an interaction model.
    ///
    /// Account linking is configured by a request of its own, and interaction models are files of their own. 8 of 209 public manifests
    /// hold an `accountLinkingRequest`, which Amazon never reads: the skill is then published without account linking.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     accountLinkingRequest: { type: AUTH_CODE }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// ```
    MF063 "not-of-the-manifest" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Some(raw) = skill.amazon.manifest {
        walk(raw.value, report);
    }
}

/// What a key would bring in from elsewhere, and what to do instead.
pub(crate) fn foreign(key: &str) -> Option<(&'static str, &'static str)> {
    const LINKING: (&str, &str) =
        ("account linking", "write `account_linking` in this language, with the secret as a reference such as `env:NAME`");
    const MODEL: (&str, &str) = ("the interaction model", "write `intents` and `types`, and the rest under `amazon.interaction_model`");
    Some(match key {
        "accountLinkingRequest" | "accountLinkingResponse" | "accountLinking" | "accountLinkingInfo" => LINKING,
        "interactionModel" | "interactionModels" | "languageModel" => MODEL,
        _ => return None,
    })
}

fn walk(value: Value<'_>, report: &mut Report) {
    for found in entries(value) {
        match foreign(found.key.value) {
            Some((what, advice)) => {
                let problem = RULE.at(found.key.span, format!("`{}` is no part of the manifest", found.key.value));
                report.push(problem.note(format!("Amazon takes {what} apart from the manifest, and never reads it here")).help(advice));
            }
            None => walk(found.value, report),
        }
    }
    items(value).for_each(|item| walk(item, report));
}
