//! What is no package.

use super::package::Package;
use sayso_compiler::package::Role;

fn told(bytes: &[u8]) -> Vec<String> {
    Package::default().file(Role::Manifest, bytes).told(false)
}

#[test]
fn what_is_not_json_is_told_at_its_place() {
    assert_eq!(told(b"{\"manifest\": {\n  \"a\": 1\n  \"b\": 2}}"), ["PK001 file.json:2:9 this is not JSON: expected comma"]);
    assert_eq!(told(b"{\"manifest\": {}"), ["PK001 file.json:1:16 this is not JSON: the file ends within an object"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": [1,\n"), ["PK001 file.json:2:1 this is not JSON: the file ends within a list"]);
    assert_eq!(told(b""), ["PK001 file.json:1:1 the file is empty"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": \"a\tb\"}}"), ["PK001 file.json:1:22 this is not JSON: a control character in a text"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": 1, \"a\": 2}}"), ["PK002 file.json:1:23 the key `a` stands twice"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": 1e999}}"), ["PK003 file.json:1:20 no number is as large as `1e999`"]);
    assert_eq!(told(b"{\"manifest\": \"\xC3(\"}"), ["PK001 file.json:1:15 the byte 0xC3 is not UTF-8; save the file as UTF-8"]);
    assert_eq!(told(b"\xFF\xFE{\0}\0"), ["PK001 file.json:1:1 the file is written in UTF-16; save it as UTF-8"]);
    assert_eq!(told(b"\xEF\xBB\xBF{\"manifest\": {}}"), ["PK001 file.json:1:1 this is not JSON: the file begins with a byte-order mark"]);
    assert_eq!(told(b"// so\n{\"manifest\": {}}"), ["PK001 file.json:1:1 this is not JSON: comments are not allowed"]);
    assert_eq!(told(b"[1]"), ["PK004 file.json:1:1 this is not a skill manifest"]);
    assert_eq!(told("[".repeat(100_000).as_bytes()).len(), 1);
}

#[test]
fn lenience_reads_what_can_be_read() {
    for text in ["\u{feff}{\"manifest\": {}}", "// so\n{\"manifest\": {},}", "{\"manifest\": {\"a\": 1 \"b\": 2, \"a\": 3}}"] {
        let package = Package::default().file(Role::Manifest, text.as_bytes());
        assert!(package.import(false).files.is_none(), "{text}");
        assert!(package.import(true).files.is_some(), "{text}: {:?}", package.told(true));
        assert!(!package.told(true).is_empty(), "{text}");
    }
    assert!(Package::default().file(Role::Manifest, b"{\"manifest\": \"\xC3(\"}").import(true).files.is_none());
}

#[test]
fn what_is_beside_an_envelope_is_told() {
    assert_eq!(told(b"{\"manifest\": {}, \"vendorId\": \"a\"}"), ["PK007 file.json:1:18 `vendorId` stands beside `manifest`"]);
    assert_eq!(told(b"{\"manifest\": {}, \"accountLinkingRequest\": {\"clientId\": \"a\"}}").len(), 1);
    assert_eq!(told(b"{\"manifest\": false}"), ["PK004 file.json:1:1 this is not a skill manifest"]);
}

