//! The end of a turn's time, and what the door hears of a failure.

use std::future::{pending, ready};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use crate::small::{self, Key};
use crate::support::{envelope, event, logged, ssml};
use sayso::declare::Skill;
use sayso::generated::{self, Dispatch, Outcome, Turn, run};
use sayso::testing::block_on;
use sayso::{Answer, App, Error, Response};

/// A skill whose handlers never end, and tell when they are dropped.
struct Waits {
    dropped: Arc<AtomicBool>,
    panics: bool,
}

/// What a handler holds while it waits.
struct Held<'a>(&'a Waits);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.dropped.store(true, Ordering::Relaxed);
        assert!(!self.0.panics, "what was held did not like to be dropped");
    }
}

impl Dispatch for Waits {
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        &small::SKILL
    }

    fn dispatch<'a>(&'a self, _: Turn<'a, Key>) -> Outcome<'a> {
        run(async move {
            let _held = Held(self);
            pending().await
        })
    }
}

fn waits(panics: bool) -> (App, Arc<AtomicBool>) {
    let dropped = Arc::new(AtomicBool::new(false));
    (generated::app(Waits { dropped: dropped.clone(), panics }), dropped)
}

fn answer(app: &App, envelope: &Value, time_over: impl Future<Output = ()>) -> Answer {
    block_on(app.handle_until(envelope.to_string().as_bytes(), time_over)).expect("an answer")
}

fn launch() -> Value {
    envelope(json!({"type": "LaunchRequest", "locale": "de-DE"}), None)
}

#[test]
fn a_handler_whose_time_is_over_is_dropped_and_the_user_hears_of_it() {
    let (app, dropped) = waits(false);
    let (answer, log) = logged(|| answer(&app, &launch(), ready(())));
    let said: Value = serde_json::from_slice(&answer.json).expect("JSON");
    assert!(ssml(&said).contains("something went wrong"), "{said}");
    assert_eq!(said["response"]["shouldEndSession"], true);
    assert!(!answer.failed && dropped.load(Ordering::Relaxed));
    assert!(log.contains("ERROR") && log.contains("longer than it has"), "{log}");
}

#[test]
fn what_panics_when_it_is_dropped_ends_its_turn_alone() {
    let (app, dropped) = waits(true);
    let (answer, log) = logged(|| answer(&app, &launch(), ready(())));
    assert!(!answer.failed && dropped.load(Ordering::Relaxed));
    assert!(log.contains("did not like to be dropped"), "{log}");
}

#[test]
fn a_handler_that_is_done_at_once_is_done_in_time() {
    let app = small::app(|_, _| Ok(Response::tell(sayso::Speech::text("Done."))));
    let answer = answer(&app, &launch(), ready(()));
    assert!(String::from_utf8(answer.json).expect("text").contains("Done."));
}

#[test]
fn a_failure_that_nobody_hears_of_is_told_to_the_door() {
    let fails = small::app(|_, _| Err(Error::Failed("no".into())));
    let silent = event(json!({"type": "AlexaSkillEvent.SkillEnabled"}), None);
    let answered = answer(&fails, &silent, pending());
    assert!(answered.failed);
    assert_eq!(answered.json, br#"{"version":"1.0","response":{}}"#);
    let (late, _) = waits(false);
    assert!(answer(&late, &silent, ready(())).failed);
    let ended = envelope(json!({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}), None);
    assert!(answer(&fails, &ended, pending()).failed, "the handler of the small skill fails at the end of a session");
    let works = small::app(|_, _| Ok(Response::empty()));
    assert!(!answer(&works, &silent, pending()).failed);
    assert!(!answer(&fails, &launch(), pending()).failed, "the apology is heard");
}

#[test]
fn a_handler_that_blocks_is_told_to_be_late() {
    static OUTCOMES: Mutex<Vec<sayso::Outcome>> = Mutex::new(Vec::new());
    let blocks = small::app(|_, _| {
        std::thread::sleep(Duration::from_millis(20));
        Ok(Response::end())
    });
    let late = blocks.clone().answer_within(Duration::from_millis(1));
    for (app, outcome) in [(blocks, sayso::Outcome::Answered), (late, sayso::Outcome::TimedOut)] {
        let app = app.observe(|turn| OUTCOMES.lock().expect("nobody panicked").push(turn.outcome));
        let (_, log) = logged(|| answer(&app, &launch(), pending()));
        assert_eq!(OUTCOMES.lock().expect("nobody panicked").pop(), Some(outcome));
        assert_eq!(log.contains("ERROR") && log.contains("nothing cut it off"), outcome == sayso::Outcome::TimedOut, "{log}");
    }
}
