//! What a store knows of a key.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::Attributes;

/// What is kept under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The version, for the save that follows.
    pub version: Version,
    /// The attributes.
    pub attributes: Attributes,
    /// When they are forgotten.
    pub expires: Option<Expiry>,
}

impl Record {
    /// Whether its time has come: then it is absent, even where it can still be found.
    #[must_use]
    pub fn is_over(&self, now: SystemTime) -> bool {
        self.expires.is_some_and(|expires| expires.is_over(now))
    }
}

/// Which save made a record. Versions have no order, and a store never gives the same one twice under a key.
///
/// A store whose versions are numbers has to count on when a record is deleted, over all keys or in something that stays;
/// one that cannot takes 128 random bits for each save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Version(u128);

impl Version {
    /// A version, for stores.
    #[must_use]
    pub const fn new(version: u128) -> Self {
        Self(version)
    }

    /// The version, for stores.
    #[must_use]
    pub const fn get(self) -> u128 {
        self.0
    }
}

/// From which state a save was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// There was no record.
    Absent,
    /// The record had this version.
    Version(Version),
}

impl Expected {
    /// What a save has to expect that was made from the result of a load.
    ///
    /// ```
    /// # use sayso::store::{Attributes, Expected, Key, Memory, Store, StoreError, UserId};
    /// # async fn turn(store: Memory, key: Key, attributes: Attributes) -> Result<(), StoreError> {
    /// let loaded = store.load(&key).await?;
    /// store.save(&key, &attributes, Expected::after(loaded.as_ref()), None).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn after(loaded: Option<&Record>) -> Self {
        loaded.map_or(Self::Absent, |record| Self::Version(record.version))
    }

    /// Whether this is the state, given the version of the record that is there and not over its expiry; for stores.
    #[must_use]
    pub fn is(self, found: Option<Version>) -> bool {
        self == found.map_or(Self::Absent, Self::Version)
    }
}

/// When a record is forgotten: a whole second, because that is what DynamoDB keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expiry(u64);

impl Expiry {
    /// A point in time; what is left of its second is granted.
    #[must_use]
    pub fn at(time: SystemTime) -> Self {
        let since = since_1970(time);
        Self(since.as_secs().saturating_add(u64::from(since.subsec_nanos() > 0)))
    }

    /// A number of seconds since 1970, for stores.
    #[must_use]
    pub const fn from_seconds(seconds: u64) -> Self {
        Self(seconds)
    }

    /// The seconds since 1970, for stores.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0
    }

    /// Whether the time has come.
    #[must_use]
    pub fn is_over(self, now: SystemTime) -> bool {
        self.0 <= since_1970(now).as_secs()
    }
}

/// A clock that stands before 1970 is one that was never set.
fn since_1970(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
}
