//! Saving, loading and deleting, one after the other.

use std::collections::HashSet;

use super::*;

pub(super) async fn check(store: &dyn Store) {
    what_was_saved_is_found(store).await;
    a_save_expects_a_state(store).await;
    what_was_deleted_is_gone(store).await;
    a_version_never_comes_again(store).await;
    json_keeps_its_meaning(store).await;
    the_largest_attributes_are_kept(store).await;
}

async fn what_was_saved_is_found(store: &dyn Store) {
    let key = key(store, "found").await;
    assert_eq!(load(store, &key).await, None, "nothing is found where nothing was saved");
    let version = save(store, &key, 1, Expected::Absent, None).await;
    let found = load(store, &key).await;
    assert_holds(found.as_ref(), 1, "what was saved is found");
    let found = found.expect("a record");
    assert_eq!(found.version, version, "a load tells the version that the save told");
    assert_eq!(found.expires, None, "a record has no expiry that nobody gave it");
    assert_eq!(load(store, &key).await, Some(found), "a load changes nothing");
}

async fn a_save_expects_a_state(store: &dyn Store) {
    let key = key(store, "expected").await;
    let never = Version::new(0x5a59_0000_0000_0000_0000_0000_0000_0001);
    refuse(store, &key, Expected::Version(never), "a version is expected where nothing is").await;
    let first = save(store, &key, 1, Expected::Absent, None).await;
    refuse(store, &key, Expected::Absent, "nothing is expected where something is").await;
    refuse(store, &key, Expected::Version(never), "another version is expected").await;
    let second = save(store, &key, 2, Expected::Version(first), None).await;
    assert_ne!(first, second, "each save makes another version");
    refuse(store, &key, Expected::Version(first), "an old version is expected").await;
    assert_holds(load(store, &key).await.as_ref(), 2, "the save that expected the right version counts");
}

async fn what_was_deleted_is_gone(store: &dyn Store) {
    let key = key(store, "deleted").await;
    store.delete(&key).await.expect("what is not there can be deleted");
    let version = save(store, &key, 1, Expected::Absent, None).await;
    store.delete(&key).await.expect("what is there can be deleted");
    assert_eq!(load(store, &key).await, None, "what was deleted is gone");
    refuse(store, &key, Expected::Version(version), "the version was deleted").await;
    save(store, &key, 2, Expected::Absent, None).await;
    assert_holds(load(store, &key).await.as_ref(), 2, "what was deleted can be made anew");
}

async fn a_version_never_comes_again(store: &dyn Store) {
    let user = user(store, "versions").await;
    let key = Key::of_user(user.clone());
    let mut seen = HashSet::new();
    for round in 0..6 {
        let first = save(store, &key, round, Expected::Absent, None).await;
        // The same attributes make another version too.
        let second = save(store, &key, round, Expected::Version(first), None).await;
        for version in [first, second] {
            assert!(seen.insert(version), "a version came again after the record was deleted and made anew");
        }
        let deleted = if round % 2 == 0 { store.delete(&key).await } else { store.delete_user(&user).await };
        deleted.expect("a record can be deleted");
    }
}

async fn json_keeps_its_meaning(store: &dyn Store) {
    let key = key(store, "json").await;
    let texts = [
        "{}",
        r##"{"": null, "a.b": [], "#n": {}, ":v": [[]], "$": true}"##,
        r#"{"text": "\u0000 \" \\ é 漢 😀 \u00e9 '`"}"#,
        r#"{"numbers": [0, -1, 0.1, 1e300, 18446744073709551615, -9223372036854775808]}"#,
    ];
    let mut expected = Expected::Absent;
    for text in texts {
        let attributes = Attributes::from_json(text).expect("attributes");
        let version = store.save(&key, &attributes, expected, None).await.expect("any JSON object can be saved");
        expected = Expected::Version(version);
        let found = load(store, &key).await.expect("a record");
        assert!(same(&found.attributes, &attributes), "{text} comes back as {}", found.attributes.as_json());
    }
}

async fn the_largest_attributes_are_kept(store: &dyn Store) {
    let key = key(store, "largest").await;
    let frame = r#"{"text":""}"#.len();
    let attributes = Attributes::new(&serde_json::json!({"text": "x".repeat(Attributes::LIMIT - frame)})).expect("the largest attributes");
    let saved = store.save(&key, &attributes, Expected::Absent, None).await;
    saved.unwrap_or_else(|error| panic!("{} bytes of attributes are kept, but: {error}", Attributes::LIMIT));
    let found = load(store, &key).await.expect("a record");
    assert!(same(&found.attributes, &attributes), "large attributes come back as they are");
}
