//! Packages of Amazon's become skill.yaml: what is said how, and in which file.

mod bad;
mod looks;
mod normalisations;
mod notes;
mod package;
mod secrets;

use package::Package;

#[test]
fn what_needs_not_be_said_is_not_said() {
    let files = Package::default()
        .manifest(
            r#"{"publishingInformation": {"isAvailableWorldwide": true, "distributionCountries": [], "category": "SMART_HOME",
                "locales": {"en-US": {"name": "Hello", "keywords": [], "examplePhrases": ["Alexa, open hello"]}}},
                "apis": {"custom": {"endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:hello"}}},
                "privacyAndCompliance": {"allowsPurchases": false, "usesPersonalInfo": false, "isChildDirected": false, "isExportCompliant": true,
                "containsAds": false}, "manifestVersion": "1.0"}"#,
        )
        .model(
            "en-US",
            r#"{"invocationName": "hello", "types": [], "intents": [{"name": "AMAZON.CancelIntent", "samples": []},
                {"name": "AMAZON.HelpIntent", "samples": []}, {"name": "AMAZON.StopIntent", "samples": []}, {"name": "AMAZON.FallbackIntent"},
                {"name": "AMAZON.NavigateHomeIntent", "samples": []}, {"name": "AMAZON.YesIntent", "samples": []},
                {"name": "Hello", "slots": [{"name": "who", "type": "AMAZON.FirstName"}], "samples": [" hello {who} ", "hello"]}]}"#,
        )
        .imported();
    assert_eq!(
        files.only(),
        r#"sayso: 1
locales: [en-US]

skill:
  name: Hello
  invocation: hello
  category: SMART_HOME
  example_phrases: ["Alexa, open hello"]

endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello

intents:
  AMAZON.YesIntent: {}
  Hello:
    slots: {who: AMAZON.FirstName}
    samples:
      - hello {who}
      - hello
"#
    );
}

