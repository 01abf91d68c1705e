//! Tokens that are none: nobody behind them reaches a handler, and the log tells why.

use sayso::declare::{Algorithm, Identity, Jwt, Stage, Token};
use sayso::testing::{Conversation, Reply, block_on};
use serde_json::{Value, json};

use crate::clock::{Clock, START};
use crate::keys::{Key, base64url, claims, claims_with, ed, header, p256, p384, rsa};
use crate::log::logged;
use crate::service::Service;
use crate::skill::{self, JWT};

/// A user with this token at a service with these keys.
fn talk(jwt: Jwt, service: &Service, token: &str) -> Conversation {
    Conversation::with(skill::app(Token::Jwt(jwt)).clock(Clock::new().read()).fetch(service.clone())).link(token)
}

fn hear(talk: &mut Conversation, intent: &str) -> Reply {
    block_on(talk.intent(intent).into_future())
}

#[track_caller]
fn good(jwt: Jwt, service: &Service, token: &str) {
    let (reply, log) = logged(|| hear(&mut talk(jwt, service, token), "Needed"));
    assert_eq!(reply.speech(), "hello ada gold", "{log}");
}

#[track_caller]
fn refused(jwt: Jwt, service: &Service, token: &str, reason: &str) {
    let (reply, log) = logged(|| hear(&mut talk(jwt, service, token), "Needed"));
    reply.assert_asks_to_link();
    assert!(log.contains(&format!("the access token is not valid: it counts as none reason={reason}")), "wanted `{reason}`: {log}");
    let reply = hear(&mut talk(jwt, service, token), "Maybe");
    assert_eq!((reply.speech().as_str(), reply.card()), ("hello stranger", None));
}

/// A service with one key of each kind.
struct All {
    p256: Key,
    p384: Key,
    ed: Key,
    service: Service,
}

fn all() -> All {
    let (p256, p384, ed) = (p256(), p384(), ed());
    let service = Service::with([rsa().public("rsa"), p256.public("p256"), p384.public("p384"), ed.public("ed")]);
    All { p256, p384, ed, service }
}

#[test]
fn good_tokens_of_every_algorithm_are_let_through() {
    let all = all();
    for (key, id) in [(rsa(), "rsa"), (&all.p256, "p256"), (&all.p384, "p384"), (&all.ed, "ed")] {
        good(JWT, &all.service, &key.token(id));
    }
    for algorithm in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] {
        good(JWT, &all.service, &rsa().sign(&header(algorithm, "rsa"), &claims()));
    }
    good(JWT, &all.service, &all.ed.sign(&header("Ed25519", "ed"), &claims()));
}

#[test]
fn the_declaration_says_which_algorithms_count() {
    let all = all();
    let only = Jwt { algorithms: &[Algorithm::RS256], ..JWT };
    good(only, &all.service, &rsa().token("rsa"));
    refused(only, &all.service, &rsa().sign(&header("RS384", "rsa"), &claims()), "its algorithm is not declared");
    refused(only, &all.service, &all.p256.token("p256"), "its algorithm is not declared");
    refused(Jwt { algorithms: &[], ..JWT }, &all.service, &rsa().token("rsa"), "its algorithm is not declared");
}

#[test]
fn a_token_that_nobody_signed_is_none() {
    let all = all();
    for algorithm in ["none", "None", "NONE", "nOnE", ""] {
        let message = format!("{}.{}", base64url(header(algorithm, "rsa").to_string()), base64url(claims().to_string()));
        refused(JWT, &all.service, &format!("{message}."), "its algorithm is not declared");
        refused(JWT, &all.service, &format!("{message}.{}", base64url("x")), "its algorithm is not declared");
    }
    let unsigned = format!("{}.{}.", base64url(header("RS256", "rsa").to_string()), base64url(claims().to_string()));
    refused(JWT, &all.service, &unsigned, "its signature is wrong");
}

