//! What follows from a change; every rule has an example.

use crate::sides::{Package, compare, follows, skill};
use crate::skills::SKILL;
use sayso_compiler::diff::Side;

const AGAIN: &str = "all users must link again";

#[track_caller]
fn check(side: impl Fn(&str) -> Side, from: &str, to: &str, expected: &str) {
    let said = follows(&side(from), &side(to)).unwrap_or("nothing");
    assert!(said.contains(expected), "{from} -> {to}: {said}");
}

fn manifest(inner: &str) -> Side {
    Package::default().manifest(&format!("{{{inner}}}")).side()
}

fn publishing(inner: &str) -> Side {
    manifest(&format!("\"publishingInformation\": {{{inner}}}"))
}

fn privacy(inner: &str) -> Side {
    manifest(&format!("\"privacyAndCompliance\": {{{inner}}}"))
}

fn model(language: &str) -> Side {
    Package::default().model(&format!("{{\"languageModel\": {{{language}}}}}")).side()
}

fn intent(inner: &str) -> Side {
    model(&format!(r#""intents": [{{"name": "A"{inner}}}]"#))
}

fn slot(inner: &str) -> Side {
    intent(&format!(r#", "slots": [{{"name": "s", "type": "T"{inner}}}]"#))
}

fn dialog(inner: &str) -> Side {
    let language = r#""languageModel": {"intents": [{"name": "A", "slots": [{"name": "s", "type": "T"}]}]}"#;
    Package::default().model(&format!(r#"{{{language}, "dialog": {{"intents": [{{"name": "A"{inner}}}]}}}}"#)).side()
}

fn value(inner: &str) -> Side {
    model(&format!(r#""types": [{{"name": "T", "values": [{{"id": "Z", "name": {{"value": "z"}}}}{inner}]}}]"#))
}

fn linking(inner: &str) -> Side {
    Package::default().linking(&format!(r#"{{"accountLinkingRequest": {{"type": "IMPLICIT"{inner}}}}}"#)).side()
}

#[test]
fn of_the_manifest() {
    let only = r#""isAvailableWorldwide": false, "distributionCountries": ["US"]"#;
    let more = r#""isAvailableWorldwide": false, "distributionCountries": ["US", "GB"]"#;
    check(publishing, r#""isAvailableWorldwide": true"#, only, "users in other countries can no longer");
    check(publishing, more, only, "users in this country can no longer");
    assert_eq!(follows(&publishing(only), &publishing(more)), None);
    let home = |uri: &str| format!(r#""apis": {{"smartHome": {{"endpoint": {{"uri": "{uri}"}}}}}}"#);
    check(manifest, &home("a"), &home("b"), "sends directives elsewhere");
    check(publishing, r#""distributionMode": "PUBLIC""#, r#""distributionMode": "PRIVATE""#, "leaves the store");
    check(publishing, r#""distributionMode": "PRIVATE""#, r#""distributionMode": "PUBLIC""#, "everybody can find");
    check(manifest, r#""permissions": []"#, r#""permissions": [{"name": "p"}]"#, "users must consent");
    check(manifest, r#""permissions": [{"name": "p"}]"#, "", "no longer gets it");
    let place = |uri: &str| format!(r#""apis": {{"custom": {{"endpoint": {{"uri": "{uri}"}}}}}}"#);
    check(manifest, &place("a"), &place("b"), "Alexa sends requests elsewhere");
    let events = |uri: &str| format!(r#""events": {{"endpoint": {{"uri": "{uri}"}}}}"#);
    check(manifest, &events("a"), &events("b"), "Alexa sends events elsewhere");
    check(manifest, "", r#""events": {"subscriptions": [{"eventName": "E"}]}"#, "certified anew");
    let interfaces = |inner: &str| format!(r#""apis": {{"custom": {{"interfaces": [{inner}]}}}}"#);
    check(manifest, &interfaces(r#"{"type": "HTML"}"#), "", "refuses answers with directives");
    check(manifest, &interfaces(r#"{"type": "X", "a": 1}, {"type": "Y"}"#), &interfaces(r#"{"type": "X", "b": {}, "a": 1}"#), "refuses");
    check(privacy, r#""usesPersonalInfo": false"#, r#""usesPersonalInfo": true"#, "privacy policy");
    check(privacy, r#""isChildDirected": false"#, r#""isChildDirected": true"#, "parents must consent");
    check(privacy, r#""allowsPurchases": false"#, r#""allowsPurchases": true"#, "tells users");
    assert_eq!(follows(&privacy(r#""containsAds": false"#), &privacy(r#""containsAds": true"#)), None);
}

#[test]
fn of_a_locale() {
    check(model, r#""invocationName": "old name""#, r#""invocationName": "new name""#, "users must learn the new name");
    check(model, r#""intents": [{"name": "A"}, {"name": "B"}]"#, r#""intents": [{"name": "A"}]"#, "there is no AMAZON.FallbackIntent");
    let fallback = r#"{"name": "AMAZON.FallbackIntent"}"#;
    let intents = |names: &str| format!(r#""intents": [{names}]"#);
    let both = intents(&format!(r#"{{"name": "A"}}, {fallback}"#));
    check(model, &both, &intents(fallback), "goes to AMAZON.FallbackIntent");
    check(model, &both, &intents(r#"{"name": "A"}"#), "nearest");
    check(intent, r#", "samples": ["a", "b"]"#, r#", "samples": ["a"]"#, "guess");
    check(intent, r#", "slots": [{"name": "s"}]"#, "", "no longer get its value");
    check(
        intent,
        r#", "slots": [{"name": "s", "type": "T"}]"#,
        r#", "slots": [{"name": "s", "type": "U"}]"#,
        "sessions that are under way",
    );
    check(slot, "", r#", "multipleValues": {"enabled": true}"#, "another form");
    check(value, r#", {"id": "A", "name": {"value": "a"}}"#, "", "no longer get this value");
    check(
        value,
        r#", {"id": "A", "name": {"value": "a", "synonyms": ["b"]}}"#,
        r#", {"id": "A", "name": {"value": "a"}}"#,
        "no longer stands",
    );
    check(value, r#", {"id": "A", "name": {"value": "a"}}"#, r#", {"id": "A", "name": {"value": "b"}}"#, "another word");
    check(model, r#""types": [{"name": "T"}, {"name": "U"}]"#, r#""types": [{"name": "T"}]"#, "need another one");
    let level = |level: &str| format!(r#""modelConfiguration": {{"fallbackIntentSensitivity": {{"level": "{level}"}}}}"#);
    check(model, "", &level("HIGH"), "more of what users say");
    check(model, &level("HIGH"), &level("MEDIUM"), "less of what users say");
    check(model, &level("MEDIUM"), "", "less of what users say");
}

#[test]
fn of_a_dialog() {
    let of = |inner: &str| format!(r#", "slots": [{{"name": "s", "type": "T"{inner}}}]"#);
    let (not, required) = (of(""), of(r#", "elicitationRequired": true"#));
    check(dialog, &not, &required, "before the intent is handled");
    check(dialog, &required, &not, "without it");
    check(dialog, &of(r#", "validations": [{"type": "isInSet", "values": ["1"]}]"#), &not, "values that Alexa refused");
    check(dialog, r#", "delegationStrategy": "ALWAYS""#, r#", "delegationStrategy": "SKILL_RESPONSE""#, "other turns of the dialog");
    check(dialog, r#", "confirmationRequired": true"#, "", "without a question");
}

#[test]
fn of_account_linking() {
    for key in ["authorizationUrl", "clientId"] {
        check(linking, &format!(", \"{key}\": \"a\""), &format!(", \"{key}\": \"b\""), AGAIN);
    }
    let grant = |grant: &str| Package::default().linking(&format!(r#"{{"type": "{grant}", "authorizationUrl": "a"}}"#)).side();
    check(grant, "AUTH_CODE", "IMPLICIT", AGAIN);
    check(linking, r#", "accessTokenUrl": "a""#, r#", "accessTokenUrl": "b""#, "refresh tokens");
    check(linking, r#", "accessTokenScheme": "HTTP_BASIC""#, r#", "accessTokenScheme": "REQUEST_BODY_CREDENTIALS""#, "in this form");
    check(linking, "", r#", "scopes": ["a"]"#, "linked users must link again");
    check(linking, r#", "scopes": ["a"]"#, "", "new tokens lack it");
    check(linking, "", r#", "skipOnEnablement": true"#, "without an account");
    check(linking, r#", "skipOnEnablement": true"#, "", "when they enable the skill");
    let pkce = |status: &str| format!(r#", "pkceConfiguration": {{"status": "{status}"}}"#);
    check(linking, "", &pkce("ENABLED"), "must know PKCE");
    check(linking, &pkce("ENABLED"), &pkce("DISABLED"), "no longer uses PKCE");
    check(linking, r#", "domains": ["a"]"#, "", "no longer load");
    check(linking, "", r#", "voiceForwardAccountLinking": "ENABLED""#, "link by voice");
    check(linking, r#", "voiceForwardAccountLinking": "ENABLED""#, "", "no longer link by voice");
    check(linking, "", r#", "defaultTokenExpirationInSeconds": 300"#, "another time");
    check(linking, r#", "redirectUrls": ["a"]"#, "", "can no longer link");
    check(linking, "", r#", "reciprocalAccessTokenUrl": "a""#, "elsewhere");
}

#[test]
fn of_account_linking_that_needs_no_token_url() {
    check(linking, r#", "accessTokenUrl": "a""#, "", "no token is refreshed any more");
    check(linking, r#", "accessTokenScheme": "HTTP_BASIC""#, "", "no longer authenticates");
    check(linking, r#", "reciprocalAccessTokenUrl": "a""#, "", "no longer sends");
    let pkce = r#", "pkceConfiguration": {"status": "DISABLED"}"#;
    assert_eq!(follows(&linking(""), &linking(pkce)), None);
    assert_eq!(follows(&linking(pkce), &linking("")), None);
}

#[test]
fn of_a_part_that_a_package_lacks() {
    let nothing = || Package::default().manifest("{}");
    let linked = nothing().linking(r#"{"accountLinkingRequest": {"type": "IMPLICIT"}}"#).side();
    let said = follows(&linked, &nothing().side()).expect("a consequence");
    assert!(said.contains("apart from the package"), "{said}");
}

/// A skill.yaml tells all there is; with other replacements, the other skill.
#[track_caller]
fn of_skills(replaced: &[(&str, &str)], path: &str, expected: &str) {
    let text = replaced.iter().fold(SKILL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    let difference = compare(&skill(SKILL), &skill(&text));
    let mut said = difference.changes().filter(|change| change.what() == path).filter_map(|change| change.consequence);
    assert!(said.any(|said| said.contains(expected)), "{expected}: {difference:#?}");
}

#[test]
fn of_what_handlers_need() {
    let auth = |auth: &'static str| [("auth: required", auth)];
    of_skills(&[("  OpeningHours:\n", "  OpeningHours:\n    auth: required\n")], "intents.OpeningHours.auth", "LinkAccount card");
    of_skills(&[("  OpeningHours:\n", "  OpeningHours:\n    auth: optional\n")], "intents.OpeningHours.auth", "sees the account");
    of_skills(&auth("auth: optional"), "intents.CheckPoints.auth", "reach the handler");
    of_skills(&[("launch: { auth: optional }", "launch: { auth: none }")], "launch.auth", "no longer sees");
    of_skills(&[("    scopes: [points.read]\n", "")], "intents.CheckPoints.scopes", "no longer ask for it");
    of_skills(&[("launch: { auth: optional }", "launch: { auth: optional, scopes: [points.read] }")], "launch.scopes", "link again");
    of_skills(&[("  OpeningHours:\n    samples: [when are you open]\n", "")], "intents.OpeningHours", "never called");
    of_skills(&[("\nspeech:", "  Bye:\n    samples: [so long]\n\nspeech:")], "intents.Bye", "before it has a handler");
}

#[test]
fn of_how_tokens_are_checked() {
    let said = |from: &str, to: &str, path: &str, expected: &str| {
        let with = |keys: &str| skill(&SKILL.replace("  client_id:", &format!("{keys}  client_id:")));
        let difference = compare(&with(from), &with(to));
        let found = difference.changes().find(|change| change.what() == path).and_then(|change| change.consequence);
        assert!(found.is_some_and(|said| said.contains(expected)), "{expected}: {difference:#?}");
    };
    let jwt = "  token: { jwt: { issuer: a, audience: b, keys_url: 'https://a.friend.dev' } }\n";
    let asked =
        |keys: &str| format!("  token: {{ introspection: {{ url: 'https://a.friend.dev', audience: b, client_id: c, {keys} }} }}\n");
    let usual = asked("client_secret: env:A");
    said("", "  identity: person\n", "account_linking.identity", "another token counts");
    said("", jwt, "account_linking.token", "must link again");
    said(jwt, "", "account_linking.token", "before anybody knows");
    said(jwt, &jwt.replace("audience: b", "audience: c"), "account_linking.token.jwt.audience", "must link again");
    said(jwt, &usual, "account_linking.token.introspection.url", "must link again");
    said(&usual, &asked("client_secret: env:B"), "account_linking.token.introspection.client_secret", "must take the skill's credentials");
    let body = asked("client_secret: env:A, client_authentication: request_body");
    said(&usual, &body, "account_linking.token.introspection.client_authentication", "must take the skill's credentials");
    said(&usual, &usual.replace("client_id: c", "client_id: d"), "account_linking.token.introspection.client_id", "credentials");
    let cached = asked("client_secret: env:A, cache_seconds: 9");
    said(&usual, &cached, "account_linking.token.introspection.cache_seconds", "a revoked token works");
}

#[test]
fn of_a_locale_that_is_dropped() {
    of_skills(&[("en-US, en-GB", "en-US")], "locale", "its users lose the skill");
    of_skills(&[("en-US, en-GB", "en-US, en-GB, en-AU")], "locale", "certified");
}

#[test]
fn of_a_secret_that_goes() {
    let token = "  token_url: https://login.bonus.example/token\n";
    let gone = [(token, ""), ("  client_secret: env:BONUS_SECRET\n", "  grant: implicit\n"), ("  client_authentication: http_basic\n", "")];
    of_skills(&gone, "account_linking.client_secret", "no longer authenticates");
}

#[test]
fn of_another_secret() {
    of_skills(&[("env:BONUS_SECRET", "env:OTHER")], "account_linking.client_secret", "must take the new secret");
}

#[test]
fn account_linking_of_a_live_skill_waits_for_certification() {
    let difference = compare(&linking(""), &linking(r#", "clientId": "a""#));
    assert!(difference.notes.iter().any(|note| note.contains("certified anew")), "{:?}", difference.notes);
    assert_eq!(compare(&linking(""), &linking("")).notes, [""; 0]);
}
