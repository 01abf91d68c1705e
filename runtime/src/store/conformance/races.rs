//! Several turns at once.

use std::collections::{HashMap, HashSet};
use std::future::poll_fn;
use std::task::Poll;

use super::at_once::{Running, at_once};
use super::*;

const WRITERS: usize = 6;

pub(super) async fn check(store: &dyn Store) {
    one_of_many_succeeds(store).await;
    no_count_is_lost(store).await;
    no_acknowledged_save_is_lost(store).await;
    a_dropped_save_is_whole_or_not_at_all(store).await;
}

async fn one_of_many_succeeds(store: &dyn Store) {
    let key = key(store, "one-of-many").await;
    let mut expected = Expected::Absent;
    for _ in 0..3 {
        let attributes: Vec<Attributes> = (0..WRITERS).map(numbered).collect();
        let saves = attributes.iter().map(|attributes| store.save(&key, attributes, expected, None)).collect();
        let saved: Vec<_> = at_once(saves).await;
        let refused = saved.iter().filter(|saved| matches!(saved, Err(StoreError::Conflict))).count();
        let won: Vec<(usize, Version)> =
            saved.iter().enumerate().filter_map(|(number, saved)| Some((number, *saved.as_ref().ok()?))).collect();
        assert!(won.len() == 1 && refused == WRITERS - 1, "of saves from the same state one succeeds: {saved:?}");
        let found = load(store, &key).await;
        assert_holds(found.as_ref(), won[0].0, "what the successful save of several wrote");
        expected = Expected::Version(won[0].1);
    }
}

async fn no_count_is_lost(store: &dyn Store) {
    let key = key(store, "count").await;
    let writers = (0..WRITERS).map(|_| -> Running<'_, ()> {
        Box::pin(async {
            for _ in 0..3 {
                count_once(store, &key).await;
            }
        })
    });
    at_once(writers.collect()).await;
    assert_holds(load(store, &key).await.as_ref(), WRITERS * 3, "each turn that was told it succeeded counts");
}

async fn count_once(store: &dyn Store, key: &Key) {
    // Of several at once one always succeeds, so this ends.
    for _ in 0..WRITERS * 3 {
        let found = load(store, key).await;
        match store.save(key, &numbered(found.as_ref().map_or(0, count) + 1), Expected::after(found.as_ref()), None).await {
            Ok(_) => return,
            Err(StoreError::Conflict) => {}
            Err(error) => panic!("a save succeeds or is a conflict, but: {error}"),
        }
    }
    panic!("of several saves at once none succeeds");
}

fn count(record: &Record) -> usize {
    record.attributes.read::<HashMap<String, usize>>().expect("a number")["number"]
}

/// What a writer saw and did.
#[derive(Default)]
struct Seen {
    loaded: Vec<(Version, usize)>,
    saved: Vec<(Expected, Version, usize)>,
}

async fn no_acknowledged_save_is_lost(store: &dyn Store) {
    let key = key(store, "history").await;
    let writers = (0..WRITERS).map(|writer| -> Running<'_, Seen> { Box::pin(write(store, &key, writer)) });
    let seen = at_once(writers.collect()).await;
    let saves: Vec<_> = seen.iter().flat_map(|seen| &seen.saved).collect();
    let versions: HashMap<Version, usize> = saves.iter().map(|(_, version, number)| (*version, *number)).collect();
    assert_eq!(versions.len(), saves.len(), "no two saves make the same version");

    let mut replaced = HashSet::new();
    for (expected, ..) in &saves {
        if let Expected::Version(version) = expected {
            assert!(versions.contains_key(version), "a save replaced a version that no save made");
            assert!(replaced.insert(version), "two saves replaced the same version, so one of them is lost");
        }
    }
    for (version, number) in seen.iter().flat_map(|seen| &seen.loaded) {
        assert_eq!(versions.get(version), Some(number), "a load finds what the save of its version wrote");
    }
    if let Some(last) = load(store, &key).await {
        assert!(!replaced.contains(&last.version), "what was replaced came back");
    }
}

/// Loads, saves and deletes in an order that looks random.
async fn write(store: &dyn Store, key: &Key, writer: usize) -> Seen {
    let mut seen = Seen::default();
    let mut expected = Expected::Absent;
    for step in 0..12 {
        let number = writer * 100 + step;
        match (writer * 7 + step * 5) % 11 {
            0 => store.delete(key).await.expect("a record can be deleted"),
            1..=4 => {
                let found = load(store, key).await;
                expected = Expected::after(found.as_ref());
                seen.loaded.extend(found.map(|found| (found.version, count(&found))));
            }
            _ => match store.save(key, &numbered(number), expected, None).await {
                Ok(version) => {
                    seen.saved.push((expected, version, number));
                    expected = Expected::Version(version);
                }
                Err(StoreError::Conflict) => {}
                Err(error) => panic!("a save succeeds or is a conflict, but: {error}"),
            },
        }
    }
    seen
}

async fn a_dropped_save_is_whole_or_not_at_all(store: &dyn Store) {
    let key = key(store, "dropped").await;
    save(store, &key, 0, Expected::Absent, None).await;
    for number in 1..=3 {
        let found = load(store, &key).await;
        let attributes = numbered(number);
        let mut dropped = store.save(&key, &attributes, Expected::after(found.as_ref()), None);
        poll_fn(|cx| Poll::Ready(dropped.as_mut().poll(cx).is_ready())).await;
        drop(dropped);
        let found = load(store, &key).await.map(|found| count(&found));
        assert!(found.is_some_and(|found| found <= number), "a save that was dropped leaves what was there, or what it wrote: {found:?}");
    }
    // It may still be on its way, and then this is a conflict at first.
    count_once(store, &key).await;
}
