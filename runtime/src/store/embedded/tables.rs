//! The tables of the file, and what is done to them: one transaction for each operation.

use std::time::SystemTime;

use redb::{Database, ReadableDatabase, ReadableTable, Table, TableDefinition, WriteTransaction};

use crate::store::{Attributes, Expected, Expiry, Key, Record, StoreError, UserId, Version};

/// User and part → version, expiry, attributes.
const RECORDS: TableDefinition<(&str, &str), (u64, Option<u64>, &str)> = TableDefinition::new("records");
/// Expiry, user and part: what to sweep, the oldest first.
const EXPIRIES: TableDefinition<(u64, &str, &str), ()> = TableDefinition::new("expiries");
/// What is known of the file itself.
const FILE: TableDefinition<&str, u64> = TableDefinition::new("sayso");

/// How the tables look; a number for later versions to tell files apart.
const FORMAT: u64 = 1;
/// How many records over their expiry a save removes at most. More than one, so that they get fewer while skills save.
const SWEPT: usize = 8;

/// Why a transaction was not committed.
pub(super) enum Trouble {
    Conflict,
    Unreadable,
    Redb(Box<redb::Error>),
}

impl<E: Into<redb::Error>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Redb(Box::new(error.into()))
    }
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Conflict => Self::Conflict,
            Trouble::Unreadable => Self::Unreadable,
            Trouble::Redb(error) => Self::Failed(error),
        }
    }
}

/// Whose file it is.
pub(super) enum Owner {
    Sayso,
    LaterSayso,
    Other,
}

/// Makes the tables in a new file, and looks whose an old one is.
pub(super) fn prepare(database: &Database) -> Result<Owner, redb::Error> {
    let transaction = database.begin_write()?;
    let names: Vec<String> = transaction.list_tables()?.map(|table| redb::TableHandle::name(&table).to_owned()).collect();
    if names.is_empty() && transaction.list_multimap_tables()?.next().is_none() {
        Tables::open(&transaction)?.file.insert("format", FORMAT)?;
        transaction.commit()?;
        return Ok(Owner::Sayso);
    }
    if !names.iter().any(|name| name == redb::TableHandle::name(&FILE)) {
        return Ok(Owner::Other);
    }
    let format = transaction.open_table(FILE)?.get("format")?.map(|format| format.value());
    Ok(match format {
        Some(FORMAT) => Owner::Sayso,
        Some(_) => Owner::LaterSayso,
        None => Owner::Other,
    })
}

pub(super) fn load(database: &Database, key: &Key, now: SystemTime) -> Result<Option<Record>, Trouble> {
    let records = database.begin_read()?.open_table(RECORDS)?;
    let Some(found) = records.get(name(key))? else { return Ok(None) };
    let (version, expires, json) = found.value();
    let attributes = Attributes::from_json(json).map_err(|_| Trouble::Unreadable)?;
    let record = Record { version: Version::new(version.into()), attributes, expires: expires.map(Expiry::from_seconds) };
    Ok(Some(record).filter(|record| !record.is_over(now)))
}

pub(super) fn save(
    database: &Database,
    key: &Key,
    attributes: &Attributes,
    expected: Expected,
    expires: Option<Expiry>,
    now: SystemTime,
) -> Result<Version, Trouble> {
    change(database, |tables| {
        if !expected.is(tables.live(key, now)?) {
            return Err(Trouble::Conflict);
        }
        let version = tables.next_version()?;
        tables.remove(name(key))?;
        tables.insert(key, version, expires, attributes)?;
        tables.sweep(now)?;
        Ok(Version::new(version.into()))
    })
}

pub(super) fn delete(database: &Database, key: &Key) -> Result<(), Trouble> {
    change(database, |tables| tables.remove(name(key)))
}

pub(super) fn delete_user(database: &Database, user: &UserId) -> Result<(), Trouble> {
    change(database, |tables| {
        for part in tables.parts(user)? {
            tables.remove((user.as_str(), &part))?;
        }
        Ok(())
    })
}

/// A transaction that is committed where the change succeeds, and leaves everything as it was where it does not.
fn change<T>(database: &Database, change: impl FnOnce(&mut Tables<'_>) -> Result<T, Trouble>) -> Result<T, Trouble> {
    let transaction = database.begin_write()?;
    let done = change(&mut Tables::open(&transaction)?)?;
    transaction.commit()?;
    Ok(done)
}

fn name(key: &Key) -> (&str, &str) {
    (key.user().as_str(), key.part())
}

struct Tables<'t> {
    records: Table<'t, (&'static str, &'static str), (u64, Option<u64>, &'static str)>,
    expiries: Table<'t, (u64, &'static str, &'static str), ()>,
    file: Table<'t, &'static str, u64>,
}

impl<'t> Tables<'t> {
    fn open(transaction: &'t WriteTransaction) -> Result<Self, redb::TableError> {
        Ok(Self {
            records: transaction.open_table(RECORDS)?,
            expiries: transaction.open_table(EXPIRIES)?,
            file: transaction.open_table(FILE)?,
        })
    }

    /// The version of the record, if there is one and its time has not come.
    fn live(&self, key: &Key, now: SystemTime) -> Result<Option<Version>, Trouble> {
        let found = self.records.get(name(key))?;
        let found = found.as_ref().map(redb::AccessGuard::value);
        let live = found.filter(|(_, expires, _)| !expires.is_some_and(|expires| Expiry::from_seconds(expires).is_over(now)));
        Ok(live.map(|(version, ..)| Version::new(version.into())))
    }

    /// The count of saves of the file, which stays when records go: so no version comes twice.
    fn next_version(&mut self) -> Result<u64, Trouble> {
        let version = self.file.get("saves")?.map_or(0, |saves| saves.value()) + 1;
        self.file.insert("saves", version)?;
        Ok(version)
    }

    fn insert(&mut self, key: &Key, version: u64, expires: Option<Expiry>, attributes: &Attributes) -> Result<(), Trouble> {
        let (user, part) = name(key);
        let expires = expires.map(Expiry::seconds);
        self.records.insert((user, part), (version, expires, attributes.as_json()))?;
        if let Some(expires) = expires {
            self.expiries.insert((expires, user, part), ())?;
        }
        Ok(())
    }

    fn remove(&mut self, (user, part): (&str, &str)) -> Result<(), Trouble> {
        let removed = self.records.remove((user, part))?.and_then(|removed| removed.value().1);
        if let Some(expires) = removed {
            self.expiries.remove((expires, user, part))?;
        }
        Ok(())
    }

    fn parts(&self, user: &UserId) -> Result<Vec<String>, Trouble> {
        let from = (user.as_str(), "");
        let mut parts = Vec::new();
        for found in self.records.range(from..)? {
            let (found, _) = found?;
            let (owner, part) = found.value();
            if owner != user.as_str() {
                break;
            }
            parts.push(part.to_owned());
        }
        Ok(parts)
    }

    /// Removes some of the records whose time has come.
    fn sweep(&mut self, now: SystemTime) -> Result<(), Trouble> {
        let mut over = Vec::new();
        for found in self.expiries.iter()?.take(SWEPT) {
            let (found, _) = found?;
            let (expires, user, part) = found.value();
            if Expiry::from_seconds(expires).is_over(now) {
                over.push((user.to_owned(), part.to_owned()));
            }
        }
        over.iter().try_for_each(|(user, part)| self.remove((user, part)))
    }
}
