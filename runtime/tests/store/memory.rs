//! The store for tests.

use proptest::prelude::*;
use sayso::store::{Attributes, Expected, Key, Memory, Store, StoreError, UserId, conformance};
use sayso::testing::block_on;

use crate::clock;

#[test]
fn it_does_what_every_store_does() {
    let (clock, now) = clock();
    block_on(conformance::run(&Memory::new().with_clock(now), &clock));
}

#[test]
fn it_does_so_behind_a_pointer() {
    let (clock, now) = clock();
    let store: std::sync::Arc<dyn Store> = std::sync::Arc::new(Memory::new().with_clock(now));
    block_on(conformance::run(&store, &clock));
}

#[test]
fn clones_share_what_they_keep() {
    let store = Memory::new();
    let key = Key::of_user(UserId::new("u").expect("an id"));
    block_on(store.clone().save(&key, &Attributes::default(), Expected::Absent, None)).expect("saved");
    assert!(block_on(store.load(&key)).expect("loaded").is_some());
}

#[test]
fn of_several_threads_one_succeeds() {
    let store = Memory::new();
    let key = Key::of_user(UserId::new("u").expect("an id"));
    for _ in 0..50 {
        let expected = Expected::after(block_on(store.load(&key)).expect("loaded").as_ref());
        let save = || block_on(store.save(&key, &Attributes::default(), expected, None));
        let saved = std::thread::scope(|scope| {
            let threads = [(); 4].map(|()| scope.spawn(save));
            threads.map(|thread| thread.join().expect("no panic"))
        });
        assert_eq!(saved.iter().filter(|saved| saved.is_ok()).count(), 1, "{saved:?}");
        assert!(saved.iter().all(|saved| matches!(saved, Ok(_) | Err(StoreError::Conflict))), "{saved:?}");
    }
}

proptest! {
    #[test]
    fn no_order_of_steps_loses_a_save(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        let (clock, now) = clock();
        block_on(conformance::interleave(&Memory::new().with_clock(now), &clock, &choices));
    }
}
