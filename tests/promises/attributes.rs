//! What is kept of a user from session to session: found again, saved once, never lost to another turn, and gone with the user.

use crate::twin::hear;
use sayso::store::{Attributes, Expected, Key, Memory, Record, Store, StoreError, Storing, UserId};
use sayso::testing::{Conversation, block_on};
use sayso::{App, Context, Response, Result, Speech};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

sayso::skill!("promises/attributes.yaml");

/// What the skill keeps.
#[derive(Default, Serialize, Deserialize)]
struct Scores {
    games: u32,
    name: Option<String>,
}

/// Counts games, in the ways that there are.
struct Counter;

#[sayso::handlers]
impl skill::Handlers for Counter {
    async fn launch(&self, cx: &mut Context) -> Result<Response> {
        let scores: Scores = skill::attributes(cx).read().await?;
        Ok(Response::ask(Speech::text(format!("{} games", scores.games))))
    }

    async fn play(&self, cx: &mut Context) -> Result<Response> {
        let mut attributes = skill::attributes(cx);
        let mut scores: Scores = attributes.read().await?;
        scores.games += 1;
        attributes.write(&scores).await?;
        Ok(Response::ask(Speech::text(format!("{} games", scores.games))))
    }

    async fn fail(&self, cx: &mut Context) -> Result<Response> {
        skill::attributes(cx).write(&Scores { games: 100, name: None }).await?;
        Err(std::io::Error::other("after a change").into())
    }

    async fn update(&self, cx: &mut Context) -> Result<Response> {
        let games = skill::attributes(cx)
            .update(|scores: &mut Scores| {
                scores.games += 1;
                scores.games
            })
            .await?;
        Ok(Response::ask(Speech::text(format!("{games} games"))))
    }

    async fn forget(&self, cx: &mut Context) -> Result<Response> {
        skill::attributes(cx).clear();
        Ok(Response::ask(Speech::text("Forgotten.")))
    }

    async fn leak(&self, cx: &mut Context) -> Result<Response> {
        skill::attributes(cx).write(&json!({"name": "kept-in-the-attributes"})).await?;
        Ok(Response::ask(Speech::text("Kept.")))
    }
}

fn user() -> UserId {
    UserId::new("amzn1.ask.account.test").expect("an id")
}

fn kept(store: &impl Store) -> Option<Value> {
    block_on(store.load(&Key::of_user(user()))).expect("a load").map(|record| record.attributes.read().expect("JSON"))
}

fn skill_with(store: impl Store) -> (App, Conversation) {
    let app = skill::app(Counter, store);
    (app.clone(), Conversation::with(app))
}

#[test]
fn what_one_session_writes_the_next_one_reads() {
    let store = Arc::new(Memory::new());
    let (_, mut talk) = skill_with(Arc::clone(&store));
    hear(talk.launch()).assert_says("0 games");
    assert_eq!(kept(&store), None, "nothing was changed, so nothing is saved");
    hear(talk.intent("Play")).assert_says("1 games");
    hear(talk.intent("Update")).assert_says("2 games");
    assert_eq!(kept(&store), Some(json!({"games": 2, "name": null})));
    let (_, mut later) = skill_with(Arc::clone(&store));
    hear(later.launch()).assert_says("2 games");
    hear(later.intent("Forget")).assert_says("Forgotten");
    assert_eq!(kept(&store), None);
}

#[test]
fn what_other_types_have_written_stays() {
    let store = Arc::new(Memory::new());
    let before = Attributes::new(&json!({"games": 4, "another": {"deep": [1, 2]}})).expect("attributes");
    block_on(store.save(&Key::of_user(user()), &before, Expected::Absent, None)).expect("a save");
    let (_, mut talk) = skill_with(Arc::clone(&store));
    hear(talk.intent("Play")).assert_says("5 games");
    assert_eq!(kept(&store), Some(json!({"games": 5, "name": null, "another": {"deep": [1, 2]}})));
}

#[test]
fn what_a_failing_handler_changed_is_dropped() {
    let store = Arc::new(Memory::new());
    let (_, mut talk) = skill_with(Arc::clone(&store));
    hear(talk.intent("Fail")).assert_says("Sorry");
    assert_eq!(kept(&store), None);
}

#[test]
fn a_token_is_not_kept() {
    let store = Arc::new(Memory::new());
    let (app, _) = skill_with(Arc::clone(&store));
    hear(Conversation::with(app).link("kept-in-the-attributes").intent("Leak")).assert_says("Sorry");
    assert_eq!(kept(&store), None);
}

/// Another turn saves between the load and the save of this one, once.
struct Rival {
    store: Memory,
    /// How often it is still faster.
    strikes: AtomicUsize,
}

