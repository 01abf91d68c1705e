//! Stores with one fault each: the suite has to find it.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use sayso::store::conformance::{self, TestClock};
use sayso::store::{Attributes, Expected, Expiry, Key, Record, Store, StoreError, Storing, UserId, Version};

use crate::{clock, run};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    None,
    IgnoresWhatIsExpected,
    IgnoresThatNothingIsExpected,
    CountsVersionsByRecord,
    MakesVersionsOfContent,
    LooksAndThenWrites,
    WritesOnConflict,
    NeverExpires,
    ExpiresForLoadsAlone,
    ExpiresTooLate,
    ForgetsExpiries,
    KeepsExpiries,
    SweepsByOldExpiries,
    JoinsIds,
    CutsIds,
    FoldsCase,
    NormalisesUnicode,
    DeletesTheUsersOwnRecordAlone,
    DeletesUsersAlike,
    DeletesOnePage,
    CutsAttributes,
    RoundsNumbers,
    FailsToDeleteNothing,
    WritesHalfWhenDropped,
}

struct Faulty {
    fault: Fault,
    now: Box<dyn Fn() -> SystemTime + Send + Sync>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    records: HashMap<(String, String), Record>,
    old_expiries: Vec<((String, String), Expiry)>,
    saves: u128,
}

impl Faulty {
    fn has(&self, fault: Fault) -> bool {
        self.fault == fault
    }

    fn name(&self, key: &Key) -> (String, String) {
        let (user, part) = (key.user().as_str().to_owned(), key.part().to_owned());
        let part = if self.has(Fault::NormalisesUnicode) { part.replace("e\u{301}", "é") } else { part };
        match self.fault {
            Fault::JoinsIds => (format!("{user}:{part}"), String::new()),
            Fault::CutsIds => (user, part.chars().take(255).collect()),
            Fault::FoldsCase => (user, part.to_lowercase()),
            _ => (user, part),
        }
    }

    fn live(&self, kept: &Kept, key: &Key, is_load: bool) -> Option<Record> {
        let now = match self.fault {
            Fault::NeverExpires => return kept.records.get(&self.name(key)).cloned(),
            Fault::ExpiresTooLate => (self.now)() - std::time::Duration::from_secs(1),
            _ => (self.now)(),
        };
        let found = kept.records.get(&self.name(key)).cloned();
        found.filter(|record| !record.is_over(now) || (self.has(Fault::ExpiresForLoadsAlone) && !is_load))
    }

    fn expects(&self, kept: &Kept, key: &Key, expected: Expected) -> bool {
        let right = expected.is(self.live(kept, key, false).map(|record| record.version));
        match self.fault {
            Fault::IgnoresWhatIsExpected => true,
            Fault::IgnoresThatNothingIsExpected => right || expected == Expected::Absent,
            _ => right,
        }
    }

    fn version(&self, kept: &mut Kept, key: &Key, attributes: &Attributes) -> Version {
        kept.saves += 1;
        match self.fault {
            Fault::CountsVersionsByRecord => Version::new(kept.records.get(&self.name(key)).map_or(1, |record| record.version.get() + 1)),
            Fault::MakesVersionsOfContent => Version::new(attributes.as_json().bytes().map(u128::from).sum()),
            _ => Version::new(kept.saves),
        }
    }

    fn attributes(&self, attributes: &Attributes) -> Attributes {
        match self.fault {
            Fault::CutsAttributes if attributes.as_json().len() > 65_536 => Attributes::default(),
            Fault::RoundsNumbers => {
                Attributes::from_json(attributes.as_json().replace("18446744073709551615", "1.8446744073709552e19")).expect("JSON")
            }
            _ => attributes.clone(),
        }
    }

    fn write(&self, kept: &mut Kept, key: &Key, attributes: &Attributes, expires: Option<Expiry>) -> Version {
        let version = self.version(kept, key, attributes);
        let name = self.name(key);
        let old = kept.records.get(&name).and_then(|record| record.expires);
        let expires = match self.fault {
            Fault::ForgetsExpiries => None,
            Fault::KeepsExpiries => expires.or(old),
            _ => expires,
        };
        if self.has(Fault::SweepsByOldExpiries) {
            let over: Vec<_> = kept.old_expiries.iter().filter(|(_, expires)| expires.is_over((self.now)())).cloned().collect();
            over.iter().for_each(|(name, _)| drop(kept.records.remove(name)));
            kept.old_expiries.retain(|(_, expires)| !expires.is_over((self.now)()));
            kept.old_expiries.extend(expires.map(|expires| (name.clone(), expires)));
        }
        kept.records.insert(name, Record { version, attributes: self.attributes(attributes), expires });
        version
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A write that was begun and is undone by nobody.
struct Half<'a> {
    store: &'a Faulty,
    key: &'a Key,
}

impl Drop for Half<'_> {
    fn drop(&mut self) {
        self.store.kept().records.remove(&self.store.name(self.key));
    }
}

