//! What every store has to do, as a test that every store can run.
//!
//! Whoever writes a [`Store`] runs [`conformance::run`](run) in a test of theirs, against a real database. It panics
//! where the store does not keep what [`Store`] promises, and says what is wrong.
//!
//! ```
//! use sayso::store::conformance::{self, TestClock};
//! use sayso::store::Memory;
//!
//! # sayso::testing::block_on(async {
//! let clock = TestClock::new();
//! let reader = clock.clone();
//! let store = Memory::new().with_clock(move || reader.now());
//! conformance::run(&store, &clock).await;
//! # });
//! ```
//!
//! - Expiry is tested by moving time, so the store has to ask the [`TestClock`] what time it is.
//! - All users of the suite have ids that begin with `amzn1.ask.account.CONFORMANCE.`; each test first deletes its own.
//!   So the database may be used again and again.
//! - The futures run on one task, several of them at once. Where the work of a store happens while a future is polled,
//!   races between threads are for a test of its own.
//! - [`interleave`] takes its steps from bytes, for property tests and fuzzing.

mod at_once;
mod clock;
mod expiry;
mod interleaving;
mod keeping;
mod keys;
mod races;

use super::{Attributes, Expected, Expiry, Key, Record, Store, StoreError, UserId, Version};

pub use clock::TestClock;
pub use interleaving::interleave;

/// Checks that a store does what [`Store`] promises.
///
/// # Panics
/// If it does not.
pub async fn run(store: &dyn Store, clock: &TestClock) {
    keeping::check(store).await;
    keys::check(store).await;
    expiry::check(store, clock).await;
    races::check(store).await;
    interleaving::check(store, clock).await;
}

/// A user of one test, of whom nothing is kept yet.
async fn user(store: &dyn Store, name: &str) -> UserId {
    let user = UserId::new(&format!("amzn1.ask.account.CONFORMANCE.{name}")).expect("an id");
    store.delete_user(&user).await.expect("a user of whom nothing is kept can be deleted");
    user
}

/// The record of a user of one test, which is not there yet.
async fn key(store: &dyn Store, name: &str) -> Key {
    Key::of_user(user(store, name).await)
}

fn numbered(number: usize) -> Attributes {
    Attributes::new(&serde_json::json!({ "number": number })).expect("attributes")
}

async fn load(store: &dyn Store, key: &Key) -> Option<Record> {
    store.load(key).await.expect("a load succeeds")
}

/// Saves what has to succeed.
async fn save(store: &dyn Store, key: &Key, number: usize, expected: Expected, expires: Option<Expiry>) -> Version {
    let saved = store.save(key, &numbered(number), expected, expires).await;
    saved.unwrap_or_else(|error| panic!("a save that expects what is there succeeds, but: {error}"))
}

/// Saves what must be refused.
async fn refuse(store: &dyn Store, key: &Key, expected: Expected, why: &str) {
    let before = load(store, key).await;
    let saved = store.save(key, &numbered(404), expected, None).await;
    assert!(matches!(saved, Err(StoreError::Conflict)), "{why}: a save is a conflict, but it was {saved:?}");
    assert_eq!(load(store, key).await, before, "{why}: a conflict changes nothing");
}

/// A store may write JSON in its own way, but it has to mean the same.
fn same(one: &Attributes, other: &Attributes) -> bool {
    let json = |attributes: &Attributes| attributes.read::<serde_json::Value>().expect("JSON");
    json(one) == json(other)
}

fn assert_holds(found: Option<&Record>, number: usize, why: &str) {
    assert!(found.is_some_and(|found| same(&found.attributes, &numbered(number))), "{why}: number {number} is kept");
}
