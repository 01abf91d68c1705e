//! How `account_linking.token` is written.

use crate::support::{codes, input};

/// A skill with account linking, and these keys in it.
fn linking(keys: &str) -> String {
    format!(
        "skill: {{ name: Hello Friend, invocation: hello friend, privacy_policy: 'https://a.friend.dev/privacy' }}
account_linking:
  authorization_url: https://a.friend.dev/authorize
  token_url: https://a.friend.dev/token
  client_id: alexa
  client_secret: env:A
  client_authentication: http_basic
  prompt: Please link your account. I have sent a card to your Alexa app.
{keys}
intents: {{ Hello: {{ auth: required, samples: [say hello] }} }}
"
    )
}

fn told(keys: &str) -> Vec<&'static str> {
    codes(&input(&linking(keys), ""))
}

const JWT: &str = "issuer: a, audience: b, keys_url: 'https://a.friend.dev/keys'";

#[test]
fn a_token_is_opaque_or_has_its_settings() {
    for good in [
        "  token: opaque".to_owned(),
        format!("  token: {{ jwt: {{ {JWT} }} }}"),
        format!("  token: {{ jwt: {{ {JWT}, algorithms: ES256 }} }}"),
        "  token: { introspection: { url: 'https://a.friend.dev/x', client_id: a, client_secret: env:A, issued_to: alexa } }".to_owned(),
    ] {
        assert_eq!(told(&good), [""; 0], "{good}");
    }
}

#[test]
fn what_is_written_otherwise_is_told_once() {
    for (keys, code) in [
        ("  token: signed".to_owned(), "SY018"),
        ("  token: jwt".to_owned(), "AL048"),
        ("  token: [jwt]".to_owned(), "SY017"),
        ("  token: {}".to_owned(), "SY017"),
        (format!("  token: {{ jwt: {{ {JWT} }}, introspection: {{}} }}"), "SY017"),
        (format!("  token: {{ jwts: {{ {JWT} }} }}"), "SY016"),
        (format!("  token: {{ jwt: {{ {JWT}, algorithm: ES256 }} }}"), "SY016"),
        (format!("  token: {{ jwt: {{ {JWT}, algorithms: [ES512] }} }}"), "SY018"),
        (format!("  token: {{ jwt: {{ {JWT}, algorithms: [none] }} }}"), "AL051"),
        ("  identity: speaker".to_owned(), "SY018"),
        ("  identity: person".to_owned(), "AL056"),
    ] {
        assert_eq!(told(&keys), [code], "{keys}");
    }
}

#[test]
fn a_secret_of_introspection_is_a_reference() {
    let keys = |secret: &str| {
        format!(
            "  token: {{ introspection: {{ url: 'https://a.friend.dev/x', client_id: a, issued_to: alexa, client_secret: {secret} }} }}"
        )
    };
    assert_eq!(told(&keys("file:secrets/a.txt")), [""; 0]);
    assert_eq!(told(&keys("wonderland")), ["AL015"]);
    let stage = "stages: { live: { skill_id: amzn1.ask.skill.87654321-4321-4321-4321-210987654321, account_linking: {";
    let staged = format!("{}\n{stage}\n{} }} }} }}\n", linking(&keys("env:A")), keys("wonderland"));
    assert_eq!(codes(&input(&staged, "")), ["AL015"]);
}

#[test]
fn nothing_of_it_stands_in_a_file_of_locales() {
    let de = "skill: { name: Hallo, privacy_policy: 'https://a.friend.dev/privacy', invocation: hallo freund }
account_linking: { token: opaque, identity: account, prompt: Bitte verbinde dein Konto. Ich habe eine Karte an deine Alexa-App geschickt. }
intents: { Hello: [sag hallo] }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }";
    let found = codes(&input(&linking(""), de));
    assert_eq!(found.iter().filter(|code| **code == "LO002").count(), 2, "{found:?}");
}
