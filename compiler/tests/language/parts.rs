//! What of a skill there is: the parts that the file describes, and the locales that have them.

use crate::support::{codes, files, input, manifest};
use serde_json::json;

const DE: &str = "
skill: { name: Hallo Freund, invocation: hallo freund }
intents: { Hello: [sag hallo] }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }";

/// The emitted files' names.
fn paths(keys: &str, de: &str) -> Vec<String> {
    files(&input(keys, de)).into_keys().collect()
}

#[test]
fn each_part_alone() {
    let models = ["skill-package/interactionModels/custom/en-US.json"];
    assert_eq!(paths("parts: [interaction_models]\nskill: { invocation: hello friend }\n", ""), models);
    let manifest = ["ask-resources.json", "skill-package/skill.json"];
    assert_eq!(paths("parts: [manifest]\nskill: { name: Hello Friend }\nintents: {}\n", ""), manifest);
    let linking = "account_linking: { grant: implicit, authorization_url: 'https://a.friend.dev/authorize', client_id: alexa }\n";
    let alone = format!("parts: [account_linking]\n{linking}skill:\nintents:\nspeech:\n");
    assert_eq!(paths(&alone, ""), ["account-linking.json"]);
    assert_eq!(paths("parts: []\nskill:\nintents:\nspeech:\n", ""), [""; 0]);
}

#[test]
fn account_linking_alone_needs_no_locales() {
    let linking = "account_linking: { grant: implicit, authorization_url: 'https://a.friend.dev/authorize', client_id: alexa }\n";
    let text = format!("sayso: 1\nparts: [account_linking]\n{linking}");
    let found = codes(&sayso_compiler::Input::from_text("skill.yaml", text));
    assert!(!found.contains(&"LO003"), "{found:?}");
}

#[test]
fn what_belongs_to_a_part_that_is_left_out_is_told() {
    let found = codes(&input("parts: [manifest]\namazon: { interaction_model: {}, account_linking: {} }\n", ""));
    assert_eq!(found.iter().filter(|code| **code == "SY029").count(), 2, "{found:?}");
    let found = codes(&input("parts: [interaction_models]\namazon: { manifest: { a: { clientSecret: x } } }\n", ""));
    assert!(found.contains(&"MF064"), "{found:?}");
}

#[test]
fn a_locale_may_have_no_page_in_the_store() {
    let keys = "skill: { name: Hello Friend, invocation: hello friend, summary: Says hello., locales: [en-US], privacy_policy: 'https://a.friend.dev' }\n";
    let manifest = manifest(&input(keys, DE));
    let locales = json!({ "en-US": { "name": "Hello Friend", "summary": "Says hello." } });
    assert_eq!(manifest["publishingInformation"]["locales"], locales);
    assert_eq!(manifest["privacyAndCompliance"]["locales"], json!({ "en-US": { "privacyPolicyUrl": "https://a.friend.dev" } }));
}

#[test]
fn a_locale_may_have_no_interaction_model() {
    let keys = "interaction_model: { locales: [en-US], version: '3', description: made by hand }
intents: { Hello: [say hello], Visit: { slots: { city: City }, samples: ['visit {city}'] } }
types: { City: [Rome] }\n";
    let de = "skill: { name: Hallo Freund }\nspeech: { help: Sag hallo., fallback: Du kannst hallo sagen. }";
    let files = files(&input(keys, de));
    assert_eq!(files.keys().filter(|path| path.contains("interactionModels")).count(), 1);
    let model: serde_json::Value = serde_json::from_slice(&files["skill-package/interactionModels/custom/en-US.json"]).expect("JSON");
    assert_eq!((model["version"].as_str(), model["description"].as_str()), (Some("3"), Some("made by hand")));
}
