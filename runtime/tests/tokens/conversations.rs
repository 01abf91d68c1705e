//! Users as they come: unlinked, linked, expired, with too few scopes, in front of a shared device.

use sayso::App;
use sayso::declare::{Identity, Introspection, Jwt, Token};
use sayso::testing::{Conversation, Issuer, Reply, block_on};
use serde_json::json;

use crate::blame::blamed;
use crate::clock::Clock;
use crate::log::logged;
use crate::skill::{self, API, INTROSPECTION, JWT};

fn hear(talk: &mut Conversation, intent: &str) -> Reply {
    block_on(talk.intent(intent).into_future())
}

struct World {
    clock: Clock,
    issuer: Issuer,
    app: App,
}

fn world(token: Token, identity: Identity) -> World {
    let clock = Clock::new();
    let app = skill::of(skill::declared(token, identity)).clock(clock.read());
    let issuer = Issuer::of(&app);
    World { clock, app: app.fetch(issuer.clone()), issuer }
}

/// Both kinds of service.
fn worlds() -> [World; 2] {
    let introspection = Introspection { audiences: &[API], cache_seconds: 0, ..INTROSPECTION };
    [Token::Jwt(Jwt { issued_to: Some("alexa"), ..JWT }), Token::Introspection(introspection)].map(|token| world(token, Identity::Account))
}

#[test]
fn from_unlinked_to_linked_to_expired_and_back() {
    for world in worlds() {
        let mut talk = Conversation::with(world.app.clone());
        hear(&mut talk, "Needed").assert_asks_to_link();
        assert_eq!(hear(&mut talk, "Maybe").speech(), "hello stranger");

        let mut talk = talk.link(world.issuer.token("ada").claim("tier", "gold").issue());
        assert_eq!(hear(&mut talk, "Needed").speech(), "hello ada gold");
        assert_eq!(hear(&mut talk, "Maybe").speech(), "hello ada gold");

        world.clock.advance(3600 + 30);
        hear(&mut talk, "Needed").assert_asks_to_link();
        assert_eq!(hear(&mut talk, "Maybe").speech(), "hello stranger");

        let mut talk = talk.link(world.issuer.token("ada").issue());
        assert_eq!(hear(&mut talk, "Needed").speech(), "hello ada");
        let mut talk = talk.link(world.issuer.token("ada").expired().issue());
        hear(&mut talk, "Needed").assert_asks_to_link();
    }
}

#[test]
fn a_token_that_is_taken_back_is_none() {
    let [_, world] = worlds();
    let token = world.issuer.token("ada").issue();
    let mut talk = Conversation::with(world.app).link(&token);
    assert_eq!(hear(&mut talk, "Needed").speech(), "hello ada");
    world.issuer.revoke(&token);
    hear(&mut talk, "Needed").assert_asks_to_link();
}

#[test]
fn who_granted_too_little_has_to_link_again() {
    for world in worlds() {
        let with =
            |scopes: &[&str]| Conversation::with(world.app.clone()).link(world.issuer.token("ada").scopes(scopes.iter().copied()).issue());
        let mut all = with(&["rides.request", "rides.read", "more"]);
        assert_eq!(hear(&mut all, "Scoped").speech(), "hello ada rides.request rides.read more");
        let mut some = with(&["rides.read"]);
        let (reply, log) = logged(|| hear(&mut some, "Scoped"));
        reply.assert_asks_to_link();
        assert!(log.contains("does not grant a scope that is declared") && log.contains(r#"scope="rides.request""#), "{log}");
        assert_eq!(hear(&mut some, "Needed").speech(), "hello ada rides.read");
        assert_eq!(hear(&mut some, "Maybe").speech(), "hello ada rides.read");
        let mut none = with(&[]);
        hear(&mut none, "Scoped").assert_asks_to_link();
        assert_eq!(hear(&mut none, "Maybe").speech(), "hello stranger");
        // A name that is part of another is another.
        hear(&mut with(&["rides.request.all", "rides.read"]), "Scoped").assert_asks_to_link();
    }
}

#[test]
fn a_token_that_does_not_tell_its_scopes_lacks_none() {
    for world in worlds() {
        let mut talk = Conversation::with(world.app).link(world.issuer.token("ada").issue());
        assert_eq!(hear(&mut talk, "Scoped").speech(), "hello ada");
    }
}

#[test]
fn scopes_are_written_in_the_ways_of_services() {
    let [world, _] = worlds();
    let says = |name: &str, value: serde_json::Value| {
        let mut talk = Conversation::with(world.app.clone()).link(world.issuer.token("ada").claim(name, value).issue());
        hear(&mut talk, "Scoped").card().is_none()
    };
    assert!(says("scope", json!(["rides.read", "rides.request"])));
    assert!(says("scp", json!(["rides.read", "rides.request"])));
    assert!(says("scp", json!("rides.read rides.request")));
    assert!(says("scope", json!("  rides.read   rides.request ")));
    assert!(!says("scp", json!(["rides.read"])));
    assert!(!says("scope", json!(["rides.read rides.request"])));
    assert!(!says("scope", json!("rides.read,rides.request")));
}

#[test]
fn the_launch_is_checked_too() {
    for world in worlds() {
        let mut talk = Conversation::with(world.app.clone()).link(world.issuer.token("ada").issue());
        assert_eq!(block_on(talk.launch().into_future()).speech(), "hello ada");
        let mut talk = talk.link("no token at all");
        assert_eq!(block_on(talk.launch().into_future()).speech(), "hello stranger");
    }
}

#[test]
fn on_a_shared_device_the_declared_token_counts() {
    let of = |identity: Identity| {
        let world = world(Token::Jwt(JWT), identity);
        let token = |name: &str| world.issuer.token(name).issue();
        let household = Conversation::with(world.app.clone()).link(token("household"));
        let stranger = household.clone().recognise("person-1");
        let person = household.clone().recognise("person-2").link_person(token("person"));
        let alone = person.clone().unlink();
        let expired = household.clone().recognise("person-3").link_person(world.issuer.token("late").expired().issue());
        [household, stranger, person, alone, expired].map(|mut talk| hear(&mut talk, "Maybe").speech().replace("hello ", ""))
    };
    assert_eq!(of(Identity::Account), ["household", "household", "household", "stranger", "household"]);
    assert_eq!(of(Identity::Person), ["stranger", "stranger", "person", "person", "stranger"]);
    // An expired token of the speaker's is not made up for by the account of somebody else.
    assert_eq!(of(Identity::PersonOrAccount), ["household", "household", "person", "person", "stranger"]);
}

#[test]
fn opaque_tokens_have_no_issuer() {
    let (file, why) = blamed(|| Issuer::of(&skill::app(Token::Opaque)));
    assert!(why.starts_with("the skill's tokens are opaque"), "{why}");
    assert!(file.ends_with("conversations.rs"), "{file}");
}

#[test]
fn opaque_tokens_are_taken_as_they_are() {
    let mut talk = Conversation::with(skill::app(Token::Opaque)).link("any text");
    assert_eq!(hear(&mut talk, "Scoped").speech(), "hello nobody");
}
