//! `amazon:` is laid over what is emitted.

use crate::support::{codes, input, manifest, model};
use sayso_compiler::{Options, analyze};
use serde_json::json;

#[test]
fn null_removes_and_lists_are_added_to() {
    let keys = "skill: { name: Hello Friend, invocation: hello friend, countries: [US] }
interfaces: [audio_player]
permissions: ['alexa::profile:email:read']
amazon:
  manifest:
    permissions: [{ name: 'alexa::new', state: ON }]
    publishingInformation: { isAvailableWorldwide: null }
    apis: { custom: { interfaces: [{ type: BRAND_NEW }] } }
intents:
  Hello: [say hello]
  AMAZON.PauseIntent: {}
  AMAZON.ResumeIntent: {}
";
    let skill = input(keys, "");
    assert_eq!(codes(&skill).iter().filter(|code| **code == "MF062").count(), 0);
    let said = manifest(&skill);
    assert_eq!(said["permissions"], json!([{ "name": "alexa::profile:email:read" }, { "name": "alexa::new", "state": "ON" }]));
    assert_eq!(said["apis"]["custom"]["interfaces"], json!([{ "type": "AUDIO_PLAYER" }, { "type": "BRAND_NEW" }]));
    assert_eq!(said["publishingInformation"].get("isAvailableWorldwide"), None);
    assert_eq!(said["publishingInformation"]["distributionCountries"], json!(["US"]));
}

#[test]
fn a_skill_may_be_everywhere_and_list_countries() {
    let raw = "amazon: { manifest: { publishingInformation: { distributionCountries: [US, GB] } } }\n";
    let said = manifest(&input(raw, ""));
    assert_eq!(said["publishingInformation"]["isAvailableWorldwide"], true);
    assert_eq!(said["publishingInformation"]["distributionCountries"], json!(["US", "GB"]));
}

#[test]
fn what_a_key_can_say_is_still_refused() {
    for raw in [
        "permissions: [{ name: 'alexa::profile:email:read' }]",
        "apis: { custom: { interfaces: [{ type: AUDIO_PLAYER }] } }",
        "apis: { custom: { tasks: [{ name: Say, version: '1' }] } }",
        "events: { subscriptions: [{ eventName: SKILL_DISABLED }] }",
        "publishingInformation: { isAvailableWorldwide: null }",
        "publishingInformation: { gadgetSupport: { requirement: OPTIONAL } }",
    ] {
        let found = codes(&input(&format!("amazon: {{ manifest: {{ {raw} }} }}\n"), ""));
        assert_eq!(found, ["MF062"], "{raw}");
    }
}

#[test]
fn a_word_that_amazon_does_not_know_is_told_with_those_that_it_does() {
    let linking = "account_linking: { authorization_url: 'https://a.dev/b', token_url: 'https://a.dev/c', client_id: a, client_secret: 'env:A', client_authentication: http_basic }\n";
    for (raw, expected) in [
        ("manifest: { manifestVersion: '2.0' }", "MF062 `manifestVersion` is `2.0`; Amazon knows `1.0`"),
        (
            "manifest: { publishingInformation: { distributionMode: INTERNAL } }",
            "MF062 `distributionMode` is `INTERNAL`; Amazon knows `PUBLIC` and `PRIVATE`",
        ),
        (
            "manifest: { publishingInformation: { gadgetSupport: { requirement: MAYBE } } }",
            "MF062 `requirement` is `MAYBE`; Amazon knows `OPTIONAL` and `REQUIRED`",
        ),
        (
            "manifest: { apis: { custom: { regions: { EU: { endpoint: { uri: 'https://a.dev', sslCertificateType: Good } } } } } }",
            "MF062 `sslCertificateType` is `Good`; Amazon knows `Trusted`, `Wildcard` and `SelfSigned`",
        ),
        ("account_linking: { type: TOKEN }", "AL043 `type` is `TOKEN`; Amazon knows `AUTH_CODE` and `IMPLICIT`"),
        (
            "account_linking: { accessTokenScheme: BASIC }",
            "AL043 `accessTokenScheme` is `BASIC`; Amazon knows `HTTP_BASIC` and `REQUEST_BODY_CREDENTIALS`",
        ),
        (
            "interaction_model: { languageModel: { modelConfiguration: { fallbackIntentSensitivity: { level: HUGE } } } }",
            "IM041 `level` is `HUGE`; Amazon knows `LOW`, `MEDIUM` and `HIGH`",
        ),
        (
            "interaction_model: { dialog: { delegationStrategy: NEVER } }",
            "IM041 `delegationStrategy` is `NEVER`; Amazon knows `ALWAYS` and `SKILL_RESPONSE`",
        ),
    ] {
        let skill = input(&format!("{linking}amazon: {{ {raw} }}\n"), "");
        let told = analyze(&skill, &Options::default(), |analysis| {
            let told = analysis.diagnostics.iter().filter(|found| ["MF062", "AL043", "IM041"].contains(&found.code()));
            told.map(|found| format!("{} {}", found.code(), found.message)).collect::<Vec<_>>()
        });
        assert_eq!(told, [expected], "{raw}");
    }
}

#[test]
fn a_secret_is_refused_however_deep_it_lies() {
    let linking = "account_linking: { grant: implicit, authorization_url: 'https://a.dev/b', client_id: a }\n";
    for raw in [
        "clientSecret: s",
        "accountLinkingRequest: { clientSecret: s }",
        "oauth: { client_secret: s }",
        "users: [{ a: [{ clientSecret: s }] }]",
    ] {
        let found = codes(&input(&format!("{linking}amazon: {{ account_linking: {{ {raw} }} }}\n"), ""));
        assert!(found.contains(&"AL016"), "{raw}: {found:?}");
    }
}

#[test]
fn a_model_is_laid_over_too() {
    let keys = "fallback_sensitivity: low
interaction_model: { version: '2' }
amazon: { interaction_model: { languageModel: { newKey: [1, 2.5, true], modelConfiguration: { more: { a: null } } }, extra: { b: text } } }\n";
    let said = model(&input(keys, ""), "en-US");
    let language = &said["interactionModel"]["languageModel"];
    assert_eq!(language["newKey"], json!([1, 2.5, true]));
    assert_eq!(language["modelConfiguration"], json!({ "fallbackIntentSensitivity": { "level": "LOW" }, "more": {} }));
    assert_eq!(said["interactionModel"]["extra"], json!({ "b": "text" }));
    assert_eq!(said["version"], "2");
}

#[test]
fn a_type_in_amazons_names_is_declared() {
    let keys = "intents: { Hello: { slots: { name: Friend }, samples: ['say hello to {name}'] } }
amazon: { interaction_model: { languageModel: { types: [{ name: Friend, values: [] }] } } }\n";
    assert_eq!(codes(&input(keys, "")), ["IM041"]);
}

#[test]
fn what_is_said_in_amazons_names_is_not_missing() {
    let keys = "types: { Mood: [happy] }
prompts: { Ask.Mood: How are you? }
amazon: { interaction_model: {
  languageModel: { intents: [{ name: Feel, note: x, slots: [{ name: mood, type: Mood }], samples: ['i feel {mood}'] }] },
  dialog: { intents: [{ name: Feel, slots: [{ name: mood, type: Mood, elicitationRequired: true, prompts: { elicitation: Ask.Mood } }] }] } } }\n";
    let found = codes(&input(keys, ""));
    assert!(found.iter().all(|code| *code == "IM041"), "{found:?}");
}
