//! Persistent attributes: what a skill remembers of a user from one session to the next, and where it is kept.
//!
//! | store | for |
//! |---|---|
//! | [`Memory`] | tests |
//! | `Embedded` (feature `embedded`) | one process with a disk that lasts: a file, no server |
//! | `DynamoDb` (crate `sayso-dynamodb`) | AWS Lambda, and any number of processes |
//!
//! A store keeps one [`Record`] under each [`Key`], and every record has a [`Version`]. A save names the version that it
//! was made from, so of two turns that loaded the same record only one can save, and the other hears of it:
//!
//! ```
//! use sayso::store::{Attributes, Expected, Key, Memory, Store, StoreError, UserId};
//!
//! # sayso::testing::block_on(async {
//! let store = Memory::new();
//! let key = Key::of_user(UserId::new("amzn1.ask.account.EXAMPLE")?);
//!
//! let first = Attributes::new(&serde_json::json!({"rides": 1}))?;
//! let version = store.save(&key, &first, Expected::Absent, None).await?;
//!
//! let second = Attributes::new(&serde_json::json!({"rides": 2}))?;
//! store.save(&key, &second, Expected::Version(version), None).await?;
//!
//! // Another turn that had loaded the first version cannot undo the second ride.
//! let late = store.save(&key, &first, Expected::Version(version), None).await;
//! assert!(matches!(late, Err(StoreError::Conflict)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! Another database is a type that implements [`Store`]; [`conformance`] tells whether it does so rightly.

mod attributes;
mod clock;
pub mod conformance;
#[cfg(feature = "embedded")]
mod embedded;
mod error;
mod key;
mod memory;
mod record;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub use attributes::{Attributes, AttributesError};
#[cfg(feature = "embedded")]
pub use embedded::{Embedded, OpenError};
pub use error::StoreError;
pub use key::{InvalidId, Key, UserId};
pub use memory::Memory;
pub use record::{Expected, Expiry, Record, Version};

/// Something that a store is doing.
pub type Storing<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Keeps persistent attributes.
///
/// What every store promises, and [`conformance`] checks:
///
/// - What was saved is found by every load after it, until it is replaced, deleted or over its [`Expiry`].
/// - A save succeeds only from the state that it expects. Of several at once from the same state one succeeds, and the
///   others are a [`StoreError::Conflict`] and change nothing.
/// - A [`Version`] never comes again under a key, not even after the record was deleted and made anew.
/// - A record that is over its expiry is absent, whether or not the store has removed it yet: a load finds nothing, a
///   save that expects its version is a conflict, and one that expects nothing succeeds.
/// - Ids of users, persons and devices, and the attributes, are in no error and no log.
///
/// A future that is dropped may still do its work, or not; never a part of it. The same is true where the answer is an
/// error other than [`StoreError::Conflict`].
pub trait Store: Send + Sync + 'static {
    /// Finds what is kept under a key.
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>>;

    /// Replaces what is kept under a key, if it is what the caller expects, and tells the new version.
    ///
    /// The expiry is replaced too: without one, the record stays until it is deleted.
    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version>;

    /// Forgets what is kept under a key, whatever its version, and whether or not there is anything.
    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()>;

    /// Forgets all that is kept of a user: the user's own record, those of persons and those of devices.
    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()>;
}

impl<S: Store + ?Sized> Store for Arc<S> {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        (**self).load(key)
    }

    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version> {
        (**self).save(key, attributes, expected, expires)
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        (**self).delete(key)
    }

    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()> {
        (**self).delete_user(user)
    }
}
