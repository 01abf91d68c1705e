//! A lenient compilation lets pass what Amazon would refuse: what is written then is still whole.

use crate::mutations::{config, damaged};
use crate::support::{Members, lenient};
use proptest::prelude::*;
use sayso_compiler::Input;

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn what_passes_is_written_without_a_key_twice(text in damaged()) {
        for (path, bytes) in lenient(&Input::from_text("skill.yaml", text.clone())).unwrap_or_default() {
            let read = serde_json::from_slice::<Members>(&bytes);
            prop_assert!(read.is_ok(), "{path}: {read:?}\n{text}");
        }
    }
}

#[test]
fn what_amazon_would_refuse_is_written_as_it_stands() {
    let text = "sayso: 1
locales: [en-US, xx-YY]
skill: { name: '', invocation: 7 Up!, category: NONE, small_icon: x, locales: [] }
endpoint: { certificate: self_signed }
events: { subscriptions: [NOTHING] }
interaction_model: { locales: [en-US] }
intents:
  '1 2': { samples: ['', 'hello {nobody} # 1'], slots: { '': Nothing, 'a b': { required: true, confirm: { required: true } } } }
  AMAZON.Nothing: [hi]
  AMAZON.StopIntent: omit
types: { '': [''], Empty: [], '?': { catalog: x } }
amazon:
  interaction_model: { languageModel: { intents: [{ name: Raw }], invocationName: raw }, prompts: [] }
  manifest: { publishingInformation: { category: RAW } }
";
    let files = lenient(&Input::from_text("skill.yaml", text)).expect("no errors");
    let model: serde_json::Value = serde_json::from_slice(&files["skill-package/interactionModels/custom/en-US.json"]).expect("JSON");
    let language = &model["interactionModel"]["languageModel"];
    assert_eq!(language["invocationName"], "raw");
    let names: Vec<_> = language["intents"].as_array().unwrap().iter().map(|intent| intent["name"].as_str().unwrap()).collect();
    assert_eq!(names[..2], ["1 2", "AMAZON.Nothing"]);
    assert!(names.contains(&"Raw") && !names.contains(&"AMAZON.StopIntent"), "{names:?}");
    assert_eq!(language["intents"][0]["samples"], serde_json::json!(["", "hello {nobody} # 1"]));
    assert_eq!(language["intents"][0]["slots"], serde_json::json!([{ "name": "", "type": "Nothing" }, { "name": "a b" }]));
    let manifest: serde_json::Value = serde_json::from_slice(&files["skill-package/skill.json"]).expect("JSON");
    assert_eq!(manifest["manifest"]["publishingInformation"]["category"], "RAW");
}

#[test]
fn secrets_paths_and_promises_stay_errors() {
    for (keys, code) in [
        ("locales: ['../../x']", "LO009"),
        ("locales: [en-US]\namazon: { manifest: { accountLinkingRequest: { clientSecret: x } } }", "MF064"),
        ("locales: [en-US]\nintents: { Hello: { auth: required, samples: [hello] } }", "AL004"),
        ("locales: [en-US]\nintents: { Hello: ['(hello'] }", "UT001"),
    ] {
        let found = lenient(&Input::from_text("skill.yaml", format!("sayso: 1\n{keys}\n")));
        assert!(matches!(&found, Err(codes) if codes.contains(&code)), "{code}: {found:?}");
    }
}
