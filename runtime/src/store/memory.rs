//! A store for tests.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::clock::Clock;
use super::{Attributes, Expected, Expiry, Key, Record, Store, StoreError, Storing, UserId, Version};

/// Keeps records in memory, for tests: they are gone with the process. Clones share what they keep.
#[derive(Clone, Default)]
pub struct Memory {
    kept: Arc<Mutex<Kept>>,
    clock: Clock,
}

#[derive(Default)]
struct Kept {
    records: BTreeMap<Key, Record>,
    // Counts the saves of all keys, and never back: so no version comes twice, whatever is deleted.
    saves: u128,
}

impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks another clock whether records are over their expiry.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Clock::new(clock), ..self }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn live(&self, key: &Key, now: SystemTime) -> Option<&Record> {
        self.records.get(key).filter(|record| !record.is_over(now))
    }

    fn save(&mut self, key: &Key, attributes: &Attributes, expires: Option<Expiry>) -> Version {
        self.saves += 1;
        let version = Version::new(self.saves);
        self.records.insert(key.clone(), Record { version, attributes: attributes.clone(), expires });
        version
    }
}

impl Store for Memory {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        Box::pin(async move { Ok(self.kept().live(key, self.clock.now()).cloned()) })
    }

    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version> {
        Box::pin(async move {
            let mut kept = self.kept();
            if expected.is(kept.live(key, self.clock.now()).map(|record| record.version)) {
                Ok(kept.save(key, attributes, expires))
            } else {
                Err(StoreError::Conflict)
            }
        })
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        Box::pin(async move {
            self.kept().records.remove(key);
            Ok(())
        })
    }

    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()> {
        Box::pin(async move {
            self.kept().records.retain(|key, _| key.user() != user);
            Ok(())
        })
    }
}

impl fmt::Debug for Memory {
    /// Only how many records there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("records", &self.kept().records.len()).finish_non_exhaustive()
    }
}
