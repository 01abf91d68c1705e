use crate::sides::{Package, compare, told};
use sayso_compiler::diff::Side;

fn side(document: &str) -> Side {
    Package::default().linking(document).side()
}

fn request(inner: &str) -> Side {
    side(&format!(r#"{{"accountLinkingRequest": {{{inner}}}}}"#))
}

#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(told(&request(from), &request(to)), expected);
}

#[track_caller]
fn unknown(from: &Side, to: &Side) -> Vec<String> {
    let difference = compare(from, to);
    assert!(difference.is_empty(), "{difference:#?}");
    difference.groups.iter().flat_map(|group| &group.unknown).map(|path| path.join(".")).collect()
}

#[test]
fn keys_are_those_of_skill_yaml() {
    check(
        r#""type": "AUTH_CODE", "skipOnEnablement": true, "clientId": "a", "scopes": ["x", "y"], "accessTokenScheme": "HTTP_BASIC",
           "pkceConfiguration": {"status": "DISABLED", "codeChallengeMethod": "S256"}"#,
        r#""type": "AUTH_CODE", "skipOnEnablement": false, "clientId": "b", "scopes": ["z", "x"], "accessTokenScheme": "REQUEST_BODY_CREDENTIALS",
           "pkceConfiguration": {"status": "ENABLED", "codeChallengeMethod": "S256"}, "voiceForwardAccountLinking": "ENABLED", "other": 1"#,
        &[
            "account linking ~ account_linking.client_authentication: http_basic -> request_body",
            "account linking ~ account_linking.client_id: a -> b",
            "account linking ~ account_linking.enablement: optional -> required",
            "account linking ~ account_linking.pkce: false -> true",
            "account linking - account_linking.scopes: y",
            "account linking + account_linking.scopes: z",
            "account linking + account_linking.voice_forward: true",
            "account linking + amazon.account_linking.other: 1",
        ],
    );
}

#[test]
fn defaults_and_empty_lists_are_no_difference() {
    check(r#""type": "IMPLICIT", "scopes": []"#, r#""type": "IMPLICIT", "skipOnEnablement": false, "domains": null"#, &[]);
}

#[test]
fn apps_go_by_platform() {
    let of = |platform: &str, url: &str| format!(r#"{{"platformType": "{platform}", "platformAuthorizationUrl": "https://{url}/a"}}"#);
    let both = |first: String, second: String| format!(r#""type": "IMPLICIT", "authorizationUrlsByPlatform": [{first}, {second}]"#);
    check(
        &both(of("iOS", "a"), of("Android", "b")),
        &both(of("Android", "c"), of("iOS", "a")),
        &["account linking ~ account_linking.app_to_app.android: https://b/a -> https://c/a"],
    );
}

#[test]
fn a_text_is_no_truth() {
    check(
        r#""type": "IMPLICIT", "skipOnEnablement": true"#,
        r#""type": "IMPLICIT", "skipOnEnablement": "true""#,
        &["account linking + account_linking.quoted_enablement: true"],
    );
}

#[test]
fn nobody_knows_the_secret_of_a_package() {
    let (a, b) = (r#""type": "AUTH_CODE", "clientSecret": "s3cr3t-a""#, r#""type": "AUTH_CODE", "clientSecret": "s3cr3t-b""#);
    assert_eq!(unknown(&request(a), &request(b)), ["account_linking.client_secret"]);
    let difference = compare(&request(a), &request(b));
    assert!(!format!("{difference:?}").contains("s3cr3t"));
    assert_eq!(unknown(&request(r#""type": "IMPLICIT""#), &request(r#""type": "IMPLICIT""#)), [""; 0]);
}

#[test]
fn an_answer_leaves_things_out() {
    let asked = r#""type": "AUTH_CODE", "skipOnEnablement": true, "clientSecret": "s3cr3t", "reciprocalAccessTokenUrl": "https://a/b",
        "pkceConfiguration": {"status": "ENABLED", "codeChallengeMethod": "S256"}"#;
    let answer = side(r#"{"accountLinkingResponse": {"type": "AUTH_CODE"}}"#);
    assert_eq!(
        unknown(&answer, &request(asked)),
        ["account_linking.client_secret", "account_linking.enablement", "account_linking.pkce", "account_linking.reciprocal_token_url"]
    );
    let told_otherwise = side(r#"{"accountLinkingResponse": {"type": "AUTH_CODE", "skipOnEnablement": false}}"#);
    assert_eq!(told(&told_otherwise, &request(asked)), ["account linking ~ account_linking.enablement: required -> optional"]);
}

#[test]
fn the_envelope_and_the_place_say_nothing() {
    let inner = r#""type": "IMPLICIT", "clientId": "a""#;
    assert_eq!(told(&request(inner), &side(&format!("{{{inner}, \"authorizationUrl\": null}}"))), [""; 0]);
    let misplaced = Package::default().manifest(&format!("{{\"accountLinkingRequest\": {{{inner}}}}}")).side();
    let placed = Package::default().manifest("{}").linking(&format!("{{\"accountLinkingRequest\": {{{inner}}}}}")).side();
    assert_eq!(told(&misplaced, &placed), [""; 0]);
}

#[test]
fn account_linking_as_a_whole_says_how_and_where() {
    let nothing = || Package::default().manifest("{}");
    let linked = nothing().linking(r#"{"type": "AUTH_CODE", "authorizationUrl": "https://a.dev/b", "clientSecret": "s3cr3t"}"#).side();
    assert_eq!(told(&nothing().side(), &linked), ["account linking + account_linking: authorization_code, https://a.dev/b"]);
}