#[test]
fn regions_of_a_language_share_a_file() {
    let listing = |name: &str| format!(r#"{{"name": "{name}", "summary": "{name}"}}"#);
    let locales =
        [("de-DE", "Hallo"), ("fr-CA", "Allo"), ("fr-FR", "Bonjour"), ("fr-CH", "Bonjour"), ("en-US", "Hello"), ("en-GB", "Hello")];
    let listings: Vec<String> = locales.iter().map(|(tag, name)| format!("\"{tag}\": {}", listing(name))).collect();
    let manifest = format!(
        r#"{{"publishingInformation": {{"isAvailableWorldwide": true, "locales": {{{}}}}}, "manifestVersion": "1.0", "apis": {{"custom": {{}}}}}}"#,
        listings.join(",")
    );
    let files = Package::default().manifest(&manifest).imported();
    assert_eq!(files.names(), ["locales/de.yaml", "locales/fr-CA.yaml", "locales/fr.yaml", "skill.yaml"]);
    assert_eq!(files.text("locales/fr.yaml"), "skill:\n  name: Bonjour\n  summary: Bonjour\n");
    assert_eq!(files.text("locales/fr-CA.yaml"), "skill:\n  name: Allo\n  summary: Allo\n");
    assert!(files.text("skill.yaml").contains("locales: [en-US, en-GB, de-DE, fr-CA, fr-FR, fr-CH]\n"));
    assert!(files.text("skill.yaml").contains("  name: Hello\n"));
}

#[test]
fn what_a_locale_lacks_is_said() {
    let intents = |extra: &str| format!(r#"{{"invocationName": "hello", "intents": [{{"name": "Hello", "samples": ["hello"]}}{extra}]}}"#);
    let only = r#", {"name": "Bye", "slots": [{"name": "who", "type": "AMAZON.FirstName"}], "samples": ["bye {who}"]}"#;
    let files = Package::default()
        .model("en-US", &intents(only))
        .model("en-GB", &intents("").replace("[\"hello\"]", "[]"))
        .model("de-DE", &intents(only).replace("bye", "tschüs"))
        .imported();
    assert!(files.text("skill.yaml").contains("  Bye:\n    locales: [en-US, de-DE]\n"), "{}", files.text("skill.yaml"));
    assert_eq!(files.text("locales/en-GB.yaml"), "intents:\n  Hello:\n    samples: omit\n");
    assert!(files.text("locales/de.yaml").contains("  Bye:\n    samples: [\"tschüs {who}\"]\n"), "{}", files.text("locales/de.yaml"));
}

#[test]
fn dialogs_stand_where_they_are_asked() {
    let files = Package::default().whole_model("en-US", DIALOG).imported();
    let text = files.text("skill.yaml");
    let intents = text.split_once("intents:\n").expect("there are intents").1;
    assert_eq!(
        intents.split_once("\n\n").map_or(intents, |(intents, _)| intents),
        "  Order:
    slots:
      city: {type: AMAZON.City, required: true, ask: \"Where to?\"}
      seats:
        type: AMAZON.NUMBER
        required: true
        ask: {say: \"How many?\", id: Elicit.77}
        validate:
          - is_greater_than: 0
            prompt: {say: More than none., id: Bound.1}
          - is_in_set: [\"1\", \"2\"]
            prompt: {id: Bound.1}
        samples: [\"{seats} seats\"]
    confirm: {say: \"Shall I?\", id: Confirm.5}
    samples: [order]
  AMAZON.CancelIntent: omit
  AMAZON.HelpIntent: omit
  AMAZON.StopIntent: omit
  AMAZON.FallbackIntent: omit
  AMAZON.NavigateHomeIntent: omit"
    );
    assert!(text.contains("prompts:\n  Unused: Nobody asks this.\n"), "{text}");
}

const DIALOG: &str = r#"{"interactionModel": {"languageModel": {"invocationName": "rides", "intents": [{"name": "Order", "samples": ["order"],
    "slots": [{"name": "city", "type": "AMAZON.City"}, {"name": "seats", "type": "AMAZON.NUMBER", "samples": ["{seats} seats"]}]}]},
    "dialog": {"intents": [{"name": "Order", "confirmationRequired": true, "prompts": {"confirmation": "Confirm.5"}, "slots": [
        {"name": "city", "type": "AMAZON.City", "elicitationRequired": true, "confirmationRequired": false, "prompts": {"elicitation": "Elicit.Slot.Order.city"}},
        {"name": "seats", "type": "AMAZON.NUMBER", "elicitationRequired": true, "confirmationRequired": false, "prompts": {"elicitation": "Elicit.77"},
         "validations": [{"type": "isGreaterThan", "prompt": "Bound.1", "value": "0"}, {"type": "isInSet", "prompt": "Bound.1", "values": ["1", "2"]}]}]}]},
    "prompts": [{"id": "Confirm.5", "variations": [{"type": "PlainText", "value": "Shall I?"}]},
        {"id": "Elicit.Slot.Order.city", "variations": [{"type": "PlainText", "value": "Where to?"}]},
        {"id": "Elicit.77", "variations": [{"type": "PlainText", "value": "How many?"}]},
        {"id": "Bound.1", "variations": [{"type": "PlainText", "value": "More than none."}]},
        {"id": "Unused", "variations": [{"type": "PlainText", "value": "Nobody asks this."}]}]}}"#;

/// A model in which slots are listed and asked for in these orders.
fn trip(slots: [&str; 3], asked: &[&str]) -> String {
    let slots = slots.map(|name| format!(r#"{{"name": "{name}", "type": "AMAZON.City"}}"#)).join(", ");
    let ask = |name: &&str| {
        format!(r#"{{"name": "{name}", "type": "AMAZON.City", "elicitationRequired": true, "prompts": {{"elicitation": "Ask.{name}"}}}}"#)
    };
    let asked: Vec<String> = asked.iter().map(ask).collect();
    format!(
        r#"{{"interactionModel": {{"languageModel": {{"invocationName": "a trip", "intents": [{{"name": "Go", "samples": ["go"], "slots": [{slots}]}}]}},
            "dialog": {{"intents": [{{"name": "Go", "slots": [{}]}}]}}}}}}"#,
        asked.join(", ")
    )
}

#[test]
fn slots_stand_in_the_order_in_which_alexa_asks() {
    let text = Package::default().whole_model("en-US", &trip(["via", "from", "to"], &["to", "from"])).imported();
    let places = ["  via:", "  to:", "  from:"].map(|name| text.only().find(name).expect("the slot"));
    assert!(places.is_sorted(), "{}", text.only());
}

#[test]
fn a_locale_that_asks_in_another_order_says_so() {
    let model = |slots: [&str; 3]| trip(slots, &slots);
    let files = Package::default()
        .whole_model("en-US", &model(["from", "via", "to"]))
        .whole_model("en-GB", &model(["via", "from", "to"]))
        .whole_model("de-DE", &model(["to", "from", "via"]))
        .whole_model("fr-FR", &model(["to", "from", "via"]))
        .whole_model("fr-CA", &model(["from", "via", "to"]))
        .imported();
    assert!(!files.text("skill.yaml").contains("slot_order"), "{}", files.text("skill.yaml"));
    assert_eq!(files.text("locales/en-GB.yaml"), "intents:\n  Go:\n    slot_order: [via, from, to]\n");
    assert!(files.text("locales/de.yaml").contains("  Go:\n    slot_order: [to, from, via]\n"), "{}", files.text("locales/de.yaml"));
    assert!(files.text("locales/fr.yaml").contains("  Go:\n    slot_order: [to, from, via]\n"), "{}", files.text("locales/fr.yaml"));
    assert_eq!(files.text("locales/fr-CA.yaml"), "intents:\n  Go:\n    slot_order: omit\n");
}

#[test]
fn what_has_no_key_goes_out_as_it_is() {
    let files = Package::default()
        .manifest(
            r#"{"publishingInformation": {"isAvailableWorldwide": true, "colour": {"of": ["the", "sea"]}}, "manifestVersion": "1.0",
                "permissions": [{"name": "alexa::profile:email:read"}, {"name": "other", "why": 1.5}], "apis": {"custom": {}, "flashBriefing": {}}}"#,
        )
        .whole_model(
            "en-US",
            r#"{"interactionModel": {"languageModel": {"invocationName": "hello", "langCode": "en",
                "intents": [{"name": "Hello", "samples": ["hello"]}, {"name": "Odd", "samples": ["odd"], "why": null, "more": true}]}}}"#,
        )
        .imported();
    let text = files.text("skill.yaml");
    assert!(
        text.contains("permissions: [\"alexa::profile:email:read\"]\n") || text.contains("permissions: [alexa::profile:email:read]\n"),
        "{text}"
    );
    let amazon = text.split_once("amazon:\n").expect("there is more").1;
    assert_eq!(
        amazon,
        "  interaction_model:
    languageModel:
      intents:
        - name: Odd
          samples: [odd]
          more: true
      langCode: en
  manifest:
    apis: {flashBriefing: {}}
    permissions:
      - {name: other, why: 1.5}
    publishingInformation:
      colour:
        of: [the, sea]
"
    );
}

