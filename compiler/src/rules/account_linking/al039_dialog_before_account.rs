use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::syntax::{Auth, Delegation};

rule! {
    /// Alexa leads a dialog alone that needs a linked account.
    ///
    /// With `delegation: always` Alexa asks for all slots before the skill hears of the intent. Users would answer every question and only
    /// then be told to link an account. With `skill_response`, which holds when nothing is said, the account is checked first, and Alexa
    /// goes on to ask.
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
    ///   Greet:
    ///     auth: required
    ///     delegation: always
    ///     slots:
    ///       friend: { type: AMAZON.FirstName, required: true, ask: Who is it? }
    ///     samples: [greet a friend, "greet {friend}"]
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
    ///   Greet:
    ///     auth: required
    ///     delegation: skill_response
    ///     slots:
    ///       friend: { type: AMAZON.FirstName, required: true, ask: Who is it? }
    ///     samples: [greet a friend, "greet {friend}"]
    /// ```
    AL039 "dialog-before-account" Error Daily
}

pub(crate) fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for dialog in model.intents.iter().filter(|intent| intent.has_dialog()) {
        let intent = &skill.intents[dialog.intent];
        let Some(delegation) = dialog.delegation.or(model.delegation).filter(|said| said.value == Delegation::Always) else { continue };
        if intent.need.auth.value == Auth::Required {
            report.push(
                RULE.at(delegation.span, format!("Alexa leads the dialog of intent `{}` before its account is checked", intent.name.value))
                    .here("Alexa asks for everything first")
                    .also(intent.need.auth.span, "the account is needed here")
                    .help("set `delegation: skill_response` on the intent; the account is checked on the first turn then"),
            );
        }
    }
}
