//! The store in a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use redb::{Database, ReadableDatabase, ReadableTableMetadata, TableDefinition};
use sayso::store::{Attributes, Embedded, Expected, Expiry, Key, OpenError, Store, UserId, conformance};
use sayso::testing::block_on;
use tempfile::TempDir;

use crate::{clock, run};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attributes.redb");
    (folder, path)
}

fn key(user: &str) -> Key {
    Key::of_user(UserId::new(user).expect("an id"))
}

fn save(store: &Embedded, key: &Key, expires: Option<Expiry>) {
    block_on(store.save(key, &Attributes::default(), Expected::Absent, expires)).expect("saved");
}

#[test]
fn it_does_what_every_store_does() {
    let (_folder, path) = folder();
    let (clock, now) = clock();
    let store = Embedded::open(path).expect("a store").with_clock(now);
    run(conformance::run(&store, &clock));
}

#[test]
fn it_does_so_without_tokio() {
    let (_folder, path) = folder();
    let (clock, now) = clock();
    let store = Embedded::open(path).expect("a store").with_clock(now);
    block_on(conformance::run(&store, &clock));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_order_of_steps_loses_a_save(choices in prop::collection::vec(any::<u8>(), 0..300)) {
        let (_folder, path) = folder();
        let (clock, now) = clock();
        let store = Embedded::open(path).expect("a store").with_clock(now);
        block_on(conformance::interleave(&store, &clock, &choices));
    }
}

#[test]
fn what_was_saved_is_there_after_a_restart_and_versions_go_on() {
    let (_folder, path) = folder();
    let mut versions = std::collections::HashSet::new();
    for round in 0..4 {
        let store = Embedded::open(&path).expect("a store");
        save(&store, &key(&format!("user {round}")), None);
        let (anew, attributes) = (key("anew"), Attributes::default());
        let version = block_on(store.save(&anew, &attributes, Expected::Absent, None)).expect("saved");
        assert!(versions.insert(version), "a version came again after a restart");
        block_on(store.delete(&anew)).expect("deleted");
    }
    let store = Embedded::open(&path).expect("a store");
    for round in 0..4 {
        assert!(block_on(store.load(&key(&format!("user {round}")))).expect("loaded").is_some());
    }
}

#[test]
#[cfg(unix)]
fn its_owner_alone_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = folder();
    let _store = Embedded::open(&path).expect("a store");
    assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_else_is_left_in_the_folder() {
    let (folder, path) = folder();
    drop(Embedded::open(&path).expect("a store"));
    let names: Vec<_> = fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(names, ["attributes.redb"]);
}

#[test]
fn one_store_has_the_file_at_a_time() {
    let (_folder, path) = folder();
    let store = Embedded::open(&path).expect("a store");
    let error = Embedded::open(&path).expect_err("the file is in use");
    assert!(matches!(error, OpenError::InUse(_)), "{error:?}");
    let why = "is in use: another process has it, or this one opened it before; one `Embedded` has a file at a time, and can be cloned";
    assert_eq!(error.to_string(), format!("`{}` {why}", path.display()));
    let clone = store.clone();
    drop(store);
    assert!(Embedded::open(&path).is_err(), "a clone is the same store");
    drop(clone);
    Embedded::open(&path).expect("the file is free again");
}

#[test]
fn a_file_that_is_something_else_is_left_as_it_is() {
    let (_folder, path) = folder();
    let texts: [&[u8]; 4] = [b"dear diary", &[0; 100_000], b"r", b"SQLite format 3\0 and more"];
    for text in texts {
        fs::write(&path, text).expect("a file");
        let error = Embedded::open(&path).expect_err("no store");
        assert!(matches!(error, OpenError::NotAStore(_)), "{error:?}");
        assert_eq!(fs::read(&path).expect("the file"), text);
    }
}

#[test]
fn an_empty_file_becomes_a_store() {
    let (_folder, path) = folder();
    fs::write(&path, "").expect("a file");
    save(&Embedded::open(&path).expect("a store"), &key("u"), None);
}

#[test]
fn a_database_of_something_else_keeps_its_tables() {
    let (_folder, path) = folder();
    let other: TableDefinition<&str, u64> = TableDefinition::new("records");
    let database = Database::create(&path).expect("a database");
    let transaction = database.begin_write().expect("a transaction");
    transaction.open_table(other).expect("a table").insert("a", 1).expect("inserted");
    transaction.commit().expect("committed");
    drop(database);

    let error = Embedded::open(&path).expect_err("no store");
    assert!(matches!(error, OpenError::NotAStore(_)), "{error:?}");
    let database = Database::open(&path).expect("the database");
    let transaction = database.begin_read().expect("a transaction");
    assert_eq!(transaction.open_table(other).expect("the table").len().expect("a length"), 1);
    assert_eq!(transaction.list_tables().expect("tables").count(), 1);
}

#[test]
fn a_file_of_a_later_version_is_left_as_it_is() {
    let (_folder, path) = folder();
    let file: TableDefinition<&str, u64> = TableDefinition::new("sayso");
    save(&Embedded::open(&path).expect("a store"), &key("u"), None);
    let format = |format| {
        let database = Database::open(&path).expect("a database");
        let transaction = database.begin_write().expect("a transaction");
        transaction.open_table(file).expect("the table").insert("format", format).expect("inserted");
        transaction.commit().expect("committed");
    };
    format(2);
    let error = Embedded::open(&path).expect_err("a later version");
    assert!(matches!(error, OpenError::Later(_)), "{error:?}");
    format(1);
    let store = Embedded::open(&path).expect("a store");
    assert!(block_on(store.load(&key("u"))).expect("loaded").is_some());
}