#[test]
fn a_public_key_is_no_secret() {
    use aws_lc_rs::hmac;
    let all = all();
    let public = rsa().public("rsa");
    let der = match rsa() {
        Key::Rsa(pair) => aws_lc_rs::signature::KeyPair::public_key(pair).as_ref().to_vec(),
        _ => unreachable!("it is an RSA key"),
    };
    for secret in [der, public["n"].as_str().expect("a modulus").as_bytes().to_vec(), public.to_string().into_bytes()] {
        let message = format!("{}.{}", base64url(header("HS256", "rsa").to_string()), base64url(claims().to_string()));
        let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), message.as_bytes());
        refused(JWT, &all.service, &format!("{message}.{}", base64url(signature)), "its algorithm is not declared");
    }
}

#[test]
fn a_shared_key_in_the_set_checks_nothing() {
    let service =
        Service::with([json!({"kty": "oct", "kid": "shared", "k": base64url("a shared secret of the service")}), rsa().public("rsa")]);
    refused(JWT, &service, &rsa().sign(&header("RS256", "shared"), &claims()), "the service has no such key");
}

#[test]
fn a_token_is_what_was_signed() {
    let all = all();
    let token = rsa().token("rsa");
    let (message, signature) = token.rsplit_once('.').expect("three parts");
    let other = rsa().sign(&header("RS256", "rsa"), &claims_with("sub", json!("eve")));
    let (other, _) = other.rsplit_once('.').expect("three parts");
    refused(JWT, &all.service, &format!("{other}.{signature}"), "its signature is wrong");
    refused(JWT, &all.service, &format!("{message}.{}", base64url([7; 256])), "its signature is wrong");
    refused(JWT, &all.service, &p256().token("p256"), "its signature is wrong");
    refused(JWT, &all.service, &ed().token("ed"), "its signature is wrong");
}

#[test]
fn the_key_is_the_one_that_is_named_and_fits() {
    let all = all();
    let named = |key: &Key, algorithm: &str, id: &str| key.sign(&header(algorithm, id), &claims());
    refused(JWT, &all.service, &named(rsa(), "RS256", "nobody's"), "the service has no such key");
    refused(JWT, &all.service, &named(rsa(), "RS256", ""), "the service has no such key");
    // A key of another type, another curve, and one that is for another algorithm.
    refused(JWT, &all.service, &named(rsa(), "RS256", "p256"), "its key does not fit its algorithm");
    refused(JWT, &all.service, &named(&all.p256, "ES256", "p384"), "its key does not fit its algorithm");
    refused(JWT, &all.service, &named(&all.p384, "EdDSA", "p384"), "its key does not fit its algorithm");
    let mut only = rsa().public("rsa");
    only["alg"] = "RS384".into();
    let service = Service::with([only]);
    refused(JWT, &service, &rsa().token("rsa"), "its key does not fit its algorithm");
    good(JWT, &service, &named(rsa(), "RS384", "rsa"));
}

#[test]
fn a_token_without_a_key_id_needs_the_only_key_that_fits() {
    let all = all();
    let bare = |key: &Key| key.sign(&json!({"alg": key.algorithm()}), &claims());
    good(JWT, &all.service, &bare(rsa()));
    let service = Service::with([rsa().public("one"), rsa().public("two")]);
    refused(JWT, &service, &bare(rsa()), "it does not say which of the service's keys signed it");
    refused(JWT, &service, &bare(&all.ed), "the service has no such key");
}

#[test]
fn keys_for_something_else_check_nothing() {
    let with = |name: &str, value: Value| {
        let mut key = rsa().public("rsa");
        key[name] = value;
        Service::with([key])
    };
    let token = rsa().token("rsa");
    refused(JWT, &with("use", json!("enc")), &token, "the service has no such key");
    refused(JWT, &with("key_ops", json!(["encrypt"])), &token, "the service has no such key");
    refused(JWT, &with("alg", json!("RSA-OAEP")), &token, "the service has no such key");
    good(JWT, &with("use", json!("sig")), &token);
    good(JWT, &with("key_ops", json!(["verify"])), &token);
}

