//! Keys of the manifest and the models that few skills need.

use crate::support::{codes, file, input, manifest, model};
use serde_json::json;

fn store(rest: &str) -> String {
    format!("skill: {{ name: Hello Friend, invocation: hello friend, {rest} }}\n")
}

#[test]
fn distribution_clones_and_gadgets() {
    let keys = store(
        "automatic_distribution: { active: true, source_locales: { en: en-US } }, cloned_locales: { en-US: [en-AU, en-CA] },
  gadget_support: { requirement: optional, min_buttons: 1, max_buttons: 4, min_players: 2, max_players: 20 }",
    );
    let said = manifest(&input(&keys, ""));
    let said = &said["publishingInformation"];
    let sources = json!([{ "language": "en", "sourceLocale": "en-US" }]);
    assert_eq!(said["automaticDistribution"], json!({ "isActive": true, "sourceLocaleForLanguages": sources }));
    assert_eq!(said["automaticClonedLocale"], json!({ "locales": [{ "source": "en-US", "targets": ["en-AU", "en-CA"] }] }));
    let gadgets =
        json!({ "requirement": "OPTIONAL", "minGadgetButtons": 1, "maxGadgetButtons": 4, "numPlayersMin": 2, "numPlayersMax": 20 });
    assert_eq!(said["gadgetSupport"], gadgets);
}

#[test]
fn an_empty_list_of_targets_is_not_written() {
    let said = manifest(&input(&store("cloned_locales: { en-US: [] }"), ""));
    assert_eq!(said["publishingInformation"]["automaticClonedLocale"], json!({ "locales": [{ "source": "en-US" }] }));
}

#[test]
fn what_amazon_would_refuse_of_them_is_told() {
    for (code, rest) in [
        ("MF070", "automatic_distribution: { active: true, source_locales: { de: en-US } }"),
        ("MF070", "automatic_distribution: { active: true, source_locales: { en: en-GB } }"),
        ("MF070", "automatic_distribution: {}"),
        ("MF071", "cloned_locales: { en-US: [de-DE] }"),
        ("MF072", "gadget_support: { max_buttons: 4 }"),
        ("MF072", "gadget_support: { requirement: optional, min_players: 17 }"),
        ("MF072", "gadget_support: { requirement: optional, min_buttons: 3, max_buttons: 2 }"),
    ] {
        assert_eq!(codes(&input(&store(rest), "")), [code], "{rest}");
    }
}

#[test]
fn dialog_management_and_endpoints() {
    let keys = "dialog_management: { session_start: AMAZON.Conversations, managers: [AMAZON.Conversations] }
endpoint: { default: { uri: 'https://a.friend.dev', certificate: unanswered }, EU: { source_dir: lambda/custom } }
events: { endpoint: omit }\n";
    let said = manifest(&input(keys, ""));
    let management = json!({
        "sessionStartDelegationStrategy": { "target": "AMAZON.Conversations" },
        "dialogManagers": [{ "type": "AMAZON.Conversations" }],
    });
    assert_eq!(said["apis"]["custom"]["dialogManagement"], management);
    assert_eq!(said["apis"]["custom"]["endpoint"], json!({ "uri": "https://a.friend.dev" }));
    assert_eq!(said["apis"]["custom"]["regions"]["EU"]["endpoint"], json!({ "sourceDir": "lambda/custom" }));
    assert_eq!(said.get("events"), None);
    assert_eq!(codes(&input("events: { endpoint: omit, subscriptions: [SKILL_DISABLED] }\n", "")), ["MF050"]);
}

#[test]
fn a_package_may_be_no_custom_skill() {
    assert_eq!(manifest(&input(&store("custom: false"), "")).get("apis"), None);
}

#[test]
fn a_dialog_in_which_alexa_asks_nothing() {
    let keys = "intents: { Hello: { samples: [say hello], dialog: true } }\n";
    let said = model(&input(keys, ""), "en-US");
    let intents = json!([{ "name": "Hello", "confirmationRequired": false, "prompts": {}, "slots": [] }]);
    assert_eq!(said["interactionModel"]["dialog"], json!({ "intents": intents }));
}

