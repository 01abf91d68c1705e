//! What is not the same afterwards: each row of the table in docs/import.md, imported and built.

use crate::package::{Files, Package};
use sayso_compiler::package::Role;
use serde_json::{Value, json};

/// A row: what it is called in the docs, and what shows it.
type Row = (&'static str, fn());

const ROWS: &[Row] = &[
    ("lists in any order", lists_in_any_order),
    ("`skillManifest` (the old name), or no envelope", envelope_of_a_manifest),
    ("a model without `interactionModel` around it", envelope_of_a_model),
    ("`accountLinkingResponse`, or no envelope", envelope_of_account_linking),
    ("account linking anywhere in the manifest or beside it", misplaced_account_linking),
    ("an empty `accessTokenUrl` or `clientSecret` of the implicit grant", nothing_of_the_implicit_grant),
    ("`clientSecret`", client_secret),
    ("keys of account linking that Amazon does not have and that seem to be secrets (`apiKey`, `password` …)", other_secrets),
    ("white space around a sample", white_space),
    ("empty lists and objects, `null`", nothing_said),
    ("a dialog that lists some slots of its intent", slots_of_a_dialog),
    ("`elicitationRequired` or `confirmationRequired` left out", left_out),
    ("`start` or `end` of a duration left out", half_a_duration),
    ("a key beside the envelope, such as `vendorId`", beside_the_envelope),
    ("a key that stands twice (with `--lenient`)", a_key_that_stands_twice),
    ("a number that 64 bits do not hold, or that is written in another way, as `1e2`", numbers),
];

#[test]
fn each_is_as_the_docs_say() {
    ROWS.iter().for_each(|(_, show)| show());
}

#[test]
fn the_docs_list_these_and_no_others() {
    let docs = include_str!("../../../docs/import.md");
    let (_, table) = docs.split_once("|---|---|---|\n").expect("a table");
    let rows: Vec<&str> = table.lines().map_while(|line| line.strip_prefix("| ")?.split(" | ").next()).collect();
    assert_eq!(rows, ROWS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

fn file(role: Role, document: &Value) -> Package {
    Package::default().file(role, document.to_string().as_bytes())
}

fn model(language: &Value) -> Value {
    json!({"interactionModel": {"languageModel": language}})
}

fn built_manifest(files: &Files) -> Value {
    files.built("skill-package/skill.json")
}

fn built_model(files: &Files, locale: &str) -> Value {
    files.built(&format!("skill-package/interactionModels/custom/{locale}.json"))["interactionModel"].take()
}

fn built_linking(files: &Files) -> Value {
    files.built("account-linking.json")
}

const AT: &str = "skill.json";

fn names(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|item| item["name"].as_str().expect("a name")).collect()
}

fn lists_in_any_order() {
    let intents =
        |names: [&str; 2]| json!({"invocationName": "a b", "intents": names.map(|name| json!({"name": name, "samples": [name, "so"]}))});
    let package = Package::default()
        .whole_model("en-US", &model(&intents(["One", "Two"])).to_string())
        .whole_model("en-GB", &model(&intents(["Two", "One"])).to_string());
    let files = package.imported();
    for locale in ["en-US", "en-GB"] {
        assert_eq!(names(&built_model(&files, locale)["languageModel"]["intents"]), ["One", "Two"]);
    }
    let place = |platform: &str| json!({"platformType": platform, "platformAuthorizationUrl": "https://a.dev/b"});
    let both = |platforms: [&str; 2]| Value::from(platforms.map(place).to_vec());
    let linking = json!({"type": "AUTH_CODE", "authorizationUrl": "https://a.dev/b", "clientId": "c",
        "authorizationUrlsByPlatform": both(["Android", "iOS"])});
    let built = built_linking(&Package::default().linking(&linking.to_string()).imported_leniently());
    assert_eq!(built["accountLinkingRequest"]["authorizationUrlsByPlatform"], both(["iOS", "Android"]));
}

fn envelope_of_a_manifest() {
    let inside =
        json!({"manifestVersion": "1.0", "apis": {"custom": {"interfaces": []}}, "publishingInformation": {"category": "NOVELTY"}});
    for document in [json!({"skillManifest": inside}), inside.clone()] {
        assert_eq!(built_manifest(&file(Role::Manifest, &document).imported()), json!({"manifest": inside}), "{AT}");
    }
}

fn envelope_of_a_model() {
    let inside = json!({"languageModel": {"invocationName": "a b", "intents": [{"name": "Go", "samples": ["go"]}], "types": []}});
    let mut bare = inside.clone();
    bare["version"] = json!("3");
    let files = file(Role::Model("en-US".to_owned()), &bare).imported();
    let built = files.built("skill-package/interactionModels/custom/en-US.json");
    assert_eq!(built["version"], "3");
    assert_eq!(built["interactionModel"]["languageModel"]["intents"][0]["samples"], json!(["go"]));
}

fn envelope_of_account_linking() {
    let inside = json!({"type": "IMPLICIT", "authorizationUrl": "https://a.dev/b", "clientId": "c"});
    for document in [json!({"accountLinkingResponse": inside}), inside.clone()] {
        assert_eq!(built_linking(&file(Role::AccountLinking, &document).imported()), json!({"accountLinkingRequest": inside}));
    }
}

fn misplaced_account_linking() {
    let request = |id: &str| json!({"type": "IMPLICIT", "authorizationUrl": "https://a.dev/b", "clientId": id});
    let manifest = json!({"manifest": {"manifestVersion": "1.0", "apis": {"custom": {"accountLinking": request("inside")}}}});
    let files = file(Role::Manifest, &manifest).imported();
    assert_eq!(built_linking(&files)["accountLinkingRequest"], request("inside"));
    assert_eq!(built_manifest(&files)["manifest"]["apis"], json!({"custom": {"interfaces": []}}));
    let beside = || file(Role::Manifest, &manifest).linking(&request("beside").to_string());
    assert!(beside().told(false).iter().any(|line| line.starts_with("PK006")), "{:?}", beside().told(false));
    assert_eq!(built_linking(&beside().imported())["accountLinkingRequest"], request("beside"));
}

fn client_secret() {
    let files =
        Package::default().linking(r#"{"type": "AUTH_CODE", "authorizationUrl": "https://a.dev/b", "clientSecret": "hunter2"}"#).imported();
    let built = built_linking(&files)["accountLinkingRequest"]["clientSecret"].take();
    assert!(built.as_str().is_some_and(|text| text.starts_with("<env:ALEXA_CLIENT_SECRET:")), "{built}");
}

fn other_secrets() {
    let request = json!({"type": "IMPLICIT", "authorizationUrl": "https://a.dev/b", "clientId": "c"});
    let mut more = request.clone();
    more["apiKey"] = json!("hunter2");
    more["own"] = json!({"password": "hunter2"});
    assert_eq!(built_linking(&Package::default().linking(&more.to_string()).imported())["accountLinkingRequest"], request);
}

fn nothing_of_the_implicit_grant() {
    let request = json!({"type": "IMPLICIT", "authorizationUrl": "https://a.dev/b", "clientId": "c"});
    let mut more = request.clone();
    more["accessTokenUrl"] = json!("");
    more["clientSecret"] = json!("");
    assert_eq!(built_linking(&Package::default().linking(&more.to_string()).imported())["accountLinkingRequest"], request);
}

fn white_space() {
    let slot = json!({"name": "city", "type": "AMAZON.City", "samples": ["\tto {city} "]});
    let intents = json!([{"name": "Go", "slots": [slot], "samples": [" go  to {city} "]}]);
    let files =
        Package::default().whole_model("en-US", &model(&json!({"invocationName": "a b", "intents": intents})).to_string()).imported();
    let built = built_model(&files, "en-US")["languageModel"]["intents"][0].take();
    assert_eq!((&built["samples"], &built["slots"][0]["samples"]), (&json!(["go  to {city}"]), &json!(["to {city}"])));
}

fn nothing_said() {
    let said = json!({"manifest": {"manifestVersion": "1.0", "apis": {"custom": {"interfaces": []}}, "publishingInformation": {"locales": {"en-US": {}}}}});
    let mut more = said.clone();
    more["manifest"]["apis"]["custom"] = json!({});
    more["manifest"]["permissions"] = json!([]);
    more["manifest"]["events"] = json!({});
    more["manifest"]["privacyAndCompliance"] = json!(null);
    more["manifest"]["publishingInformation"]["distributionCountries"] = json!([]);
    assert_eq!(built_manifest(&file(Role::Manifest, &more).imported()), said);
}

/// A model with a dialog, whose entry for the slot `city` this is.
fn dialog(entry: &Value) -> Value {
    let slots = json!([{"name": "city", "type": "AMAZON.City"}, {"name": "day", "type": "AMAZON.DATE"}]);
    let language = json!({"invocationName": "a b", "intents": [{"name": "Go", "slots": slots, "samples": ["go"]}]});
    let document = json!({"interactionModel": {"languageModel": language, "dialog": {"intents": [{"name": "Go", "slots": [entry]}]}}});
    built_model(&Package::default().whole_model("en-US", &document.to_string()).imported(), "en-US")["dialog"]["intents"][0].take()
}

fn slots_of_a_dialog() {
    let built = dialog(&json!({"name": "city", "type": "AMAZON.City", "elicitationRequired": true, "prompts": {"elicitation": "Ask"}}));
    assert_eq!(names(&built["slots"]), ["city", "day"]);
    assert_eq!((&built["slots"][1]["elicitationRequired"], built["slots"][1].get("prompts")), (&json!(false), Some(&json!({}))));
}

fn left_out() {
    let built = dialog(&json!({"name": "city", "type": "AMAZON.City", "prompts": {"elicitation": "Ask"}}));
    assert_eq!((&built["confirmationRequired"], &built["slots"][0]["elicitationRequired"]), (&json!(false), &json!(false)));
}

fn half_a_duration() {
    for (said, both) in [(json!({"start": "P0D"}), ["P0D", ""]), (json!({"end": "P1D"}), ["", "P1D"])] {
        let mut bound = json!({"type": "isInDuration", "prompt": "Bound"});
        bound.as_object_mut().expect("an object").extend(said.as_object().expect("an object").clone());
        let built = dialog(&json!({"name": "city", "type": "AMAZON.City", "prompts": {}, "validations": [bound]}));
        let bound = &built["slots"][0]["validations"][0];
        assert_eq!([&bound["start"], &bound["end"]], both.map(|bound| json!(bound)).each_ref());
    }
}

fn beside_the_envelope() {
    let manifest = json!({"manifest": {"manifestVersion": "1.0", "apis": {"custom": {}}}, "vendorId": "M1"});
    let package = || file(Role::Manifest, &manifest);
    assert!(package().told(false)[0].starts_with("PK007"), "{:?}", package().told(false));
    assert_eq!(built_manifest(&package().imported()).get("vendorId"), None);
}

fn a_key_that_stands_twice() {
    let package = || Package::default().manifest(r#"{"manifestVersion": "1.0", "apis": {"custom": {}}, "x": 1, "x": 2}"#);
    assert!(package().told(false)[0].starts_with("PK002"), "{:?}", package().told(false));
    assert_eq!(built_manifest(&package().imported_leniently())["manifest"]["x"], 2);
}

fn numbers() {
    let files =
        Package::default().manifest(r#"{"manifestVersion": "1.0", "apis": {"custom": {}}, "x": [1e2, 18446744073709551617]}"#).imported();
    assert_eq!(built_manifest(&files)["manifest"]["x"].to_string(), "[100.0,1.8446744073709552e+19]");
}
