//! Ids, attributes and points in time.

use std::time::{Duration, UNIX_EPOCH};

use proptest::prelude::*;
use sayso::store::{Attributes, AttributesError, Expiry, InvalidId, Key, UserId};

#[test]
fn an_id_has_to_name_somebody() {
    assert_eq!(UserId::new(""), Err(InvalidId::Empty));
    assert_eq!(UserId::new(&"é".repeat(501)), Err(InvalidId::TooLong));
    let user = UserId::new(&"é".repeat(500)).expect("1,000 bytes");
    assert_eq!(Key::of_person(user.clone(), ""), Err(InvalidId::Empty));
    assert_eq!(Key::of_device(user.clone(), &"x".repeat(1_001)), Err(InvalidId::TooLong));
    assert!(Key::of_device(user, &"x".repeat(1_000)).expect("a key").part().len() <= 1_024, "as long as DynamoDB lets a sort key be");
}

#[test]
fn attributes_are_an_object() {
    for text in ["", "[]", "null", "1", "\"{}\"", "{", "{}{}", "{\"a\":}", "{'a':1}", "\u{feff}{}"] {
        assert_eq!(Attributes::from_json(text), Err(AttributesError::NotAnObject), "{text}");
    }
    assert_eq!(Attributes::from_json(" {\"a\" : 1}\n").expect("an object").as_json(), "{\"a\" : 1}");
    assert_eq!(Attributes::default().as_json(), "{}");
    assert_eq!(Attributes::new(&[1]), Err(AttributesError::NotAnObject));
    let not_json = std::collections::HashMap::from([((1, 2), 3)]);
    assert_eq!(Attributes::new(&not_json), Err(AttributesError::Type));
}

#[test]
fn attributes_have_a_limit() {
    let of = |length: usize| Attributes::from_json(format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8)));
    assert_eq!(of(Attributes::LIMIT).expect("the largest").as_json().len(), Attributes::LIMIT);
    assert_eq!(of(Attributes::LIMIT + 1), Err(AttributesError::TooLarge));
}

#[test]
fn deep_json_is_no_trouble() {
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let attributes = Attributes::from_json(deep).expect("an object");
    assert_eq!(attributes.read::<serde_json::Value>(), Err(AttributesError::Type));
}

#[test]
fn an_expiry_is_a_whole_second() {
    let at = |milliseconds| Expiry::at(UNIX_EPOCH + Duration::from_millis(milliseconds));
    assert_eq!(at(5_000).seconds(), 5);
    assert_eq!(at(5_001).seconds(), 6);
    assert_eq!(Expiry::at(UNIX_EPOCH - Duration::from_secs(1)).seconds(), 0);
    let expiry = Expiry::from_seconds(6);
    assert!(!expiry.is_over(UNIX_EPOCH + Duration::from_millis(5_999)));
    assert!(expiry.is_over(UNIX_EPOCH + Duration::from_millis(6_000)));
    assert!(!Expiry::from_seconds(u64::MAX).is_over(UNIX_EPOCH + Duration::from_secs(1 << 40)));
}

proptest! {
    #[test]
    fn any_text_is_attributes_or_an_error(text in "[{}\\[\\]\":,a0 \\\\]{0,24}") {
        let object = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text).is_ok();
        prop_assert_eq!(Attributes::from_json(text).is_ok(), object);
    }

    #[test]
    fn an_expiry_leaves_at_least_the_time_that_was_asked_for(milliseconds in 0_u64..4_000_000_000_000) {
        let time = UNIX_EPOCH + Duration::from_millis(milliseconds);
        prop_assert!(!Expiry::at(time + Duration::from_millis(1)).is_over(time));
        prop_assert!(Expiry::at(time).is_over(time + Duration::from_secs(1)));
    }
}
