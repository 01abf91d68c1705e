//! The service is asked what a token is good for.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sayso::App;
use sayso::declare::{ClientAuthentication, Introspection, Token};
use sayso::testing::{Conversation, Reply, block_on};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::clock::{Clock, START};
use crate::log::logged;
use crate::service::{Service, runtime};
use crate::skill::{self, API, INTROSPECTION, ISSUER};

struct World {
    clock: Clock,
    service: Service,
    app: App,
}

fn world(declared: Introspection) -> World {
    let (clock, service) = (Clock::new(), Service::new());
    let app = skill::app(Token::Introspection(declared)).clock(clock.read()).fetch(service.clone());
    service.know(ADA, json!({"sub": "ada", "tier": "gold"}));
    World { clock, service, app }
}

const ADA: &str = "opaque token of ada+/=&?%";

impl World {
    fn hear(&self, token: &str, intent: &str) -> Reply {
        let mut talk = Conversation::with(self.app.clone()).link(token);
        block_on(talk.intent(intent).into_future())
    }

    #[track_caller]
    fn good(&self, token: &str) {
        let (reply, log) = logged(|| self.hear(token, "Needed"));
        assert_eq!(reply.speech(), "hello ada gold", "{log}");
    }

    #[track_caller]
    fn refused(&self, token: &str, reason: &str) {
        let (reply, log) = logged(|| self.hear(token, "Needed"));
        reply.assert_asks_to_link();
        assert!(log.contains(&format!("it counts as none reason={reason}")), "wanted `{reason}`: {log}");
    }

    #[track_caller]
    fn unknown(&self, token: &str, reason: &str) {
        let (reply, log) = logged(|| self.hear(token, "Needed"));
        reply.assert_says("something went wrong");
        assert_eq!(reply.card(), None);
        assert!(log.contains(&format!("nobody is let through reason={reason}")), "wanted `{reason}`: {log}");
    }
}

#[test]
fn an_active_token_is_let_through_with_what_is_said_of_it() {
    let world = world(INTROSPECTION);
    world.good(ADA);
    world.refused("unheard of", "the service says that it is not active");
    assert_eq!(world.hear("unheard of", "Maybe").speech(), "hello stranger");
}

