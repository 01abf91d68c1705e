//! Persistent attributes in a turn: loaded when they are first asked for, saved when the turn is over.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::declare;
use crate::guard::Tokens;
use crate::store::{Attributes, AttributesError, Expected, Expiry, InvalidId, Key, Record, Store, StoreError, UserId};

/// The attributes of one user, person or device, as skill.yaml says. `skill::attributes(cx)` lends them to a handler.
///
/// They are a type of the skill's own, or several, each for some of the keys. What other types have written stays.
///
/// ```
/// use sayso::{AttributesFault, PersistentAttributes};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Default, Serialize, Deserialize)]
/// struct Scores {
///     games: u32,
/// }
///
/// async fn count(mut attributes: PersistentAttributes<'_>) -> Result<u32, AttributesFault> {
///     let mut scores: Scores = attributes.read().await?;
///     scores.games += 1;
///     attributes.write(&scores).await?;
///     Ok(scores.games)
/// }
/// ```
pub struct PersistentAttributes<'a>(&'a mut Kept);

/// Why the attributes cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum AttributesFault {
    /// The request has no id of what the attributes are kept by, or an odd one.
    NoKey,
    /// They are not of the wanted type, or have no JSON form that can be kept.
    Type(AttributesError),
    /// They hold a token of the request, which outlives no turn.
    HoldsToken,
    /// The store failed.
    Store(StoreError),
}

/// How often an update is tried when other turns are faster. With one rival each try is lost half of the time, with ten nine times of ten; the end
/// of the turn's time comes before most of it.
const TRIES: usize = 64;

impl PersistentAttributes<'_> {
    /// The attributes as a type of the skill's; its default where there are none yet.
    ///
    /// # Errors
    /// If they cannot be loaded, or are of another type.
    pub async fn read<T: DeserializeOwned + Default>(&mut self) -> Result<T, AttributesFault> {
        self.0.load().await?;
        self.0.read()
    }

    /// Remembers a value. It is saved when the turn is over; should another turn have changed the attributes by then, nothing is saved, the
    /// log says so, and the user hears an apology instead of an answer that does not hold. [`update`](Self::update) has no such moment.
    ///
    /// # Errors
    /// If the attributes cannot be loaded, or the value is no JSON object.
    pub async fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), AttributesFault> {
        self.0.load().await?;
        self.0.changes.merge(value)
    }

    /// Changes the attributes and saves them at once. When another turn was faster, the change is made again to what that turn saved, so
    /// `change` can run more than once. What was [written](Self::write) before is saved with it. Should other turns be faster for dozens of times,
    /// the update fails, and the user hears an apology.
    ///
    /// # Errors
    /// If the attributes cannot be loaded or saved, or are of another type; nothing is changed then.
    pub async fn update<T, R>(&mut self, mut change: impl FnMut(&mut T) -> R) -> Result<R, AttributesFault>
    where
        T: Serialize + DeserializeOwned + Default,
    {
        let written = self.0.changes.clone();
        for _ in 0..TRIES {
            self.0.load().await?;
            let mut value: T = self.0.read()?;
            let result = change(&mut value);
            self.0.changes.merge(&value)?;
            match self.0.save().await {
                Ok(()) => return Ok(result),
                Err(AttributesFault::Store(StoreError::Conflict)) => self.0.forget_loaded(written.clone()),
                Err(fault) => {
                    self.0.forget_loaded(written);
                    return Err(fault);
                }
            }
        }
        self.0.forget_loaded(written);
        Err(AttributesFault::Store(StoreError::Conflict))
    }

    /// Forgets all attributes when the turn is over; also what another turn has saved by then, since whoever asks to be forgotten means all of it.
    /// What is [written](Self::write) afterwards is kept.
    pub fn clear(&mut self) {
        self.0.changes = Changes { cleared: true, set: BTreeMap::new() };
    }
}

/// What a turn knows and changes of the attributes.
pub(crate) struct Kept {
    store: Arc<dyn Store>,
    user: Result<UserId, InvalidId>,
    key: Result<Key, InvalidId>,
    /// The tokens of the turn, which are not to be kept.
    tokens: Tokens,
    expires_after: Option<Duration>,
    now: SystemTime,
    /// What was found; the outer one is whether it was looked for.
    loaded: Option<Option<Record>>,
    changes: Changes,
}

/// What was changed and not yet saved.
#[derive(Clone, Default)]
struct Changes {
    /// Whether what was there before is forgotten.
    cleared: bool,
    set: Entries,
}

type Entries = BTreeMap<String, Box<RawValue>>;

impl Changes {
    fn is_nothing(&self) -> bool {
        !self.cleared && self.set.is_empty()
    }

    fn merge<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), AttributesFault> {
        let value = Attributes::new(value).map_err(AttributesFault::Type)?;
        self.set.extend(value.read::<Entries>().map_err(AttributesFault::Type)?);
        Ok(())
    }
}

