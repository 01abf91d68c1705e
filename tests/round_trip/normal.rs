//! Each normalisation: what it does not tell apart, and what it still does.

use sayso_tests::package::{Package, differences, normal};
use serde_json::{Value, json};

fn model(model: Value) -> Package {
    Package { models: [("en-US".to_owned(), model)].into(), ..Package::default() }
}

fn manifest(manifest: Value) -> Package {
    Package { manifest: Some(manifest), ..Package::default() }
}

fn linking(linking: Value) -> Package {
    Package { linking: Some(linking), ..Package::default() }
}

fn intent(intent: Value) -> Package {
    model(json!({"interactionModel": {"languageModel": {"intents": [intent]}}}))
}

/// A dialog over an intent that declares two slots.
fn dialog(entry: Value) -> Package {
    let slots = json!([{"name": "city", "type": "AMAZON.City"}, {"name": "day", "type": "AMAZON.DATE"}]);
    let language = json!({"intents": [{"name": "Go", "slots": slots}]});
    model(json!({"interactionModel": {"languageModel": language, "dialog": {"intents": [entry]}}}))
}

#[track_caller]
fn same(one: &Package, other: &Package) {
    assert_eq!(differences(one, other), Vec::<String>::new());
    assert_eq!(differences(other, one), Vec::<String>::new());
}

#[track_caller]
fn differ(one: &Package, other: &Package) {
    assert_ne!(differences(one, other), Vec::<String>::new());
    assert_ne!(differences(other, one), Vec::<String>::new());
}

#[test]
fn envelope() {
    let inside = json!({"manifestVersion": "1.0"});
    same(&manifest(json!({"manifest": inside})), &manifest(json!({"skillManifest": inside})));
    same(&manifest(json!({"manifest": inside})), &manifest(inside.clone()));
    differ(&manifest(json!({"manifest": inside})), &manifest(json!({"manifest": {"manifest": inside}})));
    differ(&manifest(json!({"manifest": inside})), &manifest(json!({"manifest": inside, "vendorId": "M1"})));

    let request = json!({"type": "IMPLICIT", "clientId": "a"});
    same(&linking(json!({"accountLinkingRequest": request})), &linking(json!({"accountLinkingResponse": request})));
    same(&linking(json!({"accountLinkingRequest": request})), &linking(request.clone()));
    differ(&linking(json!({"accountLinkingRequest": request})), &linking(json!({"type": "IMPLICIT", "clientId": "b"})));

    let language = json!({"languageModel": {"invocationName": "a b"}, "prompts": [{"id": "x"}]});
    same(
        &model(json!({"interactionModel": language, "version": "2"})),
        &model(json!({"languageModel": language["languageModel"], "prompts": language["prompts"], "version": "2"})),
    );
    differ(&model(json!({"interactionModel": language})), &model(json!({"interactionModel": language, "version": "2"})));
}

#[test]
fn linking_inside_the_manifest() {
    let request = json!({"type": "IMPLICIT"});
    let inside = manifest(json!({"manifest": {"manifestVersion": "1.0", "accountLinkingRequest": request}}));
    let beside =
        Package { linking: Some(json!({"accountLinkingRequest": request})), ..manifest(json!({"manifest": {"manifestVersion": "1.0"}})) };
    same(&inside, &beside);
    differ(&inside, &manifest(json!({"manifest": {"manifestVersion": "1.0"}})));
    differ(&inside, &Package { linking: Some(json!({"accountLinkingRequest": {"type": "AUTH_CODE"}})), ..beside.clone() });
    same(&Package { linking: beside.linking.clone(), ..inside.clone() }, &beside);
    same(&manifest(json!({"manifest": {"manifestVersion": "1.0"}, "accountLinkingRequest": request})), &beside);
    differ(&manifest(json!({"manifest": {"manifestVersion": "1.0", "accountLinkingRequest": "none"}})), &beside);
    same(
        &manifest(
            json!({"manifest": {"manifestVersion": "1.0", "apis": {"custom": {"accountLinking": {"accountLinkingRequest": request}}}}}),
        ),
        &Package { linking: beside.linking.clone(), ..manifest(json!({"manifest": {"manifestVersion": "1.0", "apis": {"custom": {}}}})) },
    );
}

