//! The rules of the manifest beyond their pages' examples: variants of one mistake, and mistakes that could be told twice.

use sayso_compiler::{Input, Options, analyze};

/// A skill that breaks no rule, without the keys that a case brings itself.
const BASE: &[(&str, &str)] = &[
    ("sayso", "sayso: 1\n"),
    ("locales", "locales: [en-US]\n"),
    ("skill", "skill: { name: Hello Friend, invocation: hello friend, privacy_policy: \"https://hello.friend.dev/privacy\" }\n"),
    ("endpoint", "endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend\n"),
    ("intents", "intents:\n  Hello: { samples: [say hello] }\n"),
    ("speech", "speech: { help: Say hello to me., fallback: You can say hello to me. }\n"),
];

/// The codes that a case breaks, with the text at their primary place.
fn broken(case: &str, submit: bool) -> Vec<String> {
    let has = |key: &str| case.lines().any(|line| line.starts_with(key) && line[key.len()..].starts_with(':'));
    let mut text: String = BASE.iter().filter(|(key, _)| !has(key)).map(|(_, text)| *text).collect();
    text.push_str(case);
    let input = Input::from_text("skill.yaml", text);
    let options = Options { submit, ..Options::default() };
    analyze(&input, &options, |analysis| {
        let told = |found: &sayso_compiler::diagnostic::Diagnostic| format!("{} {}", found.code(), input.sources.slice(found.span()));
        analysis.diagnostics.iter().map(told).collect()
    })
}

fn in_skill(entries: &str) -> String {
    format!("skill: {{ name: Hello Friend, invocation: hello friend, {entries} }}")
}

#[test]
fn the_base_breaks_nothing() {
    assert_eq!(broken("", false), Vec::<String>::new());
}

#[test]
fn skill_ids_have_one_form() {
    for id in ["amzn1.ask.skill.12345678-1234-1234-1234-12345678901", "amzn1.ask.skill.12345678-1234-1234-1234-123456789012-1", "\"\""] {
        assert_eq!(broken(&in_skill(&format!("id: {id}")), false), [format!("MF001 {id}")]);
    }
    let upper = "amzn1.ask.skill.ABCDEF12-1234-1234-1234-123456789012";
    assert_eq!(broken(&in_skill(&format!("id: {upper}")), false), [format!("MF001 {upper}")]);
}

#[test]
fn endpoints_are_told_of_once() {
    for (endpoint, code) in [
        ("lambda/custom", "MF026"),
        ("YOUR_ARN_HERE", "MF026"),
        ("http://hello.friend.dev", "MF026"),
        ("https://me:pw@hello.friend.dev", "MF026"),
        ("arn:aws:lambda:us-east-1:YOUR_ID:function:x", "MF027"),
        ("arn:aws:lambda:us-east-1:123456789012:function:", "MF027"),
        ("arn:aws:lambda:us-east-1:123456789012:function:x:1:2", "MF027"),
        ("arn:aws:lambda:us-east-1:123456789012:layer:x", "MF027"),
        ("arn:aws:lambda:sa-east-1:123456789012:function:x", "MF028"),
        ("https://hello.friend.dev:8443", "MF029"),
        ("https://192.168.0.7/alexa", "MF030"),
        ("https://${HOST}/alexa", "MF059"),
        ("https://hello.friend.dev/YOUR_PATH", "MF059"),
        ("arn:aws:lambda:us-east-1:123456789012:function:YOUR_FUNCTION", "MF059"),
    ] {
        assert_eq!(broken(&format!("endpoint: \"{endpoint}\""), false), [format!("{code} {endpoint}")]);
    }
    assert_eq!(broken("endpoint: https://hello.test/alexa", true).iter().filter(|found| found.starts_with("MF060")).count(), 1);
    for fine in ["https://hello.friend.dev:443/alexa", "\"arn:aws:lambda:eu-west-1:123456789012:function:hello_friend-1:$LATEST\""] {
        assert_eq!(broken(&format!("endpoint: {fine}"), false), Vec::<String>::new());
    }
}