#[test]
fn keys_that_are_not_understood_are_skipped() {
    let odd = [
        json!(null),
        json!("key"),
        json!({"kty": "RSA", "kid": "rsa"}),
        json!({"kty": "EC", "kid": "p256", "crv": "secp256k1", "x": "AA", "y": "AA"}),
        json!({"kty": "EC", "kid": "p256", "crv": "P-256", "x": "AA", "y": "AA"}),
        json!({"kty": "OKP", "kid": "ed", "crv": "X25519", "x": "AA"}),
        json!({"kty": "RSA", "kid": "rsa", "n": "not base64!", "e": "AQAB"}),
        json!({"kty": 7}),
    ];
    let service = Service::with(odd.into_iter().chain([rsa().public("rsa")]));
    good(JWT, &service, &rsa().token("rsa"));
}

/// A token that expires in 2100, and the key of 1,024 bits that signed it, made once with another library.
const SHORT: &str = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6InNob3J0In0.eyJpc3MiOiJodHRwczovL2F1dGgudG9rZW5zLmV4YW1wbGUvIiwiYXVkIjoidG9rZW5zLWFwaSIsInN1YiI6ImFkYSIsImV4cCI6NDEwMjQ0NDgwMH0.EbBjtG8z47slXNoYfWnAJ2T8cEQeA-7FkhXqbyFLk9i7iEbzUvPKBd_onTXr_1rMrAkkQXNeKh4XQ03Ycr_y0X5fl6QIBdZ3ULLasApn5x3F_l0Pj-joQBA6ioPeUvrvw8erf2t3z_xQTZgvsP9niv_vovcvX5JRpo6kUA0OvAs";
const SHORT_KEY: &str = "t63hvh0DtjRrnTJ4OelCrJIfhPyRGJTBbLziGH0BWUgrwOIYwV1t8wAy6eHIItiDVuPVNe9HeRZQ1d9CMAq5vz4yMcdoXkFfKBc429s1piRp7hGW-lejZF3mdL-yfgWuKgKH1Tf6vzsFfrWUvbMUbeS0U3b5soaznBTHy1uLG3s";

#[test]
fn a_short_rsa_key_is_not_used() {
    let service = Service::with([json!({"kty": "RSA", "kid": "short", "n": SHORT_KEY, "e": "AQAB"})]);
    let (_, log) = logged(|| hear(&mut talk(JWT, &service, SHORT), "Needed"));
    assert!(log.contains("RSA keys have to have 2048 bits or more bits=1024"), "{log}");
    refused(JWT, &service, SHORT, "the service has no such key");
}

#[test]
fn issuer_and_audience_are_those_that_are_declared() {
    let all = all();
    let with = |name: &str, value: Value| rsa().sign(&header("RS256", "rsa"), &claims_with(name, value));
    for other in [json!("https://auth.tokens.example"), json!("https://evil.example/"), json!(""), Value::Null] {
        refused(JWT, &all.service, &with("iss", other), "it is from another issuer");
    }
    for other in [json!("tokens-api2"), json!([]), json!(["tokens"]), json!(""), Value::Null] {
        refused(JWT, &all.service, &with("aud", other), "it is for another audience");
    }
    for odd in [("iss", json!([skill::ISSUER])), ("aud", json!([skill::API, 7])), ("aud", json!({"tokens-api": 1})), ("sub", json!(7))] {
        refused(JWT, &all.service, &with(odd.0, odd.1), "it has not the form of one");
    }
    good(JWT, &all.service, &with("aud", json!(["unknown", skill::API])));
    good(JWT, &all.service, &with("aud", json!("other-api")));
}

