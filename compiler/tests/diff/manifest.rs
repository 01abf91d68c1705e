use crate::sides::{Package, told};

#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    let side = |manifest: &str| Package::default().manifest(manifest).side();
    assert_eq!(told(&side(from), &side(to)), expected);
}

#[test]
fn keys_are_those_of_skill_yaml() {
    check(
        r#"{"publishingInformation": {"category": "GAMES", "distributionMode": "PUBLIC"}, "privacyAndCompliance": {"containsAds": false}}"#,
        r#"{"publishingInformation": {"category": "SPORTS", "distributionMode": "PRIVATE"}, "privacyAndCompliance": {"containsAds": true}}"#,
        &[
            "manifest ~ compliance.ads: false -> true",
            "manifest ~ skill.category: GAMES -> SPORTS",
            "manifest ~ skill.distribution: public -> private",
        ],
    );
}

#[test]
fn what_has_no_key_stands_under_amazon() {
    check(
        r#"{"publishingInformation": {"paidSkillInformation": {"price": "1.00"}}, "apis": {"flashBriefing": {}}}"#,
        r#"{"publishingInformation": {"paidSkillInformation": {"price": "2.00"}}, "apis": {"flashBriefing": {"protocolVersion": "3"}}}"#,
        &[
            "manifest + amazon.manifest.apis.flashBriefing.protocolVersion: 3",
            "manifest ~ amazon.manifest.publishingInformation.paidSkillInformation.price: 1.00 -> 2.00",
        ],
    );
}

#[test]
fn what_says_nothing_is_no_difference() {
    check(
        r#"{"manifestVersion": "1.0", "publishingInformation": {"isAvailableWorldwide": true, "distributionCountries": [], "gadgetSupport": null},
            "permissions": [], "apis": {}}"#,
        r#"{"apis": {"custom": {}}, "publishingInformation": {"isAvailableWorldwide": true}, "manifestVersion": "1.0"}"#,
        &[],
    );
}

#[test]
fn lists_that_are_sets_have_no_order() {
    let manifest = |permissions: &str, countries: &str| {
        format!(
            r#"{{"permissions": [{permissions}], "publishingInformation": {{"isAvailableWorldwide": false, "distributionCountries": [{countries}]}}}}"#
        )
    };
    let (a, b) = (r#"{"name": "a"}"#, r#"{"name": "b"}"#);
    check(&manifest(&format!("{a}, {b}"), r#""US", "GB""#), &manifest(&format!("{b}, {a}"), r#""GB", "US""#), &[]);
    check(
        &manifest(&format!("{a}, {b}"), r#""US", "GB""#),
        &manifest(b, r#""US", "GB", "DE""#),
        &["manifest - permissions: a", "manifest + skill.countries: DE"],
    );
}

#[test]
fn countries_and_worldwide_are_one_thing() {
    let worldwide = r#"{"publishingInformation": {"isAvailableWorldwide": true}}"#;
    let some = r#"{"publishingInformation": {"isAvailableWorldwide": false, "distributionCountries": ["US", "GB"]}}"#;
    check(worldwide, some, &["manifest ~ skill.countries: worldwide -> GB, US"]);
    check("{}", worldwide, &["manifest + skill.countries: worldwide"]);
    let odd = r#"{"publishingInformation": {"isAvailableWorldwide": true, "distributionCountries": ["US"]}}"#;
    check(
        worldwide,
        odd,
        &[
            "manifest + amazon.manifest.publishingInformation.distributionCountries: US",
            "manifest + amazon.manifest.publishingInformation.isAvailableWorldwide: true",
            "manifest - skill.countries: worldwide",
        ],
    );
}

#[test]
fn endpoints_are_told_by_region_and_once() {
    let manifest = |host: &str, region: &str| {
        let place = |host: &str| format!(r#"{{"uri": "https://{host}.dev/", "sslCertificateType": "Trusted"}}"#);
        let all = format!(r#""endpoint": {}, "regions": {{"EU": {{"endpoint": {}}}}}"#, place(host), place(region));
        format!(r#"{{"apis": {{"custom": {{{all}}}}}, "events": {{{all}, "subscriptions": [{{"eventName": "SKILL_ENABLED"}}]}}}}"#)
    };
    check(&manifest("a", "b"), &manifest("a", "c"), &["manifest ~ endpoint.EU.uri: https://b.dev/ -> https://c.dev/"]);
}

#[test]
fn interfaces_go_by_name() {
    let manifest = |interfaces: &str| format!(r#"{{"apis": {{"custom": {{"interfaces": [{interfaces}]}}}}}}"#);
    let apl = r#"{"type": "ALEXA_PRESENTATION_APL", "supportedViewports": [{"mode": "TV"}, {"mode": "HUB"}]}"#;
    let turned = r#"{"supportedViewports": [{"mode": "HUB"}, {"mode": "TV"}], "type": "ALEXA_PRESENTATION_APL"}"#;
    check(&manifest(apl), &manifest(turned), &[]);
    check(
        &manifest(apl),
        &manifest(r#"{"type": "AUDIO_PLAYER"}, {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": [{"mode": "TV"}]}"#),
        &[
            r#"manifest - interfaces.alexa_presentation_apl.supported_viewports: {mode: "HUB"}"#,
            "manifest + interfaces.audio_player: there",
        ],
    );
}

#[test]
fn texts_of_the_store_belong_to_their_locale() {
    let manifest = |name: &str, phrases: &str, url: &str| {
        format!(
            r#"{{"publishingInformation": {{"locales": {{"en-US": {{"name": "{name}", "examplePhrases": [{phrases}], "keywords": ["a", "b"]}}}}}},
                "privacyAndCompliance": {{"locales": {{"en-US": {{"privacyPolicyUrl": "{url}"}}}}}}}}"#
        )
    };
    let (one, two) = (r#""Alexa, open it""#, r#""Alexa, ask it""#);
    check(
        &manifest("Old", &format!("{one}, {two}"), "https://a.dev"),
        &manifest("New", &format!("{two}, {one}"), "https://b.dev"),
        &[
            "en-US ~ skill.example_phrases: Alexa, open it, Alexa, ask it -> Alexa, ask it, Alexa, open it",
            "en-US ~ skill.name: Old -> New",
            "en-US ~ skill.privacy_policy: https://a.dev -> https://b.dev",
        ],
    );
}

#[test]
fn testing_instructions_and_secrets_are_compared_and_not_shown() {
    let manifest = |password: &str| {
        format!(
            r#"{{"publishingInformation": {{"testingInstructions": "the password is {password}"}}, "hosting": {{"apiSecret": "{password}"}},
                "list": [{{"clientSecret": "{password}"}}, 1]}}"#
        )
    };
    check(
        &manifest("hunter2"),
        &manifest("hunter3"),
        &[
            "manifest ~ amazon.manifest.hosting.apiSecret: not shown -> not shown",
            "manifest ~ skill.testing_instructions: not shown -> not shown",
        ],
    );
}

#[test]
fn a_number_is_what_it_is_worth_and_a_text_is_none() {
    check(r#"{"a": 1, "b": "1", "c": true}"#, r#"{"a": 1.0, "b": "1", "c": true}"#, &[]);
    check(r#"{"a": 1}"#, r#"{"a": "1"}"#, &["manifest ~ amazon.manifest.a: 1 -> 1"]);
}