#[test]
fn an_endpoint_needs_an_address() {
    assert_eq!(broken("endpoint: { EU: { certificate: trusted }, default: \"https://hello.friend.dev\" }", false), ["MF068 EU"]);
}

#[test]
fn icons_are_urls_or_files_of_the_package() {
    for icon in ["small.png", "/assets/small.png", "file:///assets/small.png", "file://assets/../small.png"] {
        assert_eq!(broken(&in_skill(&format!("small_icon: {icon}")), false), [format!("MF017 {icon}")]);
    }
    assert_eq!(broken(&in_skill("small_icon: \"file://assets/images/en-US_small.png\""), false), Vec::<String>::new());
}

#[test]
fn a_misspelt_permission_is_told_of_once() {
    let case = "permissions: [\"alexa:household:lists:read\"]\nevents: { subscriptions: [LIST_CREATED] }";
    assert_eq!(broken(case, false), ["MF045 alexa:household:lists:read"]);
}

#[test]
fn permissions_that_only_amazons_pages_have_are_known() {
    assert_eq!(broken("permissions: [\"alexa::devices:app:push_notifications\"]", false), Vec::<String>::new());
}

#[test]
fn a_missing_name_is_told_with_its_locales() {
    let told = |en: &str, de: &str, gb: &str| {
        let text = BASE.iter().map(|(_, text)| *text).collect::<String>();
        let text = text.replace("[en-US]", "[en-US, en-GB, de-DE]").replace("name: Hello Friend, ", en);
        let de = format!(
            "skill: {{ invocation: hallo freund, {de} }}\nspeech: {{ help: Sag hallo., fallback: Sag hallo. }}\nintents: {{ Hello: [sag hallo] }}"
        );
        let input = Input::from_text("skill.yaml", text).with_locale("de", de).with_locale("en-GB", gb);
        analyze(&input, &Options::default(), |analysis| {
            let told = analysis.diagnostics.iter().filter(|found| found.code() == "MF005");
            told.map(|found| found.message.clone()).collect::<Vec<_>>()
        })
    };
    let omit = "skill: { name: omit }";
    assert_eq!(told("name: Hello, ", "name: Hallo", omit), ["the skill has no `name` in the store for `en-GB`"]);
    assert_eq!(told("name: Hello, ", "name: omit", omit), ["the skill has no `name` in the store for `en-GB` and `de-DE`"]);
    assert_eq!(told("", "name: Hallo", ""), ["the skill has no `name` in the store for `en-US` and `en-GB`"]);
    assert_eq!(told("", "", ""), ["the skill has no `name` in the store"]);
    assert_eq!(told("name: Hello, ", "", ""), [""; 0]);
}

#[test]
fn account_linking_that_was_not_exported_is_thought_of() {
    let text: String = BASE.iter().map(|(_, text)| *text).collect::<String>() + "events: { subscriptions: [SKILL_ACCOUNT_LINKED] }\n";
    let helps = analyze(&Input::from_text("skill.yaml", text), &Options::default(), |analysis| {
        let found = analysis.diagnostics.iter().find(|found| found.code() == "MF051").expect("it is told");
        found.helps.iter().map(|help| help.text.clone()).collect::<Vec<_>>()
    });
    assert!(helps.iter().any(|help| help.contains("`ask smapi get-account-linking-info`")), "{helps:?}");
}

#[test]
fn phrases_are_told_of_once() {
    for (phrases, code) in [
        ("Alexa, open my friend", "MF013"),
        ("Hello Friend, hello", "MF012"),
        ("Alexa, ask hello friend to sing me a song in French", "MF015"),
        ("Alexa, ask hello friend (politely) to say hello", "MF014"),
    ] {
        assert_eq!(
            broken(&in_skill(&format!("example_phrases: [\"{phrases}\"], summary: Says hello.")), false),
            [format!("{code} {phrases}")]
        );
    }
}