#[test]
fn the_client_is_the_one_that_is_declared() {
    let all = all();
    let jwt = Jwt { audiences: &[], issued_to: Some("alexa"), ..JWT };
    let with = |name: &str, value: Value| rsa().sign(&header("RS256", "rsa"), &claims_with(name, value));
    for name in ["client_id", "azp", "cid"] {
        good(jwt, &all.service, &with(name, json!("alexa")));
        refused(jwt, &all.service, &with(name, json!("another")), "it was issued to another client");
    }
    refused(jwt, &all.service, &rsa().token("rsa"), "it was issued to another client");
    let mut both = claims_with("client_id", json!("another"));
    both["azp"] = "alexa".into();
    refused(jwt, &all.service, &rsa().sign(&header("RS256", "rsa"), &both), "it was issued to another client");
}

#[test]
fn a_token_is_good_for_its_time() {
    let all = all();
    let with = |name: &str, value: Value| rsa().sign(&header("RS256", "rsa"), &claims_with(name, value));
    refused(JWT, &all.service, &with("exp", json!(START - 30)), "it has expired");
    good(JWT, &all.service, &with("exp", json!(START - 29)));
    refused(JWT, &all.service, &with("exp", json!(0)), "it has expired");
    refused(JWT, &all.service, &with("exp", json!(-1)), "it has expired");
    refused(JWT, &all.service, &with("exp", Value::Null), "it does not expire");
    refused(JWT, &all.service, &with("exp", json!((START + 600).to_string())), "it has not the form of one");
    good(JWT, &all.service, &with("exp", json!(START as f64 + 0.5)));
    good(JWT, &all.service, &with("exp", json!(1e300)));
    refused(JWT, &all.service, &with("nbf", json!(START + 31)), "it is not valid yet");
    good(JWT, &all.service, &with("nbf", json!(START + 30)));
    refused(JWT, &all.service, &with("nbf", json!(START as f64 + 30.5)), "it is not valid yet");
}

#[test]
fn a_token_of_another_type_is_none() {
    let all = all();
    let typed = |kind: Value| rsa().sign(&json!({"alg": "RS256", "kid": "rsa", "typ": kind}), &claims());
    for kind in ["JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"] {
        good(JWT, &all.service, &typed(json!(kind)));
    }
    good(JWT, &all.service, &rsa().sign(&json!({"alg": "RS256", "kid": "rsa"}), &claims()));
    for kind in ["logout+jwt", "secevent+jwt", "dpop+jwt", "JWE", ""] {
        refused(JWT, &all.service, &typed(json!(kind)), "it is a token of another type");
    }
    refused(JWT, &all.service, &typed(json!(["JWT"])), "it has not the form of one");
}

#[test]
fn no_extension_is_known() {
    let all = all();
    for (name, value) in [("crit", json!(["exp"])), ("crit", json!([])), ("crit", json!(null)), ("b64", json!(false)), ("b64", json!(true))]
    {
        let mut header = header("RS256", "rsa");
        header[name] = value;
        refused(JWT, &all.service, &rsa().sign(&header, &claims()), "it demands an extension that is not known");
    }
}

#[test]
fn a_key_that_the_token_brings_along_does_not_count() {
    let all = all();
    let mine = p256();
    let mut header = header("ES256", "p256");
    header["jwk"] = mine.public("p256");
    header["jku"] = "https://evil.example/keys".into();
    header["x5u"] = "https://evil.example/chain".into();
    refused(JWT, &all.service, &mine.sign(&header, &claims()), "its signature is wrong");
}

#[test]
fn no_name_stands_twice() {
    let all = all();
    let claims = claims().to_string();
    let twice =
        |extra: &str| rsa().sign_raw("RS256", &header("RS256", "rsa").to_string(), &claims.replacen('{', &format!("{{{extra},"), 1));
    for extra in [r#""iss":"https://evil.example/""#, r#""sub":"eve""#, r#""exp":9999999999"#, r#""tier":"lead""#, r#""\u0073ub":"eve""#] {
        refused(JWT, &all.service, &twice(extra), "it has not the form of one");
    }
    let header = r#"{"alg":"none","alg":"RS256","kid":"rsa"}"#;
    refused(JWT, &all.service, &rsa().sign_raw("RS256", header, &claims), "it has not the form of one");
}

