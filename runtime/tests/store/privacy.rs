//! Nothing that can be printed tells who it is or what is remembered.

use sayso::store::{Attributes, AttributesError, Expected, Key, Memory, Record, Store, StoreError, UserId, Version};
use sayso::testing::block_on;

const PERSONAL: &str = "p3rsonal";

fn assert_hidden(printed: &str) {
    assert!(!printed.contains(PERSONAL), "{printed}");
}

#[test]
fn neither_ids_nor_attributes_are_printed() {
    let user = UserId::new(&format!("{PERSONAL}-user")).expect("an id");
    let person = Key::of_person(user.clone(), PERSONAL).expect("a key");
    let device = Key::of_device(user.clone(), PERSONAL).expect("a key");
    let attributes = Attributes::new(&serde_json::json!({PERSONAL: PERSONAL})).expect("attributes");
    let record = Record { version: Version::new(1), attributes: attributes.clone(), expires: None };
    let store = Memory::new();
    block_on(store.save(&person, &attributes, Expected::Absent, None)).expect("saved");
    assert_hidden(&format!("{user:?} {person:?} {device:?} {attributes:?} {record:#?} {store:#?}"));
    assert_eq!(format!("{person:?} {:?}", Key::of_user(user)), "Key(person …) Key(user …)");
}

#[test]
fn errors_of_types_tell_no_values() {
    let attributes = Attributes::new(&serde_json::json!({"a": PERSONAL})).expect("attributes");
    let error = attributes.read::<std::collections::HashMap<String, u8>>().expect_err("a text is no number");
    assert_eq!(error, AttributesError::Type);
    assert_hidden(&format!("{error} {error:?}"));
}

#[test]
fn an_error_tells_its_cause() {
    let error = StoreError::Failed("the disk is full".into());
    let cause = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!((error.to_string().as_str(), cause.as_deref()), ("the store of persistent attributes failed", Some("the disk is full")));
}