/// Whose attributes a request is about.
pub(crate) struct Ids<'a> {
    pub(crate) user: Option<&'a str>,
    pub(crate) person: Option<&'a str>,
    pub(crate) device: Option<&'a str>,
}

impl Ids<'_> {
    fn user(&self) -> Result<UserId, InvalidId> {
        UserId::new(self.user.unwrap_or_default())
    }

    fn key(&self, by: declare::AttributesKey) -> Result<Key, InvalidId> {
        let user = self.user()?;
        match (by, self.person) {
            (declare::AttributesKey::Person, Some(person)) => Key::of_person(user, person),
            (declare::AttributesKey::Device, _) => Key::of_device(user, self.device.unwrap_or_default()),
            (declare::AttributesKey::User | declare::AttributesKey::Person, _) => Ok(Key::of_user(user)),
        }
    }
}

impl Kept {
    pub(crate) fn new(store: Arc<dyn Store>, declared: &declare::Attributes, ids: &Ids<'_>, tokens: Tokens, now: SystemTime) -> Self {
        let expires_after = declared.expires_after_days.map(|days| Duration::from_secs(u64::from(days) * 24 * 60 * 60));
        let (user, key) = (ids.user(), ids.key(declared.key));
        Self { store, user, key, tokens, expires_after, now, loaded: None, changes: Changes::default() }
    }

    pub(crate) fn lend(&mut self) -> PersistentAttributes<'_> {
        PersistentAttributes(self)
    }

    async fn load(&mut self) -> Result<(), AttributesFault> {
        if self.loaded.is_none() {
            let key = self.key.as_ref().map_err(|_| AttributesFault::NoKey)?;
            self.loaded = Some(self.store.load(key).await.map_err(AttributesFault::Store)?);
        }
        Ok(())
    }

    fn forget_loaded(&mut self, changes: Changes) {
        self.loaded = None;
        self.changes = changes;
    }

    /// What is there, with what was changed laid over.
    fn entries(&self) -> Result<Entries, AttributesFault> {
        let found = self.loaded.as_ref().and_then(Option::as_ref).filter(|_| !self.changes.cleared);
        let mut entries: Entries =
            found.map(|record| record.attributes.read()).transpose().map_err(AttributesFault::Type)?.unwrap_or_default();
        entries.extend(self.changes.set.clone());
        Ok(entries)
    }

    fn read<T: DeserializeOwned + Default>(&self) -> Result<T, AttributesFault> {
        let entries = self.entries()?;
        if entries.is_empty() {
            return Ok(T::default());
        }
        Attributes::new(&entries).and_then(|attributes| attributes.read()).map_err(AttributesFault::Type)
    }

    /// Saves what was changed, if something was.
    ///
    /// # Errors
    /// If the store fails, or another turn was faster.
    pub(crate) async fn save(&mut self) -> Result<(), AttributesFault> {
        if self.changes.is_nothing() {
            return Ok(());
        }
        let key = self.key.clone().map_err(|_| AttributesFault::NoKey)?;
        if self.changes.set.is_empty() {
            self.store.delete(&key).await.map_err(AttributesFault::Store)?;
            self.loaded = Some(None);
        } else {
            self.load().await?;
            let attributes = Attributes::new(&self.entries()?).map_err(AttributesFault::Type)?;
            self.check(&attributes)?;
            let expected = Expected::after(self.loaded.as_ref().and_then(Option::as_ref));
            let expires = self.expires_after.and_then(|after| self.now.checked_add(after)).map(Expiry::at);
            let version = self.store.save(&key, &attributes, expected, expires).await.map_err(AttributesFault::Store)?;
            self.loaded = Some(Some(Record { version, attributes, expires }));
        }
        self.changes = Changes::default();
        Ok(())
    }

    fn check(&self, attributes: &Attributes) -> Result<(), AttributesFault> {
        if self.tokens.guard().finds(attributes.as_json()) { Err(AttributesFault::HoldsToken) } else { Ok(()) }
    }

    /// Deletes all that is kept of the user: the user's own attributes, those of speakers and those of devices.
    ///
    /// # Errors
    /// If the store fails.
    pub(crate) async fn delete_user(&self) -> Result<(), AttributesFault> {
        let user = self.user.as_ref().map_err(|_| AttributesFault::NoKey)?;
        self.store.delete_user(user).await.map_err(AttributesFault::Store)
    }
}

impl fmt::Debug for PersistentAttributes<'_> {
    /// What is remembered may be personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersistentAttributes").finish_non_exhaustive()
    }
}

impl fmt::Display for AttributesFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey => f.write_str("the request does not say whose persistent attributes it is about"),
            Self::Type(error) => error.fmt(f),
            Self::HoldsToken => f.write_str("the persistent attributes hold a token of the request"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for AttributesFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoKey | Self::HoldsToken => None,
            Self::Type(error) => error.source(),
            Self::Store(error) => error.source(),
        }
    }
}
