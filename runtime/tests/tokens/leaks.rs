//! Nothing that is logged, printed or answered holds a token, a secret, or what a token says.

use sayso::declare::{ClientAuthentication, Identity, Introspection, Token};
use sayso::testing::{Conversation, block_on};
use serde_json::{Value, json};

use crate::clock::Clock;
use crate::keys::{claims_with, header, p256, rsa};
use crate::log::logged;
use crate::service::Service;
use crate::skill::{self, INTROSPECTION, JWT};

/// That no part of a token is there.
#[track_caller]
fn assert_tokenless(text: &str, token: &str) {
    for part in token.split('.').filter(|part| part.len() > 8) {
        assert!(!text.contains(part), "a part of the token shows: {text}");
    }
}

/// That nothing is there which a token or its service says, and no secret.
#[track_caller]
fn assert_discreet(log: &str) {
    for secret in ["personal-name", "open sesame", "open+sesame", "evil.example", "b3BlbitzZXNhbWU"] {
        assert!(!log.contains(secret), "`{secret}` shows: {log}");
    }
}

/// All intents and the launch, with this token as the account's and the speaker's.
fn turns(token: Token, identity: Identity, service: &Service, text: &str) -> String {
    let app = skill::of(skill::declared(token, identity)).clock(Clock::new().read()).fetch(service.clone());
    let (answers, log) = logged(|| {
        let mut talk = Conversation::with(app).link(text).recognise("person").link_person(text);
        let mut answers = vec![block_on(talk.launch().into_future()).json().to_string()];
        for intent in ["Needed", "Scoped", "Maybe", "Never"] {
            answers.push(block_on(talk.intent(intent).into_future()).json().to_string());
        }
        answers.concat()
    });
    // The handlers here say the claims, as they may.
    assert_tokenless(&answers, text);
    assert_tokenless(&log, text);
    assert_discreet(&log);
    log
}

#[test]
fn no_token_leaves_a_turn_good_or_bad() {
    let claims = claims_with("sub", json!("personal-name"));
    let good = rsa().sign(&header("RS256", "rsa"), &claims);
    let bad = [
        rsa().sign(&header("RS256", "rsa"), &claims_with("iss", json!("https://evil.example/"))),
        rsa().sign(&header("RS256", "rsa"), &claims_with("exp", json!(1))),
        rsa().sign(&header("RS256", "unknown-key-of-evil.example"), &claims),
        rsa().sign(&header("RS256", "rsa"), &claims_with("scope", json!("evil.example"))),
        rsa().sign(&json!({"alg": "evil.example", "typ": "evil.example"}), &claims),
        p256().sign(&header("ES256", "rsa"), &claims),
        "evil.example.personal-name".to_owned(),
        format!("{good}{good}"),
    ];
    let service = Service::with([rsa().public("rsa")]);
    for identity in [Identity::Account, Identity::Person, Identity::PersonOrAccount] {
        for token in bad.iter().chain([&good]) {
            turns(Token::Jwt(JWT), identity, &service, token);
        }
    }
    for trouble in [(500, "evil.example"), (200, "evil.example"), (200, r#"{"keys":"evil.example"}"#)] {
        let service = Service::new();
        service.trouble(Some(trouble));
        let log = turns(Token::Jwt(JWT), Identity::Account, &service, &good);
        assert!(log.contains("nobody is let through"), "{log}");
    }
}

#[test]
fn no_secret_and_no_answer_of_the_service_shows() {
    for client_authentication in [ClientAuthentication::HttpBasic, ClientAuthentication::RequestBody] {
        let token = Token::Introspection(Introspection { client_authentication, cache_seconds: 0, ..INTROSPECTION });
        let service = Service::new();
        let text = "opaque-token-0123456789";
        turns(token, Identity::Account, &service, text);
        service.know(text, json!({"sub": "personal-name", "scope": "evil.example"}));
        turns(token, Identity::Account, &service, text);
        for trouble in
            [(401, r#"{"error":"evil.example open sesame"}"#), (200, "evil.example"), (200, r#"{"active":true,"exp":"evil.example"}"#)]
        {
            service.trouble(Some(trouble));
            let log = turns(token, Identity::Account, &service, text);
            assert!(log.contains("nobody is let through"), "{log}");
        }
    }
}

#[test]
fn claims_show_no_values() {
    use sayso::generated::{self, Dispatch, Entry, Outcome, Turn, run, run_as};
    use sayso::{Response, declare};

    struct Prints(&'static declare::Skill);
    impl Dispatch for Prints {
        type Key = skill::Key;
        fn skill(&self) -> &'static declare::Skill {
            self.0
        }
        fn dispatch<'a>(&'a self, turn: Turn<'a, skill::Key>) -> Outcome<'a> {
            let linked = turn.maybe_linked(skill::Key).account::<skill::Owner>();
            match turn.entry() {
                Entry::SessionEnded(_) => run_as(async { Ok(()) }),
                _ => run(async move {
                    let claims = linked.expect("a linked user").claims();
                    let error = claims.get::<u64>("tier").expect_err("it is a text");
                    let shown = format!("{claims:?} {claims:#?} {error} {error:?}");
                    for secret in ["personal-name", "gold", "tokens-api", "auth.tokens"] {
                        assert!(!shown.contains(secret), "{shown}");
                    }
                    assert!(shown.contains("tier"), "{shown}");
                    assert_eq!(claims.get::<Value>("nothing"), Ok(None));
                    assert_eq!(claims.get::<String>("tier").as_ref().map(Option::as_deref), Ok(Some("gold")));
                    assert_eq!(claims.issuer(), Some(skill::ISSUER));
                    assert_eq!(claims.audiences().collect::<Vec<_>>(), [skill::API]);
                    assert!(claims.expires_at().is_some() && claims.client_id().is_none());
                    Ok(Response::end())
                }),
            }
        }
    }

    let service = Service::with([rsa().public("rsa")]);
    let app = generated::app(Prints(skill::declared(Token::Jwt(JWT), Identity::Account))).clock(Clock::new().read()).fetch(service);
    let token = rsa().sign(&header("RS256", "rsa"), &claims_with("sub", json!("personal-name")));
    block_on(Conversation::with(app).link(token).intent("Maybe").into_future()).assert_ended();
}
