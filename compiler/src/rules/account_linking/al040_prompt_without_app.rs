use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Linking, Skill};

rule! {
    /// The prompt does not tell users where to link their account.
    ///
    /// The prompt is spoken together with the LinkAccount card, which appears in the Alexa app, far from the speaker that users talk to.
    /// Amazon's testers want to hear that linking is needed, and that a card waits in the Alexa app. A prompt that names neither Alexa nor
    /// an app cannot say so. Where users link by voice, the prompt comes before Alexa's own question, and a card only after a no: there it may be
    /// silent about the app.
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
    ///   prompt: Please link your account first.
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
    AL040 "prompt-without-app" Warning Stricter
}

/// How words begin that mean the app, in the languages that are written in Latin letters.
const BEGINNINGS: &[&str] = &["alexa", "appli", "aplica"];
/// The app and Alexa in the other scripts: Japanese, Hindi, Arabic.
const OTHER_SCRIPTS: &[&str] = &["アレクサ", "アプリ", "एलेक्सा", "अलेक्सा", "ऐप", "ऍप", "एप", "أليكسا", "اليكسا", "أليكسا", "تطبيق"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.linking.as_ref().is_some_and(Linking::links_by_voice) {
        return;
    }
    for prompt in skill.linking_prompts.iter().flatten() {
        if !names_app(prompt.value) {
            report.push(
                RULE.at(prompt.span, "the prompt does not mention the Alexa app")
                    .note("the LinkAccount card appears in the Alexa app, and Amazon's testers want to hear that")
                    .help("say that an account is needed and that a card with the link is in the Alexa app"),
            );
        }
    }
}

fn names_app(prompt: &str) -> bool {
    let lower = prompt.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let in_latin = words.any(|word| matches!(word, "app" | "apps") || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)));
    in_latin || OTHER_SCRIPTS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::names_app;
    use crate::told::told;

    #[test]
    fn the_app_is_found_in_every_language() {
        for prompt in [
            "I have sent a card to your Alexa app.",
            "Ich habe eine Karte an deine Alexa-App geschickt.",
            "He enviado una tarjeta a tu aplicación.",
            "J'ai envoyé une carte dans l'application.",
            "Ho inviato una scheda alla tua app.",
            "Enviei um cartão para o seu aplicativo.",
            "Ik heb een kaart naar je app gestuurd.",
            "アレクサアプリにカードを送りました。",
            "मैंने आपके एलेक्सा ऐप में एक कार्ड भेजा है।",
            "أرسلت بطاقة إلى تطبيق أليكسا.",
        ] {
            assert!(names_app(prompt), "{prompt}");
        }
        for prompt in
            ["Please link your account.", "I am happy to help you.", "Bitte verknüpfe dein Konto.", "アカウントをリンクしてください。"]
        {
            assert!(!names_app(prompt), "{prompt}");
        }
    }

    #[test]
    fn it_may_be_silent_about_the_app_where_users_link_by_voice() {
        let keys = |provider: &str, voice: bool| {
            format!(
                "account_linking: {{ {provider}, client_id: a, client_secret: env:S, client_authentication: http_basic, scopes: [profile], \
                 voice_forward: {voice}, prompt: First link your account. }}\nintents: {{ Hello: {{ auth: required, samples: [say hello] }} }}"
            )
        };
        let other = "authorization_url: https://login.friend.dev/authorize, token_url: https://login.friend.dev/token";
        let amazon = "provider: login_with_amazon";
        for (provider, voice, times) in [(amazon, true, 0), (amazon, false, 1), (other, true, 1), (other, false, 1)] {
            assert_eq!(told("AL040", &keys(provider, voice), "").len(), times, "{provider} {voice}");
        }
    }
}