#[test]
fn account_linking_in_the_manifest_beside_a_request_is_told_and_left_out() {
    let manifest = r#"{"manifestVersion": "1.0", "accountLinking": {"clientId": "old", "clientSecret": "hunter2"}}"#;
    let package = || Package::default().manifest(manifest);
    assert_eq!(package().told(false), ["PK006 skill.json:1:59 account linking is no part of the manifest"]);
    assert!(package().imported().only().contains("client_id: old\n"));
    let with_request = || package().linking(r#"{"accountLinkingRequest": {"clientId": "new"}}"#);
    assert_eq!(with_request().told(false), ["PK006 skill.json:1:59 account linking is no part of the manifest"]);
    let files = with_request().imported();
    assert!(files.only().contains("client_id: new\n"), "{}", files.only());
    assert!(!files.only().contains("old") && !files.only().contains("hunter2"), "{}", files.only());
}

#[test]
fn account_linking_anywhere_in_the_manifest_is_found() {
    let request = r#"{"clientId": "old", "clientSecret": "hunter2"}"#;
    for manifest in [
        format!(r#"{{"apis": {{"custom": {{"accountLinkingRequest": {request}}}}}}}"#),
        format!(r#"{{"publishingInformation": {{"account_linking": {{"accountLinkingRequest": {request}}}}}}}"#),
        format!(r#"{{"privacyAndCompliance": {{"locales": {{"en-US": {{"accountLinkingInfo": {request}}}}}}}}}"#),
    ] {
        let package = || Package::default().manifest(&manifest);
        let codes: Vec<String> = package().told(false).into_iter().map(|told| told[..5].to_owned()).collect();
        assert_eq!(codes, ["PK006"], "{manifest}");
        let files = package().imported();
        assert!(files.only().contains("client_id: old\n"), "{}", files.only());
        assert!(!files.only().contains("hunter2") && !files.only().contains("amazon:\n  manifest:\n    a"), "{}", files.only());
    }
    let other = Package::default().manifest(r#"{"accountLinkingSince": {"year": 2017}}"#).imported();
    assert!(other.only().contains("accountLinkingSince:"), "{}", other.only());
}

#[test]
fn what_is_beside_a_bare_model_is_told() {
    let language = r#""languageModel": {"invocationName": "hello", "intents": [{"name": "Hello", "samples": ["hello"]}]}"#;
    let bare = |more: &str| Package::default().whole_model("en-US", &format!("{{{language}, \"prompts\": [], \"version\": \"2\"{more}}}"));
    assert_eq!(bare("").told(false), [""; 0]);
    let with_key = bare(", \"x\": true");
    assert!(with_key.told(false)[0].starts_with("PK007 en-US.json:1:"), "{:?}", with_key.told(false));
    assert!(with_key.told(false)[0].ends_with(" `x` stands beside `languageModel`"), "{:?}", with_key.told(false));
    assert_eq!(with_key.imported().only(), bare("").imported().only());
    // What is no envelope has nothing inside.
    assert_eq!(bare(", \"interactionModel\": 1").imported().only(), bare("").imported().only());
}

#[test]
fn whole_numbers_are_as_they_were() {
    let written =
        Package::default().manifest("{\"manifestVersion\": \"1.0\", \"x\": 18446744073709551615, \"z\": -9223372036854775808}").imported();
    assert!(written.only().contains("x: 18446744073709551615"), "{}", written.only());
    assert!(written.only().contains("z: -9223372036854775808"), "{}", written.only());
}

#[test]
fn numbers_are_the_same_in_json() {
    let numbers = "[-0, -0.0, 0.0, 1.0, 1e2, -1E-2, 2.5, 0.1e-400, 1e308, 18446744073709551616, -9223372036854775809, 123456789012345678901234567890]";
    let manifest = format!("{{\"manifestVersion\": \"1.0\", \"x\": {numbers}}}");
    let built = Package::default().manifest(&manifest).imported().built("skill-package/skill.json");
    assert_eq!(built["manifest"]["x"], serde_json::from_str::<serde_json::Value>(numbers).expect("it is JSON"));
}

#[test]
fn forms_that_amazon_gave_up_are_told_with_what_becomes_of_them() {
    let beta = r#"{"intents": [{"name": "Go", "samples": ["go"], "slots": []}], "types": [], "dialog": {"intents": []}}"#;
    let schema = r#"{"intents": [{"intent": "Go", "slots": [{"name": "a", "type": "A"}]}]}"#;
    let other = r#"{"invocation": "hello", "intents": [{"name": "Go", "phrases": ["go"]}]}"#;
    for role in [Role::Model("en-US".to_owned()), Role::Loose("en-US".to_owned())] {
        for (text, expected) in [
            (beta, "it is the form of the skill builder's beta"),
            (schema, "it is a form that Amazon gave up in 2018"),
            (other, "interactionModel"),
            (r#"{"intents": []}"#, "interactionModel"),
            (r#"{"intents": [1]}"#, "interactionModel"),
        ] {
            let diagnostics = Package::default().file(role.clone(), text.as_bytes()).import(false).diagnostics;
            assert_eq!(diagnostics[0].code(), "PK004");
            assert!(diagnostics[0].helps[0].text.contains(expected), "{text}: {}", diagnostics[0].helps[0].text);
        }
    }
}

#[test]
fn a_part_is_there_once() {
    let manifest = b"{\"manifest\": {}}";
    let told = Package::default().file(Role::Manifest, manifest).file(Role::Loose("en-US".to_owned()), manifest).told(false);
    assert_eq!(told, ["PK005 file.json:1:1 this is a second manifest"]);
}

#[test]
fn what_cannot_be_said_is_told_where_it_stands() {
    let model = r#"{"interactionModel": {"languageModel": {"invocationName": "hello", "intents": [
{"name": "Hello", "sample": ["hello"]},
{"name": "Hi", "samples": ["hi"]}, {"name": "Hi", "samples": ["hey"]},
{"name": "Bye", "samples": "bye"},
{"name": "Go", "samples": ["go"], "slots": [{"name": "a", "kind": "b"}]}],
"types": [{"name": "T", "values": [{"name": {"value": "x", "synonym": ["y"]}}]}]},
"dialog": {"intents": [{"name": "Nowhere"}, {"name": "Bye"}]},
"prompts": [{"id": "P", "text": "so"},
{"id": "Q", "variations": [{"type": "Plain", "value": "so"}]}]}}"#;
    assert_eq!(
        Package::default().whole_model("en-US", model).told(false),
        [
            "PK008 en-US.json:2:19 an intent has no key `sample`; a similar one is `samples`",
            "PK008 en-US.json:3:45 the intent `Hi` stands twice",
            "PK008 en-US.json:4:28 `samples` of an intent is a text, and should be a list of texts",
            "PK008 en-US.json:5:59 a slot has no key `kind`",
            "PK008 en-US.json:6:60 the name of a value has no key `synonym`; a similar one is `synonyms`",
            "PK008 en-US.json:7:33 the dialog has the intent `Nowhere`, and the language model does not",
            "PK008 en-US.json:8:25 a prompt has no key `text`",
            "PK008 en-US.json:9:37 `type` of a variation is `Plain`; Amazon knows `PlainText` and `SSML`",
        ]
    );
}

/// What is told of a model: what it points at, and the message.
fn told_of_model(language: &str, rest: &str) -> Vec<String> {
    let model = format!(r#"{{"interactionModel": {{"languageModel": {{"invocationName": "hello", {language}}}{rest}}}}}"#);
    Package::default().whole_model("en-US", &model).pointed_out()
}

#[test]
fn an_intent_in_another_form_is_told_with_the_form_that_is_due() {
    for (intent, expected) in [
        ("7", "7: an intent is not an object"),
        (r#"{"samples": ["go"]}"#, r#"{"samples": ["go"]}: an intent has no `name`"#),
        (r#"{"name": ""}"#, r#""": `name` of an intent is empty, or has control characters in it"#),
        (r#"{"name": "Go", "samples": ["go", 1]}"#, "1: a number stands in `samples` of an intent, and should be a text"),
        (r#"{"name": "Go", "slots": {"name": "a"}}"#, r#"{"name": "a"}: `slots` of an intent is an object, and should be a list"#),
        (r#"{"name": "Go", "slots": [{"type": "A"}]}"#, r#"{"type": "A"}: a slot has no `name`"#),
        (r#"{"name": "Go", "slots": [{"name": "a", "type": 3}]}"#, "3: `type` of a slot is a number, and should be a text"),
        (
            r#"{"name": "Go", "slots": [{"name": "a", "multipleValues": {"enabled": "yes"}}]}"#,
            r#""yes": `enabled` of `multipleValues` is a text, and should be `true` or `false`"#,
        ),
        (r#"{"name": "Go", "slots": [{"name": "a"}, {"name": "b"}, {"name": "a"}]}"#, r#""a": the slot `a` stands twice"#),
    ] {
        assert_eq!(told_of_model(&format!(r#""intents": [{intent}]"#), ""), [expected], "{intent}");
    }
}

#[test]
fn a_slot_type_in_another_form_is_told_with_the_form_that_is_due() {
    for (slot_type, expected) in [
        (r#""values": [{"name": "x"}]"#, r#""x": the name of a value is not an object"#),
        (r#""values": [{"name": {"synonyms": ["y"]}}]"#, r#"{"synonyms": ["y"]}: the name of a value has no `value`"#),
        (r#""values": [{"name": {"value": 5}}]"#, "5: `value` of the name of a value is a number, and should be a text"),
        (r#""values": [{"id": 1.5, "name": {"value": "x"}}]"#, "1.5: `id` of a value is a number, and should be a text or a whole number"),
        (
            r#""values": [{"id": 1, "name": {"value": "x"}}, {"id": "2", "name": {"value": "y"}}]"#,
            r#""2": this id is a text, and those before it are numbers"#,
        ),
        (
            r#""valueSupplier": {"type": "Catalog"}"#,
            r#""Catalog": `type` of `valueSupplier` is `Catalog`; Amazon knows `InlineValueSupplier` and `CatalogValueSupplier`"#,
        ),
        (
            r#""valueSupplier": {"type": "CatalogValueSupplier", "valueCatalog": {"version": "1"}}"#,
            r#"{"version": "1"}: `valueCatalog` has no `catalogId`"#,
        ),
        (
            r#""valueSupplier": {"type": "CatalogValueSupplier", "values": [{"name": {"value": "x"}}]}"#,
            r#""CatalogValueSupplier": a supplier of the type `CatalogValueSupplier` has `valueCatalog`, and not `values`"#,
        ),
        (
            r#""values": [{"name": {"value": "x"}}], "valueSupplier": {"type": "InlineValueSupplier", "values": [{"name": {"value": "y"}}]}"#,
            r#""InlineValueSupplier": the slot type has values here, and others beside its `valueSupplier`"#,
        ),
    ] {
        let language = format!(r#""intents": [], "types": [{{"name": "T", {slot_type}}}]"#);
        assert_eq!(told_of_model(&language, ""), [expected], "{slot_type}");
    }
}

/// What is told of the dialog of an intent that has a slot for a city.
fn told_of_dialog(dialog: &str) -> Vec<String> {
    let slots = r#"[{"name": "city", "type": "AMAZON.City"}]"#;
    let language = format!(r#""intents": [{{"name": "Order", "samples": ["order"], "slots": {slots}}}]"#);
    told_of_model(&language, &format!(r#", "dialog": {{"intents": [{dialog}]}}"#))
}

#[test]
fn a_dialog_that_does_not_fit_its_intent_is_told_where_it_does_not() {
    for (slots, expected) in [
        (r#"{"name": "town"}"#, r#""town": the intent `Order` has no slot `town` in the language model"#),
        (
            r#"{"name": "city", "type": "AMAZON.US_CITY"}"#,
            r#""AMAZON.US_CITY": the slot `city` is of the type `AMAZON.US_CITY` in the dialog, and of the type `AMAZON.City` in the language model"#,
        ),
        (
            r#"{"name": "city"}"#,
            r#""city": the slot `city` is of no type in the dialog, and of the type `AMAZON.City` in the language model"#,
        ),
        (r#"{"name": "city", "type": "AMAZON.City"}, {"name": "city", "type": "AMAZON.City"}"#, r#""city": the slot `city` stands twice"#),
    ] {
        assert_eq!(told_of_dialog(&format!(r#"{{"name": "Order", "slots": [{slots}]}}"#)), [expected], "{slots}");
    }
    let delegated = told_of_dialog(r#"{"name": "Order", "delegationStrategy": "NEVER"}"#);
    let expected = r#""NEVER": `delegationStrategy` of an intent of a dialog is `NEVER`; Amazon knows `ALWAYS` and `SKILL_RESPONSE`"#;
    assert_eq!(delegated, [expected]);
    assert_eq!(told_of_dialog(r#"{"name": "Order"}, {"name": "Order"}"#), [r#""Order": the dialog of `Order` stands twice"#]);
}

#[test]
fn what_is_asked_in_another_form_is_told_with_the_form_that_is_due() {
    for (asked, expected) in [
        (r#""elicitationRequired": 1"#, "1: `elicitationRequired` of a slot of a dialog is a number, and should be `true` or `false`"),
        (r#""prompts": {"elicitation": 5}"#, "5: `elicitation` of `prompts` is a number, and should be a text"),
        (r#""prompts": {"elicit": "a"}"#, r#""elicit": `prompts` has no key `elicit`"#),
        (r#""validations": [{"type": "isInSet"}]"#, r#"{"type": "isInSet"}: a validation has no `prompt`"#),
        (
            r#""validations": [{"type": "isGreaterThan", "prompt": "p"}]"#,
            r#""isGreaterThan": the validation `isGreaterThan` has no `value`"#,
        ),
        (
            r#""validations": [{"type": "isGreaterThan", "prompt": "p", "value": 1}]"#,
            "1: `value` of a validation is a number, and should be a text",
        ),
        (
            r#""validations": [{"type": "isInSet", "prompt": "p", "values": ["a"], "value": "a"}]"#,
            r#""value": the validation `isInSet` has no key `value`"#,
        ),
        (
            r#""validations": [{"type": "isInDuration", "prompt": "p", "start": "P1D", "values": ["a"]}]"#,
            r#""values": the validation `isInDuration` has no key `values`"#,
        ),
        (
            r#""validations": [{"type": "isBetween", "prompt": "p"}]"#,
            "\"isBetween\": `type` of a validation is `isBetween`; Amazon knows `hasEntityResolutionMatch`, `isInSet`, `isNotInSet`, \
             `isGreaterThan`, `isGreaterThanOrEqualTo`, `isLessThan`, `isLessThanOrEqualTo`, `isInDuration` and `isNotInDuration`",
        ),
    ] {
        let dialog = format!(r#"{{"name": "Order", "slots": [{{"name": "city", "type": "AMAZON.City", {asked}}}]}}"#);
        assert_eq!(told_of_dialog(&dialog), [expected], "{asked}");
    }
}

#[test]
fn a_prompt_in_another_form_is_told_with_the_form_that_is_due() {
    for (prompt, expected) in [
        (r#"{"id": 1}"#, "1: `id` of a prompt is a number, and should be a text"),
        (r#"{"id": "P", "variations": []}"#, r#"{"id": "P", "variations": []}: a prompt has no `variations`"#),
        (r#"{"id": "P", "variations": ["a"]}"#, r#""a": a variation is not an object"#),
        (r#"{"id": "P", "variations": [{"type": "PlainText"}]}"#, r#"{"type": "PlainText"}: a variation has no `value`"#),
        (
            r#"{"id": "P", "variations": [{"type": "PlainText", "value": "<speak>a</speak>"}]}"#,
            r#""PlainText": this variation is `PlainText`, and its text begins with `<speak>`, as that of `SSML` does"#,
        ),
        (
            r#"{"id": "P", "variations": [{"type": "SSML", "value": "a"}]}"#,
            r#""SSML": this variation is `SSML`, and its text does not begin with `<speak>`"#,
        ),
    ] {
        assert_eq!(told_of_model(r#""intents": []"#, &format!(r#", "prompts": [{prompt}]"#)), [expected], "{prompt}");
    }
}
