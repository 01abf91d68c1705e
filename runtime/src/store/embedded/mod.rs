//! A store in a file, for one process and without a server.

mod error;
mod file;
mod tables;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use redb::Database;
use tokio::runtime::Handle;

use self::tables::Trouble;
use super::clock::Clock;
use super::{Attributes, Expected, Expiry, Key, Record, Store, StoreError, Storing, UserId, Version};

pub use error::OpenError;

/// Keeps records in one file of this machine, by [redb](https://www.redb.org).
///
/// A save is on the disk when it is acknowledged, and a crash loses none: the file is never half written. Records that
/// are over their expiry are removed with the saves that follow, a few at a time. What was deleted cannot be read
/// through the store any more, but its bytes stay in the file until others are written over them; the file itself can
/// be read by its owner alone.
///
/// One process has the file at a time. For several, or for AWS Lambda, whose disk does not last, take the crate
/// `sayso-dynamodb`; on Lambda the file is not opened at all.
///
/// ```no_run
/// use sayso::store::{Attributes, Embedded, Expected, Key, Store, UserId};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let store = Embedded::open("/var/lib/ride-hailer/attributes.redb")?;
/// let key = Key::of_user(UserId::new("amzn1.ask.account.EXAMPLE")?);
/// store.save(&key, &Attributes::default(), Expected::Absent, None).await?;
/// # Ok(())
/// # }
/// ```
///
/// The work is done on tokio's threads for blocking work. Without tokio it is done where the future is polled.
#[derive(Clone)]
pub struct Embedded {
    database: Arc<Database>,
    clock: Clock,
}

impl Embedded {
    /// Opens a file, and makes it where there is none: readable and writable for its owner alone.
    ///
    /// The whole file is checked, and mended after a crash, so this takes time: call it once, when the skill starts.
    ///
    /// # Errors
    /// On AWS Lambda; if another process has the file, or this one has it already; if it is damaged or is something else, and then nothing of it is
    /// changed; if it cannot be read or written.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        if LAMBDA.iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty())) {
            return Err(OpenError::OnLambda);
        }
        let database = file::open(path.as_ref())?;
        Ok(Self { database: Arc::new(database), clock: Clock::default() })
    }

    /// Asks another clock whether records are over their expiry.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Clock::new(clock), ..self }
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Database, SystemTime) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, StoreError> {
        let this = self.clone();
        let work = move || work(&this.database, this.clock.now());
        let done = match Handle::try_current() {
            Ok(tokio) => tokio.spawn_blocking(work).await.map_err(|stopped| StoreError::Failed(stopped.into()))?,
            Err(_) => work(),
        };
        done.map_err(StoreError::from)
    }
}

/// What AWS Lambda [sets](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
const LAMBDA: [&str; 2] = ["AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API"];

impl Store for Embedded {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        let key = key.clone();
        Box::pin(self.blocking(move |database, now| tables::load(database, &key, now)))
    }

    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version> {
        let (key, attributes) = (key.clone(), attributes.clone());
        Box::pin(self.blocking(move |database, now| tables::save(database, &key, &attributes, expected, expires, now)))
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        let key = key.clone();
        Box::pin(self.blocking(move |database, _| tables::delete(database, &key)))
    }

    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()> {
        let user = user.clone();
        Box::pin(self.blocking(move |database, _| tables::delete_user(database, &user)))
    }
}

impl fmt::Debug for Embedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedded").finish_non_exhaustive()
    }
}