#[test]
fn nothing_said() {
    same(&intent(json!({"name": "Go", "slots": [], "samples": []})), &intent(json!({"name": "Go"})));
    same(
        &manifest(json!({"manifest": {"events": null, "permissions": [], "privacyAndCompliance": {"locales": {"de-DE": {}}}}})),
        &manifest(json!({})),
    );
    differ(&intent(json!({"name": "Go", "generatedBy": ""})), &intent(json!({"name": "Go"})));
    differ(&intent(json!({"name": "Go", "samples": [""]})), &intent(json!({"name": "Go"})));
    differ(&intent(json!({"name": "Go", "samples": [{}, "a"]})), &intent(json!({"name": "Go", "samples": ["a"]})));
    differ(&manifest(json!({"manifest": {"apis": {"custom": {}}}})), &manifest(json!({"manifest": {"apis": {}}})));
    differ(
        &manifest(json!({"manifest": {"apis": {"custom": {"endpoint": {}}}}})),
        &manifest(json!({"manifest": {"apis": {"smartHome": {}}}})),
    );
    same(
        &manifest(json!({"manifest": {"apis": {"custom": {"endpoint": {}, "interfaces": []}}}})),
        &manifest(json!({"manifest": {"apis": {"custom": {}}}})),
    );
    differ(&manifest(json!({"manifest": {"publishingInformation": {"isAvailableWorldwide": false}}})), &manifest(json!({})));
}

#[test]
fn blanks_around_samples() {
    same(&intent(json!({"name": "Go", "samples": [" go  there\t"]})), &intent(json!({"name": "Go", "samples": ["go  there"]})));
    let slot = |sample: &str| intent(json!({"name": "Go", "slots": [{"name": "city", "samples": [sample]}]}));
    same(&slot("to {city} "), &slot("to {city}"));
    differ(&intent(json!({"name": "Go", "samples": ["go  there"]})), &intent(json!({"name": "Go", "samples": ["go there"]})));
    differ(&intent(json!({"name": "Go "})), &intent(json!({"name": "Go"})));
    let words = |word: &str| {
        model(json!({"interactionModel": {"languageModel": {"types": [{"name": "T", "values": [{"name": {"value": word}}]}]}}}))
    };
    differ(&words("a "), &words("a"));
}

#[test]
fn write_only_secret() {
    let request = |secret: Value| linking(json!({"accountLinkingRequest": {"type": "AUTH_CODE", "clientSecret": secret}}));
    same(&request(json!("one")), &request(json!("other")));
    same(&request(json!("one")), &linking(json!({"accountLinkingRequest": {"type": "AUTH_CODE"}})));
    let id = |id: &str| linking(json!({"accountLinkingRequest": {"clientId": id}}));
    differ(&id("one"), &id("other"));
    differ(&manifest(json!({"manifest": {"clientSecret": "one"}})), &manifest(json!({"manifest": {"clientSecret": "other"}})));
}

#[test]
fn not_required() {
    let slot = |said: Value| dialog(json!({"name": "Go", "slots": [said]}));
    let prompts = json!({"elicitation": "Ask.City"});
    same(
        &slot(
            json!({"name": "city", "type": "AMAZON.City", "prompts": prompts, "elicitationRequired": false, "confirmationRequired": false}),
        ),
        &slot(json!({"name": "city", "type": "AMAZON.City", "prompts": prompts})),
    );
    same(&dialog(json!({"name": "Go", "confirmationRequired": false})), &dialog(json!({"name": "Go"})));
    differ(&dialog(json!({"name": "Go", "confirmationRequired": true})), &dialog(json!({"name": "Go"})));
    differ(&dialog(json!({"name": "Go", "confirmationRequired": "false"})), &dialog(json!({"name": "Go"})));
    differ(&intent(json!({"name": "Go", "confirmationRequired": false})), &intent(json!({"name": "Go"})));
}

#[test]
fn slot_that_nothing_is_asked_of() {
    let slots = |slots: Value| dialog(json!({"name": "Go", "slots": slots}));
    let city = json!({"name": "city", "type": "AMAZON.City", "elicitationRequired": true, "prompts": {"elicitation": "Ask.City"}});
    let day = json!({"name": "day", "type": "AMAZON.DATE", "elicitationRequired": false, "confirmationRequired": false, "prompts": {}});
    same(&slots(json!([city, day])), &slots(json!([city])));
    same(&slots(json!([day, {"name": "city"}])), &dialog(json!({"name": "Go"})));
    differ(&slots(json!([city])), &slots(json!([day])));
    differ(&slots(json!([{"name": "day", "type": "AMAZON.TIME"}])), &dialog(json!({"name": "Go"})));
    differ(&slots(json!([{"name": "night", "type": "AMAZON.DATE"}])), &dialog(json!({"name": "Go"})));
    differ(&slots(json!([{"name": "day", "type": "AMAZON.DATE", "prompts": {"elicitation": "Ask.Day"}}])), &dialog(json!({"name": "Go"})));
    differ(&slots(json!([day])), &model(json!({"interactionModel": {"languageModel": {"intents": [{"name": "Go"}]}}})));
}

#[test]
fn each_has_a_test() {
    let tests = include_str!("normal.rs");
    for normalisation in normal::ALL {
        let test = format!("fn {}()", normalisation.name.replace([' ', '-'], "_"));
        assert!(tests.contains(&test), "`{}` has no test `{test}`", normalisation.name);
    }
}