#[test]
fn a_delegation_for_all_is_written_without_dialogs_too() {
    let said = model(&input("dialog: { delegation: always }\n", ""), "en-US");
    assert_eq!(said["interactionModel"]["dialog"], json!({ "delegationStrategy": "ALWAYS" }));
}

const VISIT: &str = "
intents:
  Visit:
    samples: ['visit {city}']
    confirm: { required: true, id: Sure }
    slots: { city: { type: AMAZON.City, required: true, ask: { id: Where }, confirm: { id: Sure } } }
";

#[test]
fn prompts_by_their_id_alone() {
    let keys = format!("{VISIT}prompts: {{ Sure: Sure?, Where: [Where to?, To which city?] }}\n");
    let said = model(&input(&keys, ""), "en-US");
    let dialog = &said["interactionModel"]["dialog"]["intents"][0];
    assert_eq!(dialog["slots"][0]["prompts"], json!({ "elicitation": "Where", "confirmation": "Sure" }));
    let ids: Vec<&str> =
        said["interactionModel"]["prompts"].as_array().unwrap().iter().map(|prompt| prompt["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["Sure", "Where"]);
    assert_eq!(codes(&input(&keys, "")), [""; 0]);
    assert_eq!(codes(&input(VISIT, "")), ["IM043"; 3]);
    let raw = "amazon: { interaction_model: { prompts: [{ id: Sure, variations: [] }, { id: Where, variations: [] }] } }\n";
    assert_eq!(codes(&input(&format!("{VISIT}{raw}"), "")), ["IM041"]);
}

#[test]
fn prompts_that_nothing_names_differ_by_locale() {
    let de = "skill: { name: Hallo Freund, invocation: hallo freund }
intents: { Hello: [sag hallo] }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }
prompts: { One: omit, Two: Zwei, Three: Drei }";
    let skill = input("prompts: { One: First., Two: Second. }\n", de);
    assert_eq!(codes(&skill), ["IM042"; 2]);
    let said = model(&skill, "de-DE");
    let prompt = |id: &str, text: &str| json!({ "id": id, "variations": [{ "type": "PlainText", "value": text }] });
    assert_eq!(said["interactionModel"]["prompts"], json!([prompt("Two", "Zwei"), prompt("Three", "Drei")]));
    let found = codes(&input("prompts: { One: First., Two: Second. }\n", &de.replace("One: omit, ", "")));
    assert!(found.contains(&"LO001"), "{found:?}");
}

#[test]
fn a_manifest_without_a_version() {
    assert_eq!(manifest(&input(&store("manifest_version: omit"), "")).get("manifestVersion"), None);
    assert_eq!(manifest(&input(&store("manifest_version: 1.0"), ""))["manifestVersion"], "1.0");
    assert_eq!(codes(&input(&store("manifest_version: 2.0"), "")), ["SY018"]);
    assert_eq!(codes(&input("amazon: { manifest: { manifestVersion: null } }\n", "")), ["MF062"]);
}

#[test]
fn an_enablement_in_quotes() {
    let keys = |enablement: &str| {
        format!(
            "account_linking: {{ grant: implicit, authorization_url: 'https://a.friend.dev/authorize', client_id: alexa, {enablement}
    prompt: Use the card in the Alexa app. }}
intents: {{ Hello: {{ samples: [say hello], auth: required }} }}\n"
        )
    };
    let skips =
        |enablement: &str| file(&input(&keys(enablement), ""), "account-linking.json")["accountLinkingRequest"]["skipOnEnablement"].take();
    assert_eq!(skips("enablement: optional,"), true);
    assert_eq!(skips("enablement: optional, quoted_enablement: true,"), "true");
    assert_eq!(skips("enablement: required, quoted_enablement: true,"), "false");
    assert_eq!(skips("quoted_enablement: true,"), json!(null));
}
