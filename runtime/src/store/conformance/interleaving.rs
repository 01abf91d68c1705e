//! Any order of steps by several writers, against a model that is a map.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::*;

const WRITERS: usize = 3;
const KEYS: usize = 4;

/// Does what bytes say, two for each step, by several writers on several keys, and compares each answer with what a map
/// would give. The steps come one after the other; what differs is which state each writer still believes in.
///
/// ```
/// use sayso::store::conformance::{self, TestClock};
/// use sayso::store::Memory;
///
/// # sayso::testing::block_on(async {
/// let clock = TestClock::new();
/// let reader = clock.clone();
/// let store = Memory::new().with_clock(move || reader.now());
/// conformance::interleave(&store, &clock, b"any bytes, such as those of a property test").await;
/// # });
/// ```
///
/// # Panics
/// If the store gives another answer.
pub async fn interleave(store: &dyn Store, clock: &TestClock, choices: &[u8]) {
    let users = [user(store, "interleaved.1").await, user(store, "interleaved.2").await];
    let mut run = Run { store, clock, keys: keys(&users), model: HashMap::new(), beliefs: HashMap::new(), versions: HashSet::new() };
    for (number, choice) in choices.chunks_exact(2).enumerate() {
        run.step(number, usize::from(choice[0]), usize::from(choice[1])).await;
    }
    for key in 0..KEYS {
        run.load(0, key).await;
    }
}

pub(super) async fn check(store: &dyn Store, clock: &TestClock) {
    // A fixed sequence: the multiples of a number that has no pattern.
    let choices: Vec<u8> = (1_u32..240).map(|step| (step.wrapping_mul(0x9e37_79b1) >> 24) as u8).collect();
    interleave(store, clock, &choices).await;
}

fn keys([one, other]: &[UserId; 2]) -> [Key; KEYS] {
    [
        Key::of_user(one.clone()),
        Key::of_person(one.clone(), "person").expect("a person"),
        Key::of_device(one.clone(), "device").expect("a device"),
        Key::of_user(other.clone()),
    ]
}

struct Run<'a> {
    store: &'a dyn Store,
    clock: &'a TestClock,
    keys: [Key; KEYS],
    /// What is kept, by key.
    model: HashMap<usize, Record>,
    /// What a writer believes of a key.
    beliefs: HashMap<(usize, usize), Expected>,
    versions: HashSet<(usize, Version)>,
}

impl Run<'_> {
    async fn step(&mut self, number: usize, who: usize, what: usize) {
        let (writer, key) = (who % WRITERS, who / WRITERS % KEYS);
        let more = what / 8;
        match what % 8 {
            0 | 1 => self.load(writer, key).await,
            2..=4 => {
                let belief = self.beliefs.get(&(writer, key)).copied().unwrap_or(Expected::Absent);
                self.save(writer, key, number, belief, more).await;
            }
            5 => self.save(writer, key, number, Expected::Absent, more).await,
            6 => self.delete(key, more).await,
            _ => self.clock.advance(Duration::from_millis(if more.is_multiple_of(4) { 60_000 } else { 700 })),
        }
    }

    /// What a load has to find.
    fn live(&self, key: usize) -> Option<&Record> {
        self.model.get(&key).filter(|record| !record.is_over(self.clock.now()))
    }

    async fn load(&mut self, writer: usize, key: usize) {
        let found = load(self.store, &self.keys[key]).await;
        let live = self.live(key);
        assert_eq!(
            found.as_ref().map(|found| (found.version, found.expires)),
            live.map(|live| (live.version, live.expires)),
            "a load finds the record that the last save made"
        );
        let attributes = found.as_ref().zip(live).map(|(found, live)| same(&found.attributes, &live.attributes));
        assert_ne!(attributes, Some(false), "a load finds the attributes that the last save wrote");
        self.beliefs.insert((writer, key), Expected::after(found.as_ref()));
    }

    async fn save(&mut self, writer: usize, key: usize, number: usize, expected: Expected, more: usize) {
        let expires = [None, Some(1), Some(2), Some(90)][more % 4];
        let expires = expires.map(|seconds| Expiry::at(self.clock.now() + Duration::from_secs(seconds)));
        let attributes = numbered(number);
        let right = expected.is(self.live(key).map(|live| live.version));
        match self.store.save(&self.keys[key], &attributes, expected, expires).await {
            Ok(version) => {
                assert!(right, "a save that expects another state is a conflict");
                assert!(self.versions.insert((key, version)), "a version never comes again under a key");
                self.model.insert(key, Record { version, attributes, expires });
                self.beliefs.insert((writer, key), Expected::Version(version));
            }
            Err(StoreError::Conflict) => assert!(!right, "a save that expects the right state succeeds"),
            Err(error) => panic!("a save succeeds or is a conflict, but: {error}"),
        }
    }

    async fn delete(&mut self, key: usize, more: usize) {
        let name = &self.keys[key];
        if more.is_multiple_of(4) {
            self.store.delete_user(name.user()).await.expect("a user can be deleted");
            self.model.retain(|&kept, _| self.keys[kept].user() != name.user());
        } else {
            self.store.delete(name).await.expect("a record can be deleted");
            self.model.remove(&key);
        }
    }
}
