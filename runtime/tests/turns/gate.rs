//! The gate: no token, no handler.

use sayso::declare::{Auth, Identity, Intent, Introspection, Jwt, Link, Piece, Skill, Text, Token};
use sayso::{Response, Speech};
use serde_json::{Value, json};

use crate::by_hand::{
    handlers::{GOOD_TOKEN, RideHailer},
    skill,
};
use crate::small;
use crate::support::{envelope, intent, logged, send, ssml};

fn order() -> Value {
    intent("OrderRide", json!({"destination": {"name": "destination", "value": "Main Street"}}))
}

fn assert_asks_to_link(answer: &Value) {
    assert_eq!(answer["response"]["card"], json!({"type": "LinkAccount"}), "{answer}");
    assert_eq!(answer["response"]["shouldEndSession"], true);
    assert!(ssml(answer).contains("Alexa app"), "{answer}");
    assert_eq!(answer["response"].get("directives"), None);
    assert_eq!(answer["response"].get("reprompt"), None);
}

#[test]
fn null_empty_blank_and_odd_tokens_are_no_tokens() {
    let app = skill::app(RideHailer);
    for token in [json!(null), json!(""), json!("  \n"), json!(0), json!(true), json!({"a": "b"}), json!(["a"])] {
        let mut envelope = envelope(order(), None);
        envelope["context"]["System"]["user"]["accessToken"] = token;
        assert_asks_to_link(&send(&app, &envelope));
    }
}

#[test]
fn only_the_account_of_the_context_counts() {
    let app = skill::app(RideHailer);
    let mut envelope = envelope(order(), None);
    envelope["session"]["user"]["accessToken"] = GOOD_TOKEN.into();
    envelope["context"]["user"] = json!({"accessToken": GOOD_TOKEN});
    envelope["context"]["System"]["apiAccessToken"] = GOOD_TOKEN.into();
    envelope["context"]["System"]["person"] = json!({"personId": "p", "accessToken": GOOD_TOKEN});
    envelope["context"]["System"]["user"]["permissions"] = json!({"consentToken": GOOD_TOKEN});
    assert_asks_to_link(&send(&app, &envelope));
    envelope["context"]["System"]["user"]["accessToken"] = GOOD_TOKEN.into();
    assert!(ssml(&send(&app, &envelope)).contains("Main Street"));
}

#[test]
fn a_rejected_token_is_answered_like_a_missing_one() {
    let app = skill::app(RideHailer);
    assert_asks_to_link(&send(&app, &envelope(order(), Some("revoked-token-0a1b2c"))));
}

#[test]
fn the_gate_stands_before_the_dialog() {
    let app = skill::app(RideHailer);
    for state in ["STARTED", "IN_PROGRESS", "COMPLETED"] {
        let mut request = intent("OrderRide", json!({}));
        request["dialogState"] = state.into();
        assert_asks_to_link(&send(&app, &envelope(request, None)));
    }
}

static PROMPT: Text = Text { key: "account_linking.prompt", versions: &[&[&[Piece::Ssml("Link first.")]]], by_locale: &[0] };

static VOICE_FORWARD: Skill = Skill {
    launch: Auth::Required,
    link: Some(Link { prompt: &PROMPT, voice_forward: true }),
    intents: &[Intent { name: "Any", auth: Auth::Required, ..Intent::BASE }],
    ..Skill::BASE
};

#[test]
fn voice_forward_linking_replaces_the_card_with_the_connection() {
    let app = small::declared(&VOICE_FORWARD);
    for request in [json!({"type": "LaunchRequest"}), intent("Any", json!({}))] {
        let answer = send(&app, &envelope(request, None));
        let connection = &answer["response"]["directives"][0];
        assert_eq!(connection["type"], "Connections.StartConnection");
        assert_eq!(connection["uri"], "connection://AMAZON.AskForAccountLinking/1");
        assert_eq!(connection["input"], json!({"@type": "AskForAccountLinking", "@version": "1"}));
        assert_eq!(connection["onCompletion"], "RESUME_SESSION");
        assert_eq!(answer["response"].get("card"), None);
        assert_eq!(ssml(&answer), "<speak>Link first.</speak>");
    }
}

