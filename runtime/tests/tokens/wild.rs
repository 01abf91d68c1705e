//! Whatever a token is, nothing breaks, and nothing but what was signed gets through.

use proptest::prelude::*;
use sayso::declare::Token;
use sayso::testing::{Conversation, Issuer, block_on};
use serde_json::Value;

use crate::clock::Clock;
use crate::keys::base64url;
use crate::skill::{self, JWT};

/// What the skill says to whoever brings this token.
fn said(app: &sayso::App, token: &str) -> String {
    block_on(Conversation::with(app.clone()).link(token).intent("Maybe").into_future()).speech()
}

fn issuer() -> (sayso::App, Issuer) {
    let app = skill::app(Token::Jwt(JWT)).clock(Clock::new().read());
    let issuer = Issuer::of(&app);
    (app.fetch(issuer.clone()), issuer)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_refused(text in "\\PC{0,200}") {
        let (app, _) = issuer();
        prop_assert_eq!(said(&app, &text), "hello stranger");
    }

    #[test]
    fn anything_with_the_form_of_a_token_is_refused(header in any_json(), payload in any_json(), signature in prop::collection::vec(any::<u8>(), 0..80)) {
        let (app, _) = issuer();
        let token = format!("{}.{}.{}", base64url(header.to_string()), base64url(payload.to_string()), base64url(signature));
        prop_assert_eq!(said(&app, &token), "hello stranger");
    }

    #[test]
    fn a_token_with_one_letter_another_is_refused(place in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_.-]") {
        let (app, issuer) = issuer();
        let token = issuer.token("ada").issue();
        prop_assert_eq!(said(&app, &token), "hello ada");
        let place = place.index(token.len());
        let mut other = token.clone();
        other.replace_range(place..=place, &letter);
        prop_assert_eq!(said(&app, &other) == "hello ada", other == token);
    }

    #[test]
    fn signed_claims_of_any_kind_break_nothing(name in prop::sample::select(vec!["iss", "aud", "sub", "exp", "nbf", "scope", "scp", "client_id", "tier"]), value in any_json()) {
        let (app, issuer) = issuer();
        let reply = said(&app, &issuer.token("ada").claim(name, value).issue());
        prop_assert!(reply.starts_with("hello") || reply.contains("went wrong"), "{}", reply);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec!["RS256", "EdDSA", "none", "JWT", "test", "alg", "kid", "exp", "iss", ""]).prop_map(Value::from),
    ];
    let names = prop::sample::select(vec!["alg", "typ", "kid", "crit", "iss", "aud", "exp", "sub", "scope"]);
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(names.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}
