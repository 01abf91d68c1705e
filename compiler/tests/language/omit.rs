//! `omit`: a locale has none of what others have.

use crate::support::{codes, input, manifest, model};
use serde_json::{Value, json};

const VISIT: &str = "
intents:
  Hello: [say hello]
  Visit:
    delegation: skill_response
    confirm: Shall we go?
    samples: ['visit {city}']
    slots:
      city:
        type: AMAZON.City
        multiple: true
        required: true
        ask: Where to?
        confirm: 'To {city}?'
        samples: ['to {city}']
        validate: [{ is_in_set: [Rome], prompt: Rome only. }]
dialog: { delegation: skill_response }
fallback_sensitivity: low
";

const DE: &str = "
skill: { name: Hallo Freund, invocation: hallo freund }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }
dialog: { delegation: omit }
fallback_sensitivity: omit
intents:
  Hello: [sag hallo]
  Visit:
    delegation: omit
    confirm: omit
    samples: ['besuche {city}']
    slots: { city: { multiple: omit, required: omit, ask: omit, confirm: omit, samples: omit, validate: omit } }
";

#[test]
fn nothing_of_the_dialog_is_left_where_all_of_it_is_omitted() {
    let skill = input(VISIT, DE);
    let model = model(&skill, "de-DE");
    let interaction = &model["interactionModel"];
    assert_eq!(interaction.get("dialog"), None);
    assert_eq!(interaction.get("prompts"), None);
    assert_eq!(interaction["languageModel"].get("modelConfiguration"), None);
    let visit = interaction["languageModel"]["intents"].as_array().unwrap().iter().find(|intent| intent["name"] == "Visit");
    let slots = json!([{ "name": "city", "type": "AMAZON.City" }]);
    assert_eq!(visit, Some(&json!({ "name": "Visit", "slots": slots, "samples": ["besuche {city}"] })));
}

#[test]
fn what_one_locale_omits_the_others_keep() {
    let skill = input(VISIT, DE);
    let model = model(&skill, "en-US");
    assert_eq!(model["interactionModel"]["dialog"]["delegationStrategy"], "SKILL_RESPONSE");
    assert_eq!(model["interactionModel"]["prompts"].as_array().map(Vec::len), Some(4));
}

#[test]
fn what_is_omitted_is_no_hole() {
    let keys = "skill: { name: Hello Friend, invocation: hello friend, summary: Says hello., keywords: [hello], small_icon: 'https://a.friend.dev/1.png' }\n";
    let de = "skill: { name: Hallo Freund, invocation: hallo freund, summary: omit, keywords: omit, small_icon: omit }
intents: { Hello: [sag hallo] }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }";
    let listing = manifest(&input(keys, de))["publishingInformation"]["locales"]["de-DE"].take();
    assert_eq!(listing, json!({ "name": "Hallo Freund" }));
}

#[test]
fn what_amazon_needs_is_missing_where_it_is_omitted() {
    let de = "skill: { name: omit, invocation: omit }
intents: { Hello: omit }
speech: { help: Sag hallo., fallback: Du kannst hallo sagen. }";
    let found = codes(&input("", de));
    assert!(["IM028", "MF005"].iter().all(|code| found.contains(code)), "{found:?}");
    let found = codes(&input(VISIT, &DE.replace("required: omit, ", "")));
    assert!(found.contains(&"IM018"), "{found:?}");
}

#[test]
fn the_word_in_quotes_is_a_text() {
    let keys = "skill: { name: Hello Friend, invocation: hello friend, summary: \"omit\", description: omit }\n";
    let listing = manifest(&input(keys, ""))["publishingInformation"]["locales"]["en-US"].take();
    assert_eq!(listing, json!({ "name": "Hello Friend", "summary": "omit" }));
}

#[test]
fn a_type_may_have_values_in_one_locale_and_a_catalog_in_another() {
    let catalog = |digit: char| format!("amzn1.ask.interactionModel.catalog.0000000{digit}-0000-4000-8000-000000000000");
    let intents = "intents: { Hello: { samples: ['say hello to {name}'], slots: { name: Friend } } }\n";
    let keys = format!("{intents}types: {{ Friend: {{ values: [Ada], catalog: omit, version: omit }} }}\n");
    let de = |rest: &str| {
        format!(
            "skill: {{ name: Hallo Freund, invocation: hallo freund }}
intents: {{ Hello: {{ samples: ['sag {{name}} hallo'] }} }}
speech: {{ help: Sag hallo., fallback: Du kannst hallo sagen. }}
types: {{ Friend: {{ {rest} }} }}"
        )
    };
    let skill = input(&keys, &de(&format!("values: omit, catalog: {}, version: '1'", catalog('1'))));
    let kind = |skill, locale| -> Value { model(skill, locale)["interactionModel"]["languageModel"]["types"][0].take() };
    assert_eq!(kind(&skill, "en-US"), json!({ "name": "Friend", "values": [{ "name": { "value": "Ada" } }] }));
    assert_eq!(kind(&skill, "de-DE")["valueSupplier"]["valueCatalog"]["catalogId"], catalog('1'));
    assert_eq!(kind(&skill, "de-DE").get("values"), None);
    let keys = format!("{intents}types: {{ Friend: {{ catalog: {}, version: '1' }} }}\n", catalog('1'));
    let skill = input(&keys, &de(&format!("catalog: {}", catalog('2'))));
    assert_eq!(kind(&skill, "de-DE")["valueSupplier"]["valueCatalog"]["catalogId"], catalog('2'));
}
