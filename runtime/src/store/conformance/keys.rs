//! Keys do not mix, and a user is deleted as a whole.

use super::*;

/// More than any batch or page of a database that Sayso knows.
const MANY: usize = 120;

pub(super) async fn check(store: &dyn Store) {
    different_keys_are_different_records(store).await;
    the_longest_ids_are_kept(store).await;
    all_of_a_user_is_deleted_and_nothing_else(store).await;
}

/// Keys that are easily taken for each other.
fn alike(one: &UserId, other: &UserId) -> Vec<Key> {
    let ids =
        ["a", "b", "A", "ab", "a:b", "a/b", "a#b", "a b", "user", "person:a", "device:a", "é", "e\u{301}", "a\u{0}", "%61", "a'", "*"];
    let mut keys = vec![Key::of_user(one.clone()), Key::of_user(other.clone())];
    for id in ids {
        for user in [one, other] {
            keys.push(Key::of_person(user.clone(), id).expect("a person"));
            keys.push(Key::of_device(user.clone(), id).expect("a device"));
        }
    }
    keys
}

async fn different_keys_are_different_records(store: &dyn Store) {
    // One id is how the other begins.
    let (one, other) = (user(store, "keys").await, user(store, "keys:person").await);
    let keys = alike(&one, &other);
    for (number, key) in keys.iter().enumerate() {
        let saved = store.save(key, &numbered(number), Expected::Absent, None).await;
        assert!(saved.is_ok(), "a key has a record of its own, but of `{}` there is one: {saved:?}", key.part());
    }
    for (number, key) in keys.iter().enumerate() {
        assert_holds(load(store, key).await.as_ref(), number, key.part());
    }
    store.delete(&keys[0]).await.expect("a record can be deleted");
    for (number, key) in keys.iter().enumerate().skip(1) {
        assert_holds(load(store, key).await.as_ref(), number, "of the others none is deleted");
    }
}

async fn the_longest_ids_are_kept(store: &dyn Store) {
    let begin = "amzn1.ask.account.CONFORMANCE.longest.";
    let user = UserId::new(&format!("{begin}{}", "u".repeat(1_000 - begin.len()))).expect("an id");
    store.delete_user(&user).await.expect("a user can be deleted");
    let ids = ["p".repeat(1_000), format!("{}q", "p".repeat(999))];
    let keys = ids.map(|id| Key::of_person(user.clone(), &id).expect("a key"));
    for (number, key) in keys.iter().enumerate() {
        save(store, key, number, Expected::Absent, None).await;
    }
    for (number, key) in keys.iter().enumerate() {
        assert_holds(load(store, key).await.as_ref(), number, "ids count to their end");
    }
}

async fn all_of_a_user_is_deleted_and_nothing_else(store: &dyn Store) {
    let gone = user(store, "many").await;
    let parts = (0..MANY).map(|part| Key::of_device(gone.clone(), &format!("device-{part}")).expect("a device"));
    let mut keys: Vec<Key> = parts.collect();
    keys.push(Key::of_user(gone.clone()));
    keys.push(Key::of_person(gone.clone(), "person").expect("a person"));
    let neighbours = [user(store, "man").await, user(store, "many2").await, user(store, "manz").await].map(Key::of_user);
    for (number, key) in keys.iter().chain(&neighbours).enumerate() {
        save(store, key, number, Expected::Absent, None).await;
    }
    store.delete_user(&gone).await.expect("a user can be deleted");
    for key in &keys {
        assert_eq!(load(store, key).await, None, "nothing of a deleted user is left, but `{}` is", key.part());
    }
    for key in &neighbours {
        assert!(load(store, key).await.is_some(), "users whose ids are alike are not deleted with a user");
    }
}