impl Store for Rival {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        self.store.load(key)
    }

    fn save<'a>(
        &'a self,
        key: &'a Key,
        attributes: &'a Attributes,
        expected: Expected,
        expires: Option<sayso::store::Expiry>,
    ) -> Storing<'a, sayso::store::Version> {
        Box::pin(async move {
            if self.strikes.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
                let theirs = Attributes::new(&json!({"games": 10})).expect("attributes");
                self.store.save(key, &theirs, expected, None).await?;
            }
            self.store.save(key, attributes, expected, expires).await
        })
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        self.store.delete(key)
    }

    fn delete_user<'a>(&'a self, _: &'a UserId) -> Storing<'a, ()> {
        Box::pin(async { Err(StoreError::Throttled) })
    }
}

fn rival(strikes: usize) -> Arc<Rival> {
    Arc::new(Rival { store: Memory::new(), strikes: AtomicUsize::new(strikes) })
}

#[test]
fn a_write_that_another_turn_overtakes_is_told_and_not_lost_silently() {
    let store = rival(1);
    let (_, mut talk) = skill_with(Arc::clone(&store));
    // The answer would say that one game was counted.
    hear(talk.intent("Play")).assert_says("Sorry");
    assert_eq!(kept(&store), Some(json!({"games": 10})));
}

#[test]
fn an_update_that_another_turn_overtakes_is_made_to_what_that_turn_saved() {
    // As often as it may happen to a user with many devices and a slow store.
    for strikes in [1, 20] {
        let store = rival(strikes);
        let (_, mut talk) = skill_with(Arc::clone(&store));
        hear(talk.intent("Update")).assert_says("11 games");
        assert_eq!(kept(&store), Some(json!({"games": 11, "name": null})));
    }
}

#[test]
fn an_update_that_is_always_overtaken_ends_with_an_apology() {
    let store = rival(usize::MAX);
    let (_, mut talk) = skill_with(Arc::clone(&store));
    hear(talk.intent("Update")).assert_says("Sorry");
    assert_eq!(kept(&store), Some(json!({"games": 10})));
}

fn disabled() -> Vec<u8> {
    let event = json!({"type": "AlexaSkillEvent.SkillDisabled", "body": {"userInformationPersistenceStatus": "NOT_PERSISTED"}});
    let system = json!({"application": {"applicationId": "amzn1.ask.skill.0a1b2c3d-0000-4000-8000-000000000033"},
        "user": {"userId": "amzn1.ask.account.test"}});
    json!({"version": "1.0", "context": {"System": system}, "request": event}).to_string().into_bytes()
}

#[test]
fn everything_of_a_user_goes_when_the_skill_is_disabled() {
    let store = Arc::new(Memory::new());
    let (app, mut talk) = skill_with(Arc::clone(&store));
    hear(talk.intent("Play"));
    let attributes = Attributes::new(&json!({"volume": 3})).expect("attributes");
    let device = Key::of_device(user(), "amzn1.ask.device.test").expect("a key");
    block_on(store.save(&device, &attributes, Expected::Absent, None)).expect("a save");
    let answer = block_on(app.handle_until(&disabled(), std::future::pending())).expect("an answer");
    assert!(!answer.failed);
    assert_eq!(kept(&store), None);
    assert!(block_on(store.load(&device)).expect("a load").is_none());
}

#[test]
fn a_deletion_that_fails_is_a_failure_so_that_alexa_sends_the_event_again() {
    let (app, _) = skill_with(rival(1));
    let answer = block_on(app.handle_until(&disabled(), std::future::pending())).expect("an answer");
    assert!(answer.failed);
    assert_eq!(answer.json, br#"{"version":"1.0","response":{}}"#);
}

/// The same skill with the other choices: by device, saved after an error, kept when the skill is disabled, forgotten after a day.
mod otherwise {
    use super::{Arc, Context, Key, Memory, Response, Result, Speech, Store, UserId, block_on, hear, json};
    use sayso::testing::Conversation;
    use std::time::{Duration, SystemTime};

    sayso::skill!("promises/attributes_otherwise.yaml");

    struct Failing;

    #[sayso::handlers]
    impl skill::Handlers for Failing {
        async fn launch(&self, _: &mut Context) -> Result<Response> {
            Ok(Response::ask(Speech::text("Go on.")))
        }

        async fn fail(&self, cx: &mut Context) -> Result<Response> {
            skill::attributes(cx).write(&json!({"failed": true})).await?;
            Err(std::io::Error::other("after a change").into())
        }
    }

    #[test]
    fn changes_are_saved_after_an_error_by_device_and_with_an_end() {
        let store = Arc::new(Memory::new());
        let now = SystemTime::now();
        let mut talk = Conversation::with(skill::app(Failing, Arc::clone(&store)).clock(move || now));
        hear(talk.intent("Fail")).assert_says("Sorry");
        let user = UserId::new("amzn1.ask.account.test").expect("an id");
        let key = Key::of_device(user, "amzn1.ask.device.test").expect("a key");
        let record = block_on(store.load(&key)).expect("a load").expect("a record");
        let day = Duration::from_secs(24 * 60 * 60);
        let expires = record.expires.expect("an end");
        assert!(!expires.is_over(now + day - Duration::from_secs(2)) && expires.is_over(now + day + Duration::from_secs(2)));
    }
}