impl Store for Faulty {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        Box::pin(async move { Ok(self.live(&self.kept(), key, true)) })
    }

    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version> {
        Box::pin(async move {
            if self.has(Fault::WritesHalfWhenDropped) {
                let half = Half { store: self, key };
                tokio::task::yield_now().await;
                std::mem::forget(half);
            }
            let right = self.expects(&self.kept(), key, expected);
            if self.has(Fault::LooksAndThenWrites) {
                tokio::task::yield_now().await;
            }
            if !right && !self.has(Fault::WritesOnConflict) {
                return Err(StoreError::Conflict);
            }
            let version = self.write(&mut self.kept(), key, attributes, expires);
            if right { Ok(version) } else { Err(StoreError::Conflict) }
        })
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        Box::pin(async move {
            let removed = self.kept().records.remove(&self.name(key));
            if removed.is_none() && self.has(Fault::FailsToDeleteNothing) {
                return Err(StoreError::Failed("there is nothing".into()));
            }
            Ok(())
        })
    }

    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()> {
        Box::pin(async move {
            let mut kept = self.kept();
            let of_user = |(owner, part): &(String, String)| match self.fault {
                Fault::DeletesTheUsersOwnRecordAlone => owner == user.as_str() && part == "user",
                Fault::DeletesUsersAlike => owner.starts_with(user.as_str()),
                Fault::JoinsIds => owner.starts_with(&format!("{}:", user.as_str())),
                _ => owner == user.as_str(),
            };
            let page = if self.has(Fault::DeletesOnePage) { 100 } else { usize::MAX };
            let names: Vec<_> = kept.records.keys().filter(|name| of_user(name)).take(page).cloned().collect();
            names.iter().for_each(|name| drop(kept.records.remove(name)));
            Ok(())
        })
    }
}

/// What the suite says of a store with a fault.
fn told(fault: Fault) -> Option<String> {
    said(fault, |store, clock| run(conformance::run(store, clock)))
}

fn said(fault: Fault, check: impl FnOnce(&Faulty, &TestClock)) -> Option<String> {
    let (clock, now) = clock();
    let store = Faulty { fault, now: Box::new(now), kept: Mutex::default() };
    let panic = catch_unwind(AssertUnwindSafe(|| check(&store, &clock))).err()?;
    Some(panic.downcast_ref::<String>().cloned().or_else(|| Some((*panic.downcast_ref::<&str>()?).to_owned())).unwrap_or_default())
}

#[test]
fn a_store_without_a_fault_passes() {
    assert_eq!(told(Fault::None), None);
}

#[test]
fn each_fault_is_found_and_told() {
    let faults = [
        (Fault::IgnoresWhatIsExpected, "a version is expected where nothing is"),
        (Fault::IgnoresThatNothingIsExpected, "nothing is expected where something is"),
        (Fault::CountsVersionsByRecord, "a version came again after the record was deleted"),
        (Fault::MakesVersionsOfContent, "a version came again"),
        (Fault::LooksAndThenWrites, "of saves from the same state one succeeds"),
        (Fault::WritesOnConflict, "a conflict changes nothing"),
        (Fault::NeverExpires, "a record is absent when its time has come"),
        (Fault::ExpiresForLoadsAlone, "the record of that version is over its expiry"),
        (Fault::ExpiresTooLate, "a record is absent when its time has come"),
        (Fault::ForgetsExpiries, "a load tells the expiry that was saved"),
        (Fault::KeepsExpiries, "what expired can be made anew"),
        (Fault::SweepsByOldExpiries, "number 3 is kept"),
        (Fault::JoinsIds, "a key has a record of its own"),
        (Fault::CutsIds, "a save that expects what is there succeeds"),
        (Fault::FoldsCase, "a key has a record of its own"),
        (Fault::NormalisesUnicode, "a key has a record of its own"),
        (Fault::DeletesTheUsersOwnRecordAlone, "nothing of a deleted user is left"),
        (Fault::DeletesUsersAlike, "users whose ids are alike are not deleted"),
        (Fault::DeletesOnePage, "nothing of a deleted user is left"),
        (Fault::CutsAttributes, "large attributes come back as they are"),
        (Fault::RoundsNumbers, "comes back as"),
        (Fault::FailsToDeleteNothing, "what is not there can be deleted"),
        (Fault::WritesHalfWhenDropped, "a save that was dropped leaves what was there"),
    ];
    let missed: Vec<_> = faults.into_iter().map(|(fault, expected)| (fault, expected, told(fault))).collect();
    let missed: Vec<_> = missed.iter().filter(|(_, expected, told)| !told.as_ref().is_some_and(|told| told.contains(expected))).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn random_steps_find_faults_too() {
    let choices: Vec<u8> = (1_u64..2_000).map(|step| (step.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
    let faults = [
        (Fault::IgnoresWhatIsExpected, "a save that expects another state is a conflict"),
        (Fault::CountsVersionsByRecord, "a version never comes again"),
        (Fault::NeverExpires, "a load finds the record that the last save made"),
        (Fault::ExpiresForLoadsAlone, "a save that expects"),
        (Fault::SweepsByOldExpiries, "a load finds the record that the last save made"),
        (Fault::DeletesTheUsersOwnRecordAlone, "a save that expects another state is a conflict"),
    ];
    for (fault, expected) in faults {
        let said = said(fault, |store, clock| run(conformance::interleave(store, clock, &choices)));
        assert!(said.as_ref().is_some_and(|said| said.contains(expected)), "{fault:?} is told as {said:?}");
    }
    assert_eq!(said(Fault::None, |store, clock| run(conformance::interleave(store, clock, &choices))), None);
}