#[test]
fn the_token_is_in_the_body_and_the_secret_in_the_header() {
    let world = world(INTROSPECTION);
    world.good(ADA);
    let question = world.service.question();
    assert_eq!(question.uri, "/introspect");
    assert_eq!(question.content_type.as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(question.form, [("token", ADA), ("token_type_hint", "access_token")].map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    let authorization = question.authorization.expect("credentials");
    let pair = STANDARD.decode(authorization.strip_prefix("Basic ").expect("the basic scheme")).expect("base64");
    // As RFC 6749 has it, each half is encoded as in a form.
    assert_eq!(String::from_utf8(pair).expect("text"), "tokens+skill:open+sesame%2B%26%3D%25%C3%BC");
}

#[test]
fn the_secret_can_be_in_the_body_instead() {
    let world = world(Introspection { client_authentication: ClientAuthentication::RequestBody, ..INTROSPECTION });
    world.good(ADA);
    let question = world.service.question();
    assert_eq!(question.authorization, None);
    assert_eq!((question.form["client_id"].as_str(), question.form["client_secret"].as_str()), ("tokens skill", "open sesame+&=%ü"));
}

#[test]
fn nobody_is_let_through_by_an_answer_that_is_none() {
    for (trouble, reason) in [
        ((401, r#"{"active":true}"#), "the service answered with the status 401"),
        ((500, ""), "the service answered with the status 500"),
        ((307, ""), "the service answered with the status 307"),
        ((200, ""), "the service's answer is not what it should be"),
        ((200, "true"), "the service's answer is not what it should be"),
        ((200, r#"{"sub":"ada"}"#), "the service's answer is not what it should be"),
        ((200, r#"{"active":"true","sub":"ada"}"#), "the service's answer is not what it should be"),
        ((200, r#"{"active":1,"sub":"ada"}"#), "the service's answer is not what it should be"),
        ((200, r#"{"active":false,"active":true,"sub":"ada"}"#), "the service's answer is not what it should be"),
        ((200, r#"{"active":true,"exp":"later"}"#), "the service's answer is not what it should be"),
    ] {
        let world = world(INTROSPECTION);
        world.service.trouble(Some(trouble));
        world.unknown(ADA, reason);
        world.service.trouble(None);
        world.good(ADA);
    }
}

#[test]
fn what_is_told_has_to_fit() {
    let declared = Introspection { issuer: Some(ISSUER), audiences: &[API], issued_to: Some("alexa"), ..INTROSPECTION };
    let good = json!({"sub": "ada", "tier": "gold", "iss": ISSUER, "aud": [API, "x"], "client_id": "alexa", "exp": START + 60});
    let with = |name: &str, value: Value| {
        let world = world(declared);
        let mut claims = good.clone();
        claims[name] = value;
        world.service.know(ADA, claims);
        world
    };
    with("username", json!("ada")).good(ADA);
    with("iss", json!("https://evil.example/")).refused(ADA, "it is from another issuer");
    with("iss", Value::Null).refused(ADA, "it is from another issuer");
    with("aud", json!("x")).refused(ADA, "it is for another audience");
    with("aud", Value::Null).refused(ADA, "it is for another audience");
    with("client_id", json!("another")).refused(ADA, "it was issued to another client");
    with("client_id", Value::Null).refused(ADA, "it was issued to another client");
    with("exp", json!(START - 60)).refused(ADA, "it has expired");
    with("nbf", json!(START + 60)).refused(ADA, "it is not valid yet");
    with("active", json!(false)).refused(ADA, "the service says that it is not active");
}

#[test]
fn an_answer_counts_for_the_declared_time() {
    let world = world(INTROSPECTION);
    for seconds in [0, 30, 29] {
        world.clock.advance(seconds);
        world.good(ADA);
    }
    assert_eq!(world.service.asked(), 1);
    world.service.books.tokens.lock().unwrap().clear();
    world.clock.advance(1);
    world.refused(ADA, "the service says that it is not active");
    assert_eq!(world.service.asked(), 2);
}

#[test]
fn an_answer_counts_for_no_longer_than_the_token() {
    let world = world(INTROSPECTION);
    world.service.know(ADA, json!({"sub": "ada", "tier": "gold", "exp": START + 10}));
    world.good(ADA);
    world.clock.advance(41);
    world.refused(ADA, "it has expired");
    assert_eq!(world.service.asked(), 1);
}

#[test]
fn without_a_cache_every_turn_asks() {
    let world = world(Introspection { cache_seconds: 0, ..INTROSPECTION });
    world.good(ADA);
    world.good(ADA);
    assert_eq!(world.service.asked(), 2);
}

#[test]
fn no_declaration_makes_an_answer_count_for_long() {
    let world = world(Introspection { cache_seconds: u64::MAX, ..INTROSPECTION });
    world.good(ADA);
    world.clock.advance(299);
    world.good(ADA);
    assert_eq!(world.service.asked(), 1);
    world.clock.advance(1);
    world.good(ADA);
    assert_eq!(world.service.asked(), 2);
}

#[test]
fn a_token_that_was_none_is_asked_about_again() {
    let world = world(INTROSPECTION);
    world.refused("token of bob", "the service says that it is not active");
    world.service.know("token of bob", json!({"sub": "ada", "tier": "gold"}));
    world.good("token of bob");
}

#[test]
fn a_clock_that_is_set_back_keeps_no_answer_for_longer() {
    let world = world(INTROSPECTION);
    world.good(ADA);
    world.clock.set(START - 1_000_000);
    world.good(ADA);
    assert_eq!(world.service.asked(), 2);
}

#[test]
fn each_token_has_its_own_answer() {
    let world = world(INTROSPECTION);
    for user in 0..2_000 {
        world.service.know(&format!("token-of-user-{user}"), json!({"sub": format!("user-{user}")}));
    }
    let said = |user: u32| world.hear(&format!("token-of-user-{user}"), "Needed").speech();
    for user in 0..100 {
        assert_eq!(said(user), format!("hello user-{user}"));
    }
    for user in 0..100 {
        assert_eq!(said(user), format!("hello user-{user}"));
    }
    assert_eq!(world.service.asked(), 100);
}

#[test]
fn what_is_remembered_is_bounded() {
    let world = world(INTROSPECTION);
    let (users, apps) = (1_100, &world.app);
    for user in 0..users {
        world.service.know(&format!("token-of-user-{user}"), json!({"sub": format!("user-{user}")}));
    }
    let ask_all = || {
        runtime().block_on(async {
            let mut turns = JoinSet::new();
            for user in 0..users {
                let mut talk = Conversation::with(apps.clone()).link(format!("token-of-user-{user}"));
                turns.spawn(async move { assert_eq!(talk.intent("Needed").await.speech(), format!("hello user-{user}")) });
                if turns.len() > 50 {
                    turns.join_next().await;
                }
            }
            turns.join_all().await;
        });
    };
    ask_all();
    ask_all();
    // Not all of them can have been remembered; had any bound been missing, the second round would have asked for none.
    assert!(world.service.asked() > users + 50, "{}", world.service.asked());
}

#[test]
fn many_turns_of_one_user_ask_once() {
    for (token, linked) in [(ADA, 20), ("unheard of", 0)] {
        let world = world(Introspection { cache_seconds: 0, ..INTROSPECTION });
        *world.service.books.delay.lock().unwrap() = Duration::from_millis(100);
        let found = runtime().block_on(async {
            let mut turns = JoinSet::new();
            for _ in 0..20 {
                let mut talk = Conversation::with(world.app.clone()).link(token);
                turns.spawn(async move { talk.intent("Needed").await.card().is_none() });
            }
            turns.join_all().await.into_iter().filter(|linked| *linked).count()
        });
        assert_eq!((found, world.service.asked()), (linked, 1), "{token}");
    }
}

#[test]
fn without_its_secret_the_skill_asks_nobody() {
    for reference in ["env:SAYSO_NO_SUCH_VARIABLE", "file:/no/such/file", "env:", "wonderland", "", "env:A=B", "file:/"] {
        let world = world(Introspection { client_secret: reference, ..INTROSPECTION });
        world.unknown(ADA, "the secret that `client_secret` refers to cannot be read");
        assert_eq!(world.service.asked(), 0, "{reference}");
    }
}

#[test]
fn a_secret_in_a_file_can_be_replaced_while_the_skill_runs() {
    let path = std::env::temp_dir().join(format!("sayso-secret-{}", std::process::id()));
    let reference: &'static str = Box::leak(format!("file:{}", path.display()).into_boxed_str());
    let world = world(Introspection {
        client_secret: reference,
        client_authentication: ClientAuthentication::RequestBody,
        cache_seconds: 0,
        ..INTROSPECTION
    });
    for (text, secret) in [("first", "first"), ("second\r\n", "second"), (" third \n", " third ")] {
        std::fs::write(&path, text).expect("a file");
        world.good(ADA);
        assert_eq!(world.service.question().form["client_secret"], secret);
    }
    for bad in ["", "\n", "  \n", "two\nlines", "nul\0"] {
        std::fs::write(&path, bad).expect("a file");
        world.unknown(ADA, "the secret that `client_secret` refers to cannot be read");
    }
    std::fs::write(&path, vec![b'x'; 64 * 1024]).expect("a file");
    world.unknown(ADA, "the secret that `client_secret` refers to cannot be read");
    std::fs::remove_file(&path).expect("the file is there");
}

#[test]
fn a_huge_token_is_not_sent_around() {
    let world = world(INTROSPECTION);
    world.refused(&"x".repeat(20_000), "it is too long to be one");
    assert_eq!(world.service.asked(), 0);
}

#[test]
fn two_skills_remember_apart() {
    let (one, other) = (world(INTROSPECTION), world(INTROSPECTION));
    one.good(ADA);
    other.service.books.tokens.lock().unwrap().clear();
    other.refused(ADA, "the service says that it is not active");
}
