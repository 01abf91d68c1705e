use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The prompt sends users to the settings, or has them enable the skill again.
    ///
    /// The LinkAccount card is all they need: it opens the login page. Skills have failed certification for a prompt that tells users to
    /// disable and enable the skill, or to look for the settings. Only prompts in English are checked.
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
    ///   prompt: Please disable and enable the skill in your Alexa app.
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
    AL041 "prompt-sends-elsewhere" Warning Daily
}

/// What such a prompt says, in small letters.
const PHRASES: &[&str] =
    &["enable the skill", "enable this skill", "enable our skill", "enable my skill", "enable it again", "enable again"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let prompts = skill.locales.iter().zip(&skill.linking_prompts);
    for prompt in prompts.filter(|(locale, _)| locale.language() == "en").filter_map(|(_, prompt)| *prompt) {
        if let Some(what) = detour(prompt.value) {
            report.push(
                RULE.at(prompt.span, format!("the prompt {what}"))
                    .note("the LinkAccount card opens the login page by itself; prompts like this one have failed certification")
                    .help("say that a card is in the Alexa app, and that it links the account"),
            );
        }
    }
}

fn detour(prompt: &str) -> Option<&'static str> {
    let lower = prompt.to_lowercase();
    let has_word = |wanted: &str| lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    if has_word("settings") {
        Some("sends users to the settings")
    } else if has_word("disable") || PHRASES.iter().any(|phrase| lower.contains(phrase)) {
        Some("has users enable the skill again")
    } else {
        None
    }
}