#[test]
fn what_cannot_be_opened_is_told() {
    let (folder, path) = folder();
    for path in [folder.path().to_owned(), folder.path().join("missing/attributes.redb"), path.join("")] {
        let error = Embedded::open(&path).expect_err("no file");
        assert!(matches!(error, OpenError::Io(..)), "{error:?}");
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
        let cause = std::error::Error::source(&error).expect("a cause").to_string();
        assert!(error.to_string().ends_with(&cause), "{error}");
        // A `main` that returns the error prints this.
        assert_eq!(format!("{error:?}"), error.to_string());
    }
}

/// A file with some records, as it lies on the disk.
fn filled(path: &Path) -> Vec<u8> {
    let store = Embedded::open(path).expect("a store");
    for number in 0..20 {
        save(&store, &key(&format!("user {number}")), None);
    }
    drop(store);
    fs::read(path).expect("the file")
}

/// Opens a file in which something was changed: it is refused and left alone, or nothing is missing.
fn open_damaged(path: &Path, bytes: &[u8], what: &str) -> bool {
    fs::write(path, bytes).expect("a file");
    match Embedded::open(path) {
        Ok(store) => {
            for number in 0..20 {
                let found = block_on(store.load(&key(&format!("user {number}")))).expect("loaded");
                assert_eq!(found.expect("a record").attributes, Attributes::default(), "{what}");
            }
            false
        }
        Err(error) => {
            assert!(matches!(error, OpenError::Damaged(..) | OpenError::NotAStore(_)), "{what}: {error:?}");
            assert!(fs::read(path).expect("the file") == bytes, "{what}: what is left of the file was changed");
            true
        }
    }
}

#[test]
fn a_file_that_was_cut_is_told() {
    let (_folder, path) = folder();
    let whole = filled(&path);
    for length in [1, 100, 4_096, whole.len() / 2, whole.len() - 1] {
        assert!(open_damaged(&path, &whole[..length], &format!("cut to {length}")), "cut to {length} of {}", whole.len());
    }
}

#[test]
fn a_file_that_was_changed_is_told_or_whole() {
    let (_folder, path) = folder();
    let whole = filled(&path);
    let mut told = 0;
    // Every part of the header, and some of all else.
    let places = (0..512).step_by(3).chain((512..whole.len()).step_by(409));
    for place in places {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x55;
        told += usize::from(open_damaged(&path, &bytes, &format!("changed at {place}")));
    }
    assert!(told > 10, "only {told} changes were told");
}

#[test]
fn what_expired_is_swept_a_few_at_a_time() {
    let (_folder, path) = folder();
    let (clock, now) = clock();
    let expires = Some(Expiry::at(clock.now() + Duration::from_secs(60)));
    let store = Embedded::open(&path).expect("a store").with_clock(now);
    for number in 0..20 {
        save(&store, &key(&format!("expires {number}")), expires);
    }
    clock.advance(Duration::from_secs(60));
    save(&store, &key("stays"), None);
    drop(store);
    assert_eq!(lengths(&path), (20 - 8 + 1, 20 - 8));

    let (_, now) = (clock.clone(), clock.clone());
    let store = Embedded::open(&path).expect("a store").with_clock(move || now.now());
    for number in 0..2 {
        save(&store, &key(&format!("stays too {number}")), None);
    }
    drop(store);
    assert_eq!(lengths(&path), (3, 0));
}

#[test]
fn no_expiry_outlives_its_record() {
    let (_folder, path) = folder();
    let store = Embedded::open(&path).expect("a store");
    let expires = Some(Expiry::from_seconds(u64::MAX));
    let person = |id| Key::of_person(UserId::new("u").expect("an id"), id).expect("a key");
    for id in ["deleted", "renewed", "of the user"] {
        save(&store, &person(id), expires);
    }
    block_on(store.delete(&person("deleted"))).expect("deleted");
    let expected = Expected::after(block_on(store.load(&person("renewed"))).expect("loaded").as_ref());
    block_on(store.save(&person("renewed"), &Attributes::default(), expected, None)).expect("saved");
    drop(store);
    assert_eq!(lengths(&path), (2, 1));

    let store = Embedded::open(&path).expect("a store");
    block_on(store.delete_user(person("x").user())).expect("deleted");
    drop(store);
    assert_eq!(lengths(&path), (0, 0));
}

/// How many records and expiries the file has.
fn lengths(path: &Path) -> (u64, u64) {
    let records: TableDefinition<(&str, &str), (u64, Option<u64>, &str)> = TableDefinition::new("records");
    let expiries: TableDefinition<(u64, &str, &str), ()> = TableDefinition::new("expiries");
    let database = Database::open(path).expect("the file");
    let transaction = database.begin_read().expect("a transaction");
    let records = transaction.open_table(records).expect("a table").len().expect("a length");
    (records, transaction.open_table(expiries).expect("a table").len().expect("a length"))
}

#[test]
fn it_prints_nothing_that_is_kept() {
    let (_folder, path) = folder();
    let store = Embedded::open(path).expect("a store");
    save(&store, &key("p3rsonal"), None);
    assert_eq!(format!("{store:?}"), "Embedded { .. }");
}