static NO_LINKING: Skill = Skill { launch: Auth::Required, ..Skill::BASE };

#[test]
fn a_skill_without_account_linking_lets_nobody_through_either() {
    let app = small::declared(&NO_LINKING);
    let (answer, log) = logged(|| send(&app, &envelope(json!({"type": "LaunchRequest"}), None)));
    assert!(ssml(&answer).contains("something went wrong"), "{answer}");
    assert!(log.contains("declares no account linking"), "{log}");
}

/// A request in which the account and the speaker have these tokens.
fn of_two(account: Option<&str>, person: Value) -> Value {
    let mut envelope = envelope(intent("Any", json!({})), account);
    envelope["context"]["System"]["person"] = person;
    envelope
}

const fn by(identity: Identity) -> Skill {
    let link = Some(Link { prompt: &PROMPT, voice_forward: false });
    Skill { identity, link, intents: &[Intent { name: "Any", auth: Auth::Required, ..Intent::BASE }], ..Skill::BASE }
}

static BY_ACCOUNT: Skill = by(Identity::Account);
static BY_PERSON: Skill = by(Identity::Person);
static BY_EITHER: Skill = by(Identity::PersonOrAccount);

#[test]
fn the_declaration_says_whose_token_counts() {
    let person = |token: Value| json!({"personId": "p", "accessToken": token});
    for (account, person, by_account, by_person, by_either) in [
        (None, json!(null), false, false, false),
        (Some("a"), json!(null), true, false, true),
        (None, person(json!("p")), false, true, true),
        (Some("a"), person(json!("p")), true, true, true),
        (Some("a"), json!({"personId": "p"}), true, false, true),
        (Some("a"), person(json!(" ")), true, false, true),
        (Some("a"), person(json!(null)), true, false, true),
        (Some("a"), person(json!(7)), true, false, true),
        (Some("a"), json!("person"), true, false, true),
    ] {
        for (skill, linked) in [(&BY_ACCOUNT, by_account), (&BY_PERSON, by_person), (&BY_EITHER, by_either)] {
            let answer = send(&small::declared(skill), &of_two(account, person.clone()));
            assert_eq!(answer["response"].get("card").is_none(), linked, "{:?} {account:?} {person}", skill.identity);
        }
    }
}

#[test]
fn a_token_that_does_not_count_is_kept_secret_too() {
    let (account, person) = ("token-of-the-account", "token-of-the-account-and-person");
    for words in [account, person] {
        let app = small::with(
            &BY_ACCOUNT,
            match words.len() {
                20 => |_, _| Ok(Response::tell(Speech::text("token-of-the-account"))),
                _ => |_, _| Err(std::io::Error::other("token-of-the-account-and-person").into()),
            },
        );
        let (answer, log) = logged(|| send(&app, &of_two(Some(account), json!({"personId": "p", "accessToken": person}))));
        assert!(ssml(&answer).contains("something went wrong"), "{answer}");
        assert!(!log.contains("token-of") && !log.contains("and-person"), "{log}");
    }
}

static SIGNED: Skill = Skill { token: Token::Jwt(Jwt::BASE), ..by(Identity::Account) };
static ASKED: Skill = Skill { token: Token::Introspection(Introspection::BASE), ..by(Identity::Account) };

#[test]
fn where_nothing_can_check_a_token_nobody_is_let_through() {
    for (skill, is_built) in [(&SIGNED, cfg!(feature = "jwt")), (&ASKED, cfg!(feature = "introspection"))] {
        let (answer, log) = logged(|| {
            send(&small::with(skill, |_, _| Ok(Response::tell(Speech::text("let through")))), &of_two(Some("a.b.c"), json!(null)))
        });
        assert!(!ssml(&answer).contains("let through"), "{answer}");
        assert!(is_built || ssml(&answer).contains("something went wrong") && log.contains("built without the feature"), "{log}");
    }
}
