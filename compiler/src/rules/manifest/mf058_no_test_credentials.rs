use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill links accounts, but the testing instructions give no way to log in.
    ///
    /// Testers need a test account that does not expire and has no second factor, with its user and password, for every locale. Skills
    /// without one come back from certification. This looks for words such as "account", "user" or "password".
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
    ///   description: Hello Friend says hello to you and your friends. It works without an account.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Say hello to it.
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
    ///   description: Hello Friend says hello to you and your friends. It works without an account.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Log in as review with the password hello-review-7.
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// ```
    MF058 "no-test-credentials" Warning Submit
}

/// What instructions on how to log in have at least one of.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "account", "user", "password", "passwort", "passcode", "credential", "log in", "login", "sign in", "e-mail", "email", "@", "konto", "benutzer",
    "compte", "mot de passe", "cuenta", "contraseña", "conta", "senha", "utente", "アカウント", "パスワード", "ログイン",
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let (Some(linking), Some(text)) = (&skill.linking, skill.store.testing_instructions) else { return };
    let lower = text.value.to_lowercase();
    if !text.value.trim().is_empty() && !WORDS.iter().any(|word| lower.contains(word)) {
        let problem = RULE.at(text.span, "the testing instructions do not say how to log in").also(linking.key, "accounts are linked here");
        report.push(problem.help("add user and password of a test account that does not expire and has no second factor"));
    }
}
