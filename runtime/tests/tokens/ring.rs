//! The service's keys: fetched once, kept while they are good, fetched anew when they change, and never fetched at a stranger's will.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sayso::App;
use sayso::declare::Token;
use sayso::fetch::{Fetch, FetchError, Fetching, Limits};
use sayso::testing::{Conversation, Reply, block_on};
use serde_json::json;
use tokio::task::JoinSet;

use crate::clock::{Clock, START};
use crate::keys::{Key, claims_with, header, p256, rsa};
use crate::log::logged;
use crate::service::{Service, runtime};
use crate::skill::{self, JWT};

struct World {
    clock: Clock,
    service: Service,
    app: App,
}

fn world() -> World {
    let (clock, service) = (Clock::new(), Service::with([rsa().public("one")]));
    let app = skill::app(Token::Jwt(JWT)).clock(clock.read()).fetch(service.clone());
    World { clock, service, app }
}

/// A token that does not expire while the clock runs.
fn token(key: &Key, id: &str) -> String {
    key.sign(&header(key.algorithm(), id), &claims_with("exp", json!(START + 10_000_000)))
}

impl World {
    fn hear(&self, token: &str) -> Reply {
        let mut talk = Conversation::with(self.app.clone()).link(token);
        block_on(talk.intent("Needed").into_future())
    }

    #[track_caller]
    fn good(&self, token: &str) {
        assert_eq!(self.hear(token).speech(), "hello ada gold");
    }

    #[track_caller]
    fn refused(&self, token: &str) {
        self.hear(token).assert_asks_to_link();
    }

    /// Nobody knows: the user hears an apology, and is not sent to link again.
    #[track_caller]
    fn unknown(&self, token: &str, reason: &str) {
        let (reply, log) = logged(|| self.hear(token));
        reply.assert_says("something went wrong").assert_ended();
        assert_eq!(reply.card(), None);
        assert!(log.contains("ERROR") && log.contains(&format!("nobody is let through reason={reason}")), "{log}");
    }

    #[track_caller]
    fn asked(&self, times: usize) {
        assert_eq!(self.service.asked(), times, "the service was not asked as often as it should be");
    }
}

#[test]
fn keys_are_fetched_once_while_they_are_good() {
    let world = world();
    let token = token(rsa(), "one");
    for seconds in [0, 1, 3598] {
        world.clock.advance(seconds);
        world.good(&token);
    }
    world.asked(1);
    world.clock.advance(1);
    world.good(&token);
    world.asked(2);
}

#[test]
fn the_service_says_how_long_keys_are_good_within_bounds() {
    for (header, good_for) in [
        (("cache-control", "public, max-age=1200"), 1200),
        (("cache-control", "Max-Age=\"1200\", must-revalidate"), 1200),
        (("cache-control", "max-age=1"), 300),
        (("cache-control", "max-age=0, no-store"), 300),
        (("cache-control", "no-cache"), 300),
        (("cache-control", "max-age=99999999"), 86_400),
        (("cache-control", "max-age=soon"), 3600),
        (("cache-control", "max-age=-5"), 3600),
        (("cache-control", "s-maxage=1200"), 3600),
        (("expires", "0"), 3600),
    ] {
        let world = world();
        world.service.header(header.0, header.1);
        let token = token(rsa(), "one");
        world.good(&token);
        world.clock.advance(good_for - 1);
        world.good(&token);
        world.asked(1);
        world.clock.advance(1);
        world.good(&token);
        assert_eq!(world.service.asked(), 2, "{header:?}");
    }
}

#[test]
fn the_time_on_the_way_counts() {
    let world = world();
    world.service.header("cache-control", "max-age=1200");
    world.service.header("age", "500");
    world.good(&token(rsa(), "one"));
    world.clock.advance(700);
    world.good(&token(rsa(), "one"));
    world.asked(2);
}

#[test]
fn a_new_key_is_found() {
    let world = world();
    let (old, new) = (token(rsa(), "one"), p256());
    world.good(&old);
    world.service.publish([rsa().public("one"), new.public("two")]);
    world.clock.advance(60);
    world.good(&token(&new, "two"));
    world.good(&old);
    world.asked(2);
}

#[test]
fn a_key_that_is_taken_back_counts_no_longer() {
    let world = world();
    world.good(&token(rsa(), "one"));
    world.service.publish([p256().public("two")]);
    world.clock.advance(3600);
    world.refused(&token(rsa(), "one"));
    world.asked(2);
}

#[test]
fn forged_key_ids_cause_no_storm() {
    let world = world();
    world.good(&token(rsa(), "one"));
    for second in 0..60 {
        for forged in 0..5 {
            world.refused(&token(rsa(), &format!("forged-{second}-{forged}")));
        }
        world.clock.advance(1);
    }
    // Once at the beginning, and once in each half of the minute.
    world.asked(2);
}

