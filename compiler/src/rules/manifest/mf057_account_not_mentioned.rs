use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill links accounts, but its description says nothing of an account.
    ///
    /// The store's description tells what users need before they enable the skill, such as an account, and how to get one ("Define Skill
    /// Store Details for Publication"). This looks for the word for "account" or "sign in" in the language of the locale.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: SOCIAL_NETWORKING
    ///   summary: Says hello to you and your friends.
    ///   description: Hello Friend says hello to you and your friends.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Log in as review with the password hello-review-7.
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: SOCIAL_NETWORKING
    ///   summary: Says hello to you and your friends.
    ///   description: Hello Friend says hello to your friends. You need a Friend account, which you link in the Alexa app.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Log in as review with the password hello-review-7.
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// ```
    MF057 "account-not-mentioned" Warning Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for page in &skill.listings {
        let language = skill.locales.get(page.locale).map_or("", |locale| locale.language());
        let Some(description) = page.description.filter(|text| !text.value.trim().is_empty()) else { continue };
        let lower = description.value.to_lowercase();
        let words = words(language);
        if !words.is_empty() && !words.iter().any(|word| lower.contains(word)) {
            let problem =
                RULE.at(description.span, "the description says nothing of an account").also(linking.key, "accounts are linked here");
            report.push(problem.help("say that the skill needs an account, and how to get one"));
        }
    }
}

/// What a text on accounts has at least one of; nothing for a language that is not known.
fn words(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["account", "sign in", "sign-in", "sign up", "log in", "log-in", "login"],
        "de" => &["konto", "account", "anmeld", "einlogg", "verknüpf"],
        "fr" => &["compte", "connect", "inscri"],
        "es" => &["cuenta", "sesión", "registr"],
        "it" => &["account", "conto", "profilo", "acced", "accesso", "registr"],
        "pt" => &["conta", "login", "cadastr"],
        "nl" => &["account", "inlog", "aanmeld"],
        "ja" => &["アカウント", "ログイン", "会員", "登録"],
        "hi" => &["खात", "अकाउंट", "लॉग", "account"],
        "ar" => &["حساب", "تسجيل"],
        _ => &[],
    }
}