#[test]
fn the_rest_of_the_manifest_is_told_of_once() {
    for (raw, expected) in [
        ("none", "MF061 none"),
        ("{ manifest: { apis: {} } }", "MF061 manifest"),
        ("{ apis: { custom: [] } }", "MF061 []"),
        ("{ manifestVersion: \"1.0\" }", "MF062 manifestVersion"),
        ("{ permissions: [] }", "MF062 permissions"),
        ("{ publishingInformation: { locales: { en-US: { name: Hello } } } }", "MF062 name"),
        ("{ privacyAndCompliance: { locales: { en-US: { privacyPolicyUrl: x } } } }", "MF062 privacyPolicyUrl"),
        ("{ accountLinkingRequest: { clientId: hello } }", "MF063 accountLinkingRequest"),
        ("{ apis: { custom: { interactionModel: {} } } }", "MF063 interactionModel"),
        ("{ authorizedClients: [{ client_secret: hello }] }", "MF064 manifest"),
        ("{ apis: { custom: { locales: { en-us: {} } } } }", "MF065 en-us"),
        ("{ publishingInformations: {} }", "MF066 publishingInformations"),
        ("{ apis: { custom: { endpoints: {} } } }", "MF066 endpoints"),
    ] {
        assert_eq!(broken(&format!("amazon: {{ manifest: {raw} }}"), false), [expected], "{raw}");
    }
    let secret = broken("amazon: { manifest: { accountLinkingRequest: { clientSecret: hello } } }", false);
    assert_eq!(secret, ["MF064 manifest", "MF063 accountLinkingRequest"]);
    let nothing = broken("amazon:\n  manifest:\n", false);
    assert!(nothing.len() == 1 && nothing[0].starts_with("MF061"), "{nothing:?}");
    assert_eq!(broken("amazon: { manifest: {} }", false), Vec::<String>::new());
}

#[test]
fn what_certification_demands_is_silent_before() {
    let bare = "skill: { invocation: hello friend, name: Hello Friend }\nendpoint: {}\ncompliance: unanswered";
    assert_eq!(broken(bare, false), Vec::<String>::new());
    let codes: Vec<String> = broken(bare, true).iter().map(|found| found[..5].to_owned()).collect();
    assert_eq!(codes, ["MF004", "MF016", "MF016", "MF016", "MF016", "MF016", "MF024", "MF025", "MF034", "MF054"]);
}

#[test]
fn locales_of_amazon_are_suggested() {
    for (tag, fix) in [("en-UK", Some("en-GB")), ("de-de", Some("de-DE")), ("en_US", Some("en-US")), ("pt-PT", None), ("xx-XX", None)] {
        let text = BASE.iter().map(|(_, text)| *text).collect::<String>().replace("[en-US]", &format!("[{tag}]"));
        let input = Input::from_text("skill.yaml", text);
        let patch = analyze(&input, &Options::default(), |analysis| {
            let found = analysis.diagnostics.iter().find(|found| found.code() == "LO008").unwrap_or_else(|| panic!("{tag}"));
            found.helps.iter().find_map(|help| help.patch.clone()).map(|patch| patch.replacement)
        });
        assert_eq!(patch.as_deref(), fix, "{tag}");
    }
}

#[test]
fn what_amazons_console_leaves_empty_is_not_said() {
    let empty = "privacy_policy: \"\", terms_of_use: \"\", small_icon: \"\"";
    assert_eq!(broken(&format!("{}\nendpoint: \"\"\n", in_skill(empty)), false), Vec::<String>::new());
    let asks = format!("{}\npermissions: [\"alexa::profile:email:read\"]\n", in_skill("privacy_policy: \"\""));
    assert!(broken(&asks, false).iter().any(|found| found.starts_with("MF052")));
    assert!(broken("endpoint: \"\"\n", true).iter().any(|found| found.starts_with("MF034")));
}