#[test]
fn what_has_not_three_parts_is_no_token() {
    let all = all();
    let token = rsa().token("rsa");
    let parts: Vec<&str> = token.split('.').collect();
    let reason = "it has not the form of one";
    refused(JWT, &all.service, "opaque-text-of-another-service", reason);
    refused(JWT, &all.service, &parts[..2].join("."), reason);
    refused(JWT, &all.service, &format!("{}.{}", parts[1], parts[2]), reason);
    refused(JWT, &all.service, "..", reason);
    refused(JWT, &all.service, &format!("{token}.{}", parts[2]), "its signature is wrong");
    refused(JWT, &all.service, &format!("{token}.."), "its signature is wrong");
    refused(JWT, &all.service, &format!("{token}="), reason);
    refused(JWT, &all.service, &format!(" {} .{}.{}", parts[0], parts[1], parts[2]), reason);
    let encrypted = format!("{}.QQ.QQ.QQ.QQ", base64url(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#));
    refused(JWT, &all.service, &encrypted, "its algorithm is not declared");
    for payload in ["[]", "7", "null", "", "{", "{}x", "\u{feff}{}"] {
        let token = rsa().sign_raw("RS256", &header("RS256", "rsa").to_string(), payload);
        refused(JWT, &all.service, &token, reason);
    }
}

#[test]
fn a_huge_token_is_not_even_read() {
    let service = Service::new();
    let huge = format!("{}.{}.{}", base64url(header("RS256", "rsa").to_string()), "A".repeat(20_000), base64url([7; 256]));
    refused(JWT, &service, &huge, "it is too long to be one");
    assert_eq!(service.asked(), 0);
}

#[test]
fn what_needs_no_account_asks_nobody() {
    let service = Service::new();
    let reply = hear(&mut talk(JWT, &service, &rsa().token("rsa")), "Never");
    assert_eq!((reply.speech().as_str(), service.asked()), ("hello stranger", 0));
}

#[test]
fn who_is_not_linked_is_not_asked_about() {
    let service = Service::new();
    let mut talk = talk(JWT, &service, "").unlink();
    hear(&mut talk, "Needed").assert_asks_to_link();
    assert_eq!((hear(&mut talk, "Maybe").speech().as_str(), service.asked()), ("hello stranger", 0));
}

#[test]
fn each_stage_has_its_own_service() {
    let service = Service::with([rsa().public("rsa")]);
    let live = Jwt { issuer: "https://live.tokens.example/", ..JWT };
    let stages: &'static [Stage] = Box::leak(Box::new([Stage { application_id: "amzn1.ask.skill.tokens-live", token: Token::Jwt(live) }]));
    let app = skill::of(skill::staged(Token::Jwt(JWT), Identity::Account, stages)).clock(Clock::new().read()).fetch(service);
    let answer = |id: &str, token: &str| {
        let system = json!({"application": {"applicationId": id}, "user": {"userId": "u", "accessToken": token}});
        let request = json!({"type": "IntentRequest", "locale": "en-US", "intent": {"name": "Maybe"}});
        let session = json!({"new": true, "sessionId": "s"});
        let body = json!({"version": "1.0", "session": session, "context": {"System": system}, "request": request}).to_string();
        String::from_utf8(block_on(app.handle(body.as_bytes())).expect("an answer")).expect("text")
    };
    let token = |issuer: &str| rsa().sign(&header("RS256", "rsa"), &claims_with("iss", json!(issuer)));
    let (here, there) = (token(JWT.issuer), token(live.issuer));
    assert!(answer("amzn1.ask.skill.tokens", &here).contains("hello ada"));
    assert!(answer("amzn1.ask.skill.tokens", &there).contains("hello stranger"));
    assert!(answer("amzn1.ask.skill.tokens-live", &there).contains("hello ada"));
    assert!(answer("amzn1.ask.skill.tokens-live", &here).contains("hello stranger"));
}
