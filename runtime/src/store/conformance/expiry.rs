//! What is over its expiry is absent.

use std::time::Duration;

use super::*;

const MINUTE: Duration = Duration::from_secs(60);

pub(super) async fn check(store: &dyn Store, clock: &TestClock) {
    a_record_expires(store, clock).await;
    what_expired_is_absent_for_saves(store, clock).await;
    what_expired_can_be_deleted(store, clock).await;
    each_save_gives_the_expiry_anew(store, clock).await;
    what_is_saved_too_late_is_not_found(store, clock).await;
    many_expire_and_none_comes_back(store, clock).await;
}

fn in_a_minute(clock: &TestClock) -> Option<Expiry> {
    Some(Expiry::at(clock.now() + MINUTE))
}

async fn a_record_expires(store: &dyn Store, clock: &TestClock) {
    let key = key(store, "expires").await;
    let expires = in_a_minute(clock);
    save(store, &key, 1, Expected::Absent, expires).await;
    clock.advance(MINUTE - Duration::from_secs(1));
    let found = load(store, &key).await;
    assert_holds(found.as_ref(), 1, "a second before its expiry");
    assert_eq!(found.and_then(|found| found.expires), expires, "a load tells the expiry that was saved");
    clock.advance(Duration::from_secs(1));
    assert_eq!(load(store, &key).await, None, "a record is absent when its time has come");
}

async fn what_expired_is_absent_for_saves(store: &dyn Store, clock: &TestClock) {
    let key = key(store, "absent").await;
    let version = save(store, &key, 1, Expected::Absent, in_a_minute(clock)).await;
    refuse(store, &key, Expected::Absent, "a record that has an expiry is there until then").await;
    clock.advance(MINUTE);
    refuse(store, &key, Expected::Version(version), "the record of that version is over its expiry").await;
    let anew = save(store, &key, 2, Expected::Absent, None).await;
    assert_ne!(anew, version, "a version does not come again when a record expired");
    let found = load(store, &key).await;
    assert_holds(found.as_ref(), 2, "what expired can be made anew");
    assert_eq!(found.and_then(|found| found.expires), None, "the expiry of before is gone");
}

async fn what_expired_can_be_deleted(store: &dyn Store, clock: &TestClock) {
    let user = user(store, "expired-deleted").await;
    let keys = [Key::of_user(user.clone()), Key::of_person(user.clone(), "person").expect("a person")];
    for key in &keys {
        save(store, key, 1, Expected::Absent, in_a_minute(clock)).await;
    }
    clock.advance(MINUTE);
    store.delete(&keys[0]).await.expect("what expired can be deleted");
    store.delete_user(&user).await.expect("a user can be deleted after its records expired");
    for key in &keys {
        save(store, key, 2, Expected::Absent, None).await;
    }
}

async fn each_save_gives_the_expiry_anew(store: &dyn Store, clock: &TestClock) {
    let key = key(store, "renewed").await;
    let first = save(store, &key, 1, Expected::Absent, in_a_minute(clock)).await;
    clock.advance(MINUTE / 2);
    let second = save(store, &key, 2, Expected::Version(first), in_a_minute(clock)).await;
    clock.advance(MINUTE / 2);
    assert_holds(load(store, &key).await.as_ref(), 2, "a save gives more time");
    save(store, &key, 3, Expected::Version(second), None).await;
    clock.advance(MINUTE * 60);
    // Saves may sweep what expired, and must not go by the expiries of before.
    save(store, &Key::of_person(key.user().clone(), "other").expect("a person"), 4, Expected::Absent, None).await;
    assert_holds(load(store, &key).await.as_ref(), 3, "a save without an expiry takes it away");
}

async fn what_is_saved_too_late_is_not_found(store: &dyn Store, clock: &TestClock) {
    let key = key(store, "late").await;
    for expires in [Expiry::at(clock.now()), Expiry::from_seconds(0)] {
        save(store, &key, 1, Expected::Absent, Some(expires)).await;
        assert_eq!(load(store, &key).await, None, "an expiry in the past is over at once");
    }
    save(store, &key, 2, Expected::Absent, Some(Expiry::from_seconds(u64::MAX))).await;
    assert_holds(load(store, &key).await.as_ref(), 2, "an expiry may be as far away as it likes");
}

async fn many_expire_and_none_comes_back(store: &dyn Store, clock: &TestClock) {
    let user = user(store, "many-expire").await;
    let devices = (0..30).map(|device| Key::of_device(user.clone(), &format!("device-{device}")).expect("a device"));
    let keys: Vec<Key> = devices.collect();
    for key in &keys {
        save(store, key, 1, Expected::Absent, in_a_minute(clock)).await;
    }
    clock.advance(MINUTE);
    // Saves may sweep what expired. What is made anew must not be swept with it.
    for key in keys.iter().rev().take(10) {
        save(store, key, 2, Expected::Absent, None).await;
    }
    for (at, key) in keys.iter().enumerate() {
        let found = load(store, key).await;
        if at < 20 {
            assert_eq!(found, None, "what expired is absent")
        } else {
            assert_holds(found.as_ref(), 2, "what was made anew stays")
        }
    }
}