#[test]
fn an_empty_part_of_the_manifest_says_as_little_as_an_absent_one() {
    let text = |manifest: &str| Package::default().manifest(manifest).imported().only().to_owned();
    let absent = text(r#"{"manifestVersion": "1.0"}"#);
    assert_eq!(text(r#"{"manifestVersion": "1.0", "publishingInformation": {}}"#), absent);
    assert_eq!(text(r#"{"manifestVersion": "1.0", "publishingInformation": {"locales": {}, "distributionCountries": []}}"#), absent);
    assert_eq!(text(r#"{"manifestVersion": "1.0", "privacyAndCompliance": {"locales": {}}, "events": {}, "permissions": []}"#), absent);
}

#[test]
fn a_smart_home_skill_has_keys() {
    let home = r#"{"endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:home"},
        "regions": {"EU": {"endpoint": {"uri": "arn:aws:lambda:eu-west-1:123456789012:function:home"}}}, "protocolVersion": "3", "more": true}"#;
    for home in
        [home, "{}", r#"{"protocolVersion": "3"}"#, r#"{"endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:home"}}"#]
    {
        let files = Package::default().manifest(&format!(r#"{{"manifestVersion": "1.0", "apis": {{"smartHome": {home}}}}}"#)).imported();
        let built = files.built("skill-package/skill.json")["manifest"]["apis"].take();
        assert_eq!(built, serde_json::json!({"smartHome": serde_json::from_str::<serde_json::Value>(home).expect("it is JSON")}));
        assert_eq!(files.only().contains("amazon:"), home.contains("more"), "{}", files.only());
    }
    let expected = "smart_home:
  endpoint:
    default: arn:aws:lambda:us-east-1:123456789012:function:home
    EU: arn:aws:lambda:eu-west-1:123456789012:function:home
  protocol_version: \"3\"
";
    let files = Package::default().manifest(&format!(r#"{{"manifestVersion": "1.0", "apis": {{"smartHome": {home}}}}}"#)).imported();
    assert!(files.only().contains(expected), "{}", files.only());
}

#[test]
fn account_linking_is_found_where_amazon_ignores_it() {
    let linking = r#""accountLinkingRequest": {"type": "AUTH_CODE", "skipOnEnablement": true, "authorizationUrl": "https://a.dev/auth",
        "accessTokenUrl": "https://a.dev/token", "clientId": "alexa", "clientSecret": "hunter2", "accessTokenScheme": "HTTP_BASIC", "scopes": ["profile"]}"#;
    let inside = Package::default()
        .manifest(&format!(r#"{{"manifestVersion": "1.0", "publishingInformation": {{"isAvailableWorldwide": true}}, {linking}}}"#))
        .imported();
    let apart = Package::default().linking(&format!("{{{linking}}}")).imported();
    let expected = "account_linking:
  enablement: optional
  authorization_url: https://a.dev/auth
  token_url: https://a.dev/token
  client_id: alexa
  client_secret: env:ALEXA_CLIENT_SECRET
  client_authentication: http_basic
  scopes: [profile]
";
    for files in [inside, apart] {
        let text = files.text("skill.yaml");
        assert!(text.contains(expected), "{text}");
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[test]
fn hostile_texts_come_back_as_they_were() {
    for text in [
        "no",
        "12:30",
        "- x",
        "{a}",
        "#c",
        "|",
        "two\nlines\n",
        "  leading",
        "trailing  ",
        "omit",
        "null",
        "~",
        "",
        "*x",
        "a: b",
        "it's \"so\"",
        "\u{1F600}",
        "a\\b",
        "tab\there",
        "so?",
        "\n",
        "\n\n",
        "a\n\n",
        "\na",
        "a \nb",
        " a\nb",
        "a\n  b\n",
        "a\r\nb",
        "a\u{85}b\n",
        "a?b, c",
        "[x",
        "!x",
        "%x",
        "@x",
        "`x",
        "&x",
        "x:",
        "?",
    ] {
        let manifest = serde_json::json!({"manifestVersion": "1.0", "publishingInformation": {"isAvailableWorldwide": true, "testingInstructions": text,
            "locales": {"en-US": {"name": text, "keywords": [text, "x"], "odd": {"list": [text]}}}}});
        let files = Package::default().manifest(&manifest.to_string()).imported();
        let read: serde_yaml::Value = serde_yaml::from_str(files.text("skill.yaml")).expect("it is YAML");
        let skill = &read["skill"];
        for found in [
            &skill["name"],
            &skill["testing_instructions"],
            &skill["keywords"][0],
            &read["amazon"]["manifest"]["publishingInformation"]["locales"]["en-US"]["odd"]["list"][0],
        ] {
            assert_eq!(found.as_str(), Some(text), "{}", files.text("skill.yaml"));
        }
    }
}

#[test]
fn white_space_of_other_scripts_is_kept() {
    for text in ["\u{3000}x", "x\u{3000}", "\u{a0}x\u{a0}", "x\u{2003}", "\u{2028}x", "\u{3000}", "x\u{3000}y"] {
        let manifest = serde_json::json!({"manifestVersion": "1.0", "apis": {"custom": {}}, "publishingInformation": {"isAvailableWorldwide": true, "testingInstructions": text,
            "locales": {"en-US": {"name": text, "keywords": [text, "x"], "odd": {"list": [text, {text: text}], text: 1}}}}});
        let files = Package::default().manifest(&manifest.to_string()).imported();
        let built = files.built("skill-package/skill.json");
        let publishing = &built["manifest"]["publishingInformation"];
        assert_eq!(publishing["testingInstructions"], text, "{}", files.only());
        assert_eq!(publishing["locales"], manifest["publishingInformation"]["locales"], "{}", files.only());
    }
}

#[test]
fn names_that_rust_would_mix_up_are_told_apart() {
    let files = Package::default()
        .model(
            "en-US",
            r#"{"invocationName": "hello", "types": [{"name": "Mood", "values": [{"name": {"value": "glad"}}]},
                {"name": "Odd", "values": [{"name": {"value": "a b"}}, {"name": {"value": "a-b"}}]}],
                "intents": [{"name": "MoodIntent", "samples": ["hello"], "slots": [{"name": "who", "type": "Mood"}, {"name": "Who", "type": "Odd"}]},
                {"name": "Mood", "samples": ["hi"]}, {"name": "Launch", "samples": ["go"]}, {"name": "Help", "samples": ["hey"]},
                {"name": "AMAZON.HelpIntent"}]}"#,
        )
        .imported();
    let text = files.text("skill.yaml");
    for expected in [
        "  Mood:\n    rust: mood_intent\n",
        "  Launch:\n    rust: launch_intent\n",
        "  Help:\n    rust: help_intent\n",
        "      Who: {type: Odd, rust: who_slot}\n",
        "  Mood:\n    rust: MoodType\n",
        "  Odd:\n    text: true\n",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let input = sayso_compiler::Input::from_text("skill.yaml", text);
    let told: Vec<_> =
        sayso_compiler::analyze(&input, &Default::default(), |analysis| analysis.diagnostics.iter().map(|found| found.code()).collect());
    assert!(!told.iter().any(|code| ["IM025", "IM026", "SL025", "SL026"].contains(code)), "{told:?}");
}

#[test]
fn a_slot_is_not_named_like_what_was_said_to_confirm() {
    let slots = r#"[{"name": "confirmation", "type": "AMAZON.NUMBER"}]"#;
    let dialog = r#"{"intents": [{"name": "Go", "confirmationRequired": true, "prompts": {"confirmation": "Sure"}}]}"#;
    let model = format!(
        r#"{{"interactionModel": {{"languageModel": {{"invocationName": "a b", "intents": [{{"name": "Go", "samples": ["go"], "slots": {slots}}}]}},
            "dialog": {dialog}, "prompts": [{{"id": "Sure", "variations": [{{"type": "PlainText", "value": "Sure?"}}]}}]}}}}"#
    );
    let files = Package::default().whole_model("en-US", &model).imported();
    assert!(files.only().contains("confirmation: {type: AMAZON.NUMBER, rust: confirmation_slot}"), "{}", files.only());
    let codes = |text: &str| {
        let input = sayso_compiler::Input::from_text("skill.yaml", text);
        sayso_compiler::analyze(&input, &Default::default(), |found| {
            found.diagnostics.iter().filter(|found| found.code() == "SL025").count()
        })
    };
    assert_eq!((codes(files.only()), codes(&files.only().replace(", rust: confirmation_slot", ""))), (0, 1));
}

#[test]
fn ids_that_are_numbers_stay_numbers() {
    let files = Package::default()
        .model(
            "en-US",
            r#"{"invocationName": "hello", "intents": [{"name": "Pick", "samples": ["{card}"], "slots": [{"name": "card", "type": "Card"}]}],
                "types": [{"name": "Card", "values": [{"id": 5, "name": {"value": "five"}}, {"id": 6, "name": {"value": "six", "synonyms": ["half"]}}]}]}"#,
        )
        .imported();
    let text = files.text("skill.yaml");
    assert!(text.contains("types:\n  Card:\n    numeric_ids: true\n    values:\n      \"5\": five\n      \"6\": [six, half]\n"), "{text}");
}

#[test]
fn a_manifest_without_a_version_and_a_truth_in_quotes_have_keys() {
    let files = Package::default()
        .manifest(r#"{"apis": {"custom": {}}}"#)
        .linking(r#"{"type": "IMPLICIT", "skipOnEnablement": "false", "clientId": "a"}"#)
        .imported();
    let text = files.only();
    assert!(text.contains("skill:\n  locales: []\n  manifest_version: omit\n"), "{text}");
    assert!(text.contains("  enablement: required\n  quoted_enablement: true\n"), "{text}");
    assert!(!text.contains("amazon:"), "{text}");
}

#[test]
fn values_have_the_same_order_in_all_locales() {
    let model = |values: [(&str, &str); 2]| {
        let values = values.map(|(id, value)| format!(r#"{{"id": "{id}", "name": {{"value": "{value}"}}}}"#)).join(", ");
        format!(
            r#"{{"invocationName": "hello", "intents": [{{"name": "Hello", "samples": ["hello"]}}], "types": [{{"name": "T", "values": [{values}]}}]}}"#
        )
    };
    let files = Package::default()
        .model("en-US", &model([("RED", "red"), ("BLUE", "blue")]))
        .model("de-DE", &model([("BLUE", "blau"), ("RED", "rot")]))
        .imported();
    assert!(files.text("locales/de.yaml").contains("    RED: rot\n    BLUE: blau\n"), "{}", files.text("locales/de.yaml"));
}

#[test]
fn a_prompt_is_said_where_a_build_names_it_first() {
    let dialog = |names: [&str; 2]| {
        let entry = |name| format!(r#"{{"name": "{name}", "confirmationRequired": true, "prompts": {{"confirmation": "Sure"}}}}"#);
        names.map(entry).join(", ")
    };
    let model = |names: [&str; 2]| {
        format!(
            r#"{{"interactionModel": {{"languageModel": {{"invocationName": "hello", "intents": [{{"name": "A", "samples": ["a"]}}, {{"name": "B", "samples": ["b"]}}]}},
                "dialog": {{"intents": [{}]}}, "prompts": [{{"id": "Sure", "variations": [{{"type": "PlainText", "value": "Sure?"}}]}}]}}}}"#,
            dialog(names)
        )
    };
    let text = Package::default().whole_model("en-US", &model(["B", "A"])).imported();
    assert!(text.only().contains("  A:\n    confirm: {say: \"Sure?\", id: Sure}\n"), "{}", text.only());
    assert_eq!(text.only(), Package::default().whole_model("en-US", &model(["A", "B"])).imported().only());
}

#[test]
fn a_description_stays_in_or_beside_the_model() {
    let language = r#""languageModel": {"invocationName": "hello", "intents": [{"name": "Hello", "samples": ["hello"]}]}"#;
    for model in [
        format!(r#"{{"interactionModel": {{{language}, "description": "inside"}}}}"#),
        format!(r#"{{"interactionModel": {{{language}}}, "description": "beside"}}"#),
        format!(r#"{{"interactionModel": {{{language}, "version": 1}}, "version": "2"}}"#),
    ] {
        let built = Package::default().whole_model("en-US", &model).imported().built("skill-package/interactionModels/custom/en-US.json");
        let model: serde_json::Value = serde_json::from_str(&model).expect("it is JSON");
        for place in ["/version", "/description", "/interactionModel/version", "/interactionModel/description"] {
            assert_eq!(built.pointer(place), model.pointer(place), "{place}");
        }
    }
}

#[test]
fn values_of_an_inline_supplier_are_values() {
    let supplier = r#"{"type": "InlineValueSupplier", "values": [{"id": "A", "name": {"value": "a", "synonyms": ["b"]}}]}"#;
    let language = |kind: &str| {
        let slots = r#"[{"name": "x", "type": "T"}]"#;
        format!(
            r#"{{"invocationName": "hello", "intents": [{{"name": "Hello", "samples": ["hello {{x}}"], "slots": {slots}}}], "types": [{{"name": "T", {kind}}}]}}"#
        )
    };
    let files = Package::default().model("en-US", &language(&format!(r#""valueSupplier": {supplier}"#))).imported();
    assert!(files.only().contains("  T:\n    inline_supplier: true\n    values:\n      A: [a, b]\n"), "{}", files.only());
    let built = files.built("skill-package/interactionModels/custom/en-US.json");
    let supplier: serde_json::Value = serde_json::from_str(supplier).expect("it is JSON");
    assert_eq!(built["interactionModel"]["languageModel"]["types"], serde_json::json!([{"name": "T", "valueSupplier": supplier}]));
    let both =
        Package::default().model("en-US", &language(&format!(r#""values": [{{"name": {{"value": "c"}}}}], "valueSupplier": {supplier}"#)));
    assert_eq!(both.told(false).len(), 1);
}

#[test]
fn a_manifest_without_locales_is_built_without_any() {
    let files =
        Package::default().manifest(r#"{"manifestVersion": "1.0", "apis": {"custom": {}}, "permissions": [{"name": "a"}]}"#).imported();
    assert!(files.only().contains("skill:\n  locales: []\n"), "{}", files.only());
    let built = files.built("skill-package/skill.json");
    assert_eq!(built["manifest"].get("publishingInformation"), None);
    assert_eq!(built["manifest"]["permissions"], serde_json::json!([{"name": "a"}]));
}

#[test]
fn names_that_no_key_can_have_stay_as_they_are() {
    let language = serde_json::json!({"invocationName": "hello", "intents": [
        {"name": "Hello", "samples": ["hello {a}"], "slots": [{"name": "a", "type": "T"}]}, {"name": "Odd\n", "samples": ["odd"]},
        {"name": "Slots", "samples": ["slots"], "slots": [{"name": "b\u{7f}", "type": "T"}]}],
        "types": [{"name": "T", "values": [{"id": "1\n", "name": {"value": "one"}}, {"id": "2", "name": {"value": "two"}}]}, {"name": "\u{0}", "values": [{"name": {"value": "three"}}]}]});
    let prompts = serde_json::json!([{"id": "a\n", "variations": [{"type": "PlainText", "value": "So?"}]}]);
    let model = serde_json::json!({"interactionModel": {"languageModel": language, "prompts": prompts}});
    let package = Package::default().whole_model("en-US", &model.to_string());
    assert_eq!(package.told(false).len(), 4);
    let built = package.imported().built("skill-package/interactionModels/custom/en-US.json");
    assert_eq!(built["interactionModel"]["prompts"], prompts);
    let found = &built["interactionModel"]["languageModel"];
    assert_eq!(found["types"], language["types"]);
    assert_eq!(found["intents"].as_array().map(Vec::len), Some(3));
}

#[test]
fn events_go_where_requests_go() {
    let there = r#""endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:f"}"#;
    for more in ["", r#", "subscriptions": []"#, r#", "zzz": 1"#, r#", "subscriptions": ["SKILL_ENABLED"]"#] {
        let events = format!("{{{there}{more}}}");
        let manifest = format!(r#"{{"manifestVersion": "1.0", "apis": {{"custom": {{{there}}}}}, "events": {events}}}"#);
        let files = Package::default().manifest(&manifest).imported();
        let mut said: serde_json::Value = serde_json::from_str(&events).expect("it is JSON");
        said.as_object_mut().expect("an object").retain(|_, value| *value != serde_json::json!([]));
        assert_eq!(files.built("skill-package/skill.json")["manifest"]["events"], said, "{}", files.only());
    }
}

#[test]
fn countries_can_be_listed_without_more() {
    let publishing = r#"{"distributionCountries": ["US", "GB"], "locales": {"en-US": {"name": "a"}}}"#;
    let files = Package::default().manifest(&format!(r#"{{"manifestVersion": "1.0", "publishingInformation": {publishing}}}"#)).imported();
    let built = files.built("skill-package/skill.json")["manifest"]["publishingInformation"].take();
    assert_eq!(built["distributionCountries"], serde_json::json!(["US", "GB"]));
    assert_eq!(built.get("isAvailableWorldwide"), None, "{}", files.only());
    assert!(files.only().contains("countries: [US, GB]"), "{}", files.only());
}

#[test]
fn all_slots_of_a_dialog_keep_their_order() {
    let slot = |name: &str, asked: bool| format!(r#"{{"name": "{name}", "type": "AMAZON.City", "elicitationRequired": {asked}}}"#);
    for order in [["c", "b", "a"], ["b", "c", "a"], ["a", "b", "c"]] {
        let slots = order.map(|name| slot(name, name == "b")).join(", ");
        let listed = ["a", "b", "c"].map(|name| format!(r#"{{"name": "{name}", "type": "AMAZON.City"}}"#)).join(", ");
        let language = format!(r#"{{"invocationName": "a b", "intents": [{{"name": "Go", "samples": ["go"], "slots": [{listed}]}}]}}"#);
        let model = format!(
            r#"{{"interactionModel": {{"languageModel": {language}, "dialog": {{"intents": [{{"name": "Go", "slots": [{slots}]}}]}}}}}}"#
        );
        let built = Package::default().whole_model("en-US", &model).imported().built("skill-package/interactionModels/custom/en-US.json");
        let names: Vec<_> = built["interactionModel"]["dialog"]["intents"][0]["slots"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|slot| slot["name"].clone())
            .collect();
        assert_eq!(names, order);
    }
}