#[test]
fn many_at_once_ask_once() {
    let world = world();
    *world.service.books.delay.lock().unwrap() = Duration::from_millis(100);
    let tokens = (0..40).map(|user| if user % 2 == 0 { token(rsa(), "one") } else { token(rsa(), &format!("forged-{user}")) });
    let talks = tokens.map(|token| Conversation::with(world.app.clone()).link(token));
    let linked = runtime().block_on(async {
        let mut turns = JoinSet::new();
        for mut talk in talks {
            turns.spawn(async move { talk.intent("Needed").await.card().is_none() });
        }
        turns.join_all().await.into_iter().filter(|linked| *linked).count()
    });
    assert_eq!(linked, 20);
    world.asked(1);
}

#[test]
fn an_outage_lets_nobody_through_who_was_not_known() {
    for (trouble, reason) in [
        ((500, "{}"), "the service answered with the status 500"),
        ((404, ""), "the service answered with the status 404"),
        ((302, ""), "the service answered with the status 302"),
        ((200, "<html>"), "the service's answer is not what it should be"),
        ((200, "{}"), "the service's answer is not what it should be"),
        ((200, r#"{"keys":{}}"#), "the service's answer is not what it should be"),
    ] {
        let world = world();
        world.service.trouble(Some(trouble));
        world.unknown(&token(rsa(), "one"), reason);
        // What cannot be a token is told from what cannot be checked.
        world.refused("opaque");
        let mut talk = Conversation::with(world.app.clone()).link(token(rsa(), "one"));
        block_on(talk.intent("Maybe").into_future()).assert_says("something went wrong");
        assert_eq!(block_on(talk.intent("Never").into_future()).speech(), "hello stranger");
    }
}

#[test]
fn after_an_outage_it_goes_on_and_during_it_the_service_is_left_alone() {
    let world = world();
    world.service.trouble(Some((503, "")));
    let token = token(rsa(), "one");
    for _ in 0..10 {
        world.unknown(&token, "the service answered with the status 503");
    }
    world.asked(1);
    world.service.trouble(None);
    world.clock.advance(5);
    world.good(&token);
    world.asked(2);
}

#[test]
fn old_keys_bridge_an_outage_for_a_while() {
    let world = world();
    let token = token(rsa(), "one");
    world.good(&token);
    world.service.trouble(Some((503, "")));
    world.clock.advance(3600);
    world.good(&token);
    world.asked(2);
    world.clock.advance(3599);
    world.good(&token);
    world.clock.advance(1);
    world.unknown(&token, "the service answered with the status 503");
}

#[test]
fn a_key_that_may_be_new_is_unknown_during_an_outage() {
    let world = world();
    world.good(&token(rsa(), "one"));
    world.clock.advance(60);
    world.service.trouble(Some((503, "")));
    world.unknown(&token(rsa(), "two"), "the service answered with the status 503");
    world.unknown(&token(rsa(), "two"), "the service answered with the status 503");
    world.good(&token(rsa(), "one"));
    world.asked(2);
}

#[test]
fn a_clock_that_is_set_back_keeps_no_keys_for_longer() {
    let world = world();
    let token = token(rsa(), "one");
    world.good(&token);
    world.clock.set(START - 1_000_000);
    world.good(&token);
    world.asked(2);
}

/// A network in which nothing arrives.
struct Broken(FetchError, Arc<AtomicUsize>);

impl Fetch for Broken {
    fn fetch<'a>(&'a self, _: http::Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        self.1.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::ready(Err(self.0)))
    }
}

#[test]
fn a_broken_network_lets_nobody_through() {
    for error in [FetchError::TimedOut, FetchError::TooLarge, FetchError::Unreachable] {
        let count = Arc::new(AtomicUsize::new(0));
        let app = skill::app(Token::Jwt(JWT)).clock(Clock::new().read()).fetch(Broken(error, count.clone()));
        let (reply, log) = logged(|| block_on(Conversation::with(app).link(token(rsa(), "one")).intent("Needed").into_future()));
        reply.assert_says("something went wrong");
        assert!(log.contains(&error.to_string()), "{log}");
        assert_eq!(count.load(Ordering::SeqCst), 1);
    }
}

#[test]
fn a_turn_that_is_given_up_does_not_block_the_others() {
    let world = world();
    *world.service.books.delay.lock().unwrap() = Duration::from_millis(200);
    let token = token(rsa(), "one");
    runtime().block_on(async {
        let mut talk = Conversation::with(world.app.clone()).link(token.clone());
        let turn = talk.intent("Needed").into_future();
        assert!(tokio::time::timeout(Duration::from_millis(20), turn).await.is_err(), "the turn was to be given up");
    });
    world.good(&token);
    world.asked(2);
}
