//! Any text as the access token of a skill whose tokens are JWTs, and keys of any form from the service.

use std::sync::LazyLock;
use std::time::{Duration, UNIX_EPOCH};

use arbitrary::{Arbitrary, Result, Unstructured};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sayso::App;
use sayso::declare::{Identity, Skill, Token};
use sayso::fetch::{Fetch, Limits};
use sayso::testing::{Conversation, Issuer, block_on};
use serde_json::{Value, json};

use crate::edit;
use crate::envelope::SHORTEST;
use crate::scene::{NOW, Net};
use crate::token_skill::{self, API, ISSUER, JWT, KEYS_URL};

struct Service {
    skill: &'static Skill,
    app: App,
    issuer: Issuer,
    /// A token that is good.
    token: String,
    /// What the service publishes.
    keys: Value,
}

static SERVICE: LazyLock<Service> = LazyLock::new(|| {
    let skill = token_skill::declared(Token::Jwt(JWT), Identity::Account);
    let app = app(skill);
    let issuer = Issuer::of(&app);
    let request = http::Request::get(KEYS_URL).body(Vec::new()).expect("a request");
    let keys = block_on(issuer.fetch(request, Limits { time: Duration::from_secs(1), body: 1 << 20 })).expect("an answer");
    let keys = serde_json::from_slice(keys.body()).expect("JSON");
    let token = issuer.token("ada").issue();
    Service { skill, app: app.fetch(issuer.clone()), issuer, token, keys }
});

fn app(skill: &'static Skill) -> App {
    token_skill::of(skill).clock(|| UNIX_EPOCH + Duration::from_secs(NOW))
}

/// Nobody is let through whose token the service did not issue, or issued to others or for another time.
pub fn run(data: &[u8]) {
    let u = &mut Unstructured::new(data);
    let _ = match u.int_in_range(0..=4) {
        Ok(0) => any_text(u),
        Ok(1) => changed(u),
        Ok(2) => composed(u).map(|token| assert_is_ours(&SERVICE.app, &token)),
        Ok(3) => any_claims(u),
        _ => any_keys(u),
    };
}

/// Whether the skill takes whoever brings this token for linked.
fn lets_through(app: &App, token: &str) -> bool {
    let said = block_on(Conversation::with(app.clone()).link(token).intent("Maybe").into_future()).speech();
    // A token may happen to be a part of every answer; then there is none.
    let is_in_the_way = said.is_empty() && token.chars().filter(|c| !c.is_control()).map(char::len_utf8).sum::<usize>() >= SHORTEST;
    assert!(said.starts_with("hello") || said.contains("went wrong") || is_in_the_way, "{said:?} is said to {token:?}");
    said.starts_with("hello") && said != "hello stranger"
}

fn assert_is_ours(app: &App, token: &str) {
    if lets_through(app, token) {
        assert_eq!(token.trim(), SERVICE.token, "nobody issued this");
    }
}

fn any_text(u: &mut Unstructured<'_>) -> Result<()> {
    assert_is_ours(&SERVICE.app, &String::arbitrary(u)?);
    Ok(())
}

fn changed(u: &mut Unstructured<'_>) -> Result<()> {
    let mut token = SERVICE.token.clone().into_bytes();
    edit::bytes(&mut token, &[".", "..", "=", "A", "eyJ", " ", "\n", "-", "_"], u)?;
    let token = String::from_utf8_lossy(&token);
    assert_eq!(lets_through(&SERVICE.app, &token), token.trim() == SERVICE.token, "{token:?}");
    Ok(())
}

/// Parts of our own around parts of a good token.
fn composed(u: &mut Unstructured<'_>) -> Result<String> {
    let good: Vec<&str> = SERVICE.token.split('.').collect();
    let mut parts = Vec::new();
    for (place, good) in good.iter().enumerate() {
        let bytes = URL_SAFE_NO_PAD.decode(good).expect("base64");
        parts.push(match u.int_in_range(0..=3)? {
            0 => (*good).to_owned(),
            1 if place < 2 => {
                let mut json: Value = serde_json::from_slice(&bytes).expect("JSON");
                edit::json(&mut json, u)?;
                URL_SAFE_NO_PAD.encode(json.to_string())
            }
            2 => URL_SAFE_NO_PAD.encode(Vec::<u8>::arbitrary(u)?),
            _ => {
                let mut bytes = bytes;
                let words = ["\"alg\":\"none\"", "\"alg\":\"HS256\"", "\"crit\":[]", "\"kid\":\"test\"", "\"typ\":", ",", "ES256", "RS256"];
                edit::bytes(&mut bytes, &words, u)?;
                URL_SAFE_NO_PAD.encode(bytes)
            }
        });
    }
    Ok(parts.join("."))
}

const CLAIMS: &[&str] = &["iss", "aud", "sub", "exp", "nbf", "iat", "scope", "scp", "client_id", "azp", "tier"];

/// Claims that the service signs, whatever they are.
fn any_claims(u: &mut Unstructured<'_>) -> Result<()> {
    let mut token = SERVICE.issuer.token("ada");
    let mut claims = json!({"iss": ISSUER, "aud": "other-api", "exp": NOW + 3600, "nbf": 0});
    for _ in 0..u.int_in_range(1..=3)? {
        let name = *u.choose(CLAIMS)?;
        let mut value =
            u.choose(&[json!(NOW), json!(NOW + 1), json!(ISSUER), json!([API]), json!("rides.read"), json!(1.5), json!(null)])?.clone();
        if bool::arbitrary(u)? {
            edit::json(&mut value, u)?;
        }
        claims[name] = value.clone();
        token = token.claim(name, value);
    }
    if lets_through(&SERVICE.app, &token.issue()) {
        assert!(is_good(&claims), "this is not for the skill, or not for now: {claims}");
    }
    Ok(())
}

fn is_good(claims: &Value) -> bool {
    let audiences = claims["aud"].as_array().cloned().unwrap_or_else(|| vec![claims["aud"].clone()]);
    let is_known = |audience: &Value| audience.as_str().is_some_and(|audience| JWT.audiences.contains(&audience));
    let is_over = claims["exp"].as_f64().is_none_or(|exp| exp + 31.0 <= NOW as f64);
    let begins = claims["nbf"].as_f64().unwrap_or(0.0);
    claims["iss"] == ISSUER && audiences.iter().any(is_known) && !is_over && begins <= NOW as f64 + 30.0
}

/// A service whose answer is not what it should be.
fn any_keys(u: &mut Unstructured<'_>) -> Result<()> {
    let mut keys = SERVICE.keys.clone();
    let token = if bool::arbitrary(u)? { SERVICE.token.clone() } else { composed(u)? };
    edit::json(&mut keys, u)?;
    let mut answer = keys.to_string().into_bytes();
    if bool::arbitrary(u)? {
        edit::bytes(
            &mut answer,
            &["\"kty\":\"RSA\"", "\"kty\":\"oct\"", "\"k\":\"\"", "\"n\":\"AQAB\"", "\"e\":\"AQAB\"", "\"crv\":\"P-256\"", ",", "}"],
            u,
        )?;
    }
    assert_is_ours(&app(SERVICE.skill).fetch(Net::new(200, answer)), &token);
    Ok(())
}
