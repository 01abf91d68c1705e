//! How a record lies in the table.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use sayso::store::{Attributes, Expiry, Key, Record, StoreError, Version};

/// The partition key: Alexa's id of the user, text.
pub(crate) const USER: &str = "user_id";
/// The sort key: which record of the user, text.
pub(crate) const PART: &str = "part";
/// The attributes: JSON text, so that numbers and texts come back exactly as they were.
pub(crate) const ATTRIBUTES: &str = "attributes";
/// The version: 32 hexadecimal digits, text.
pub(crate) const VERSION: &str = "version";
/// When DynamoDB may remove the record: seconds since 1970, a number.
pub(crate) const EXPIRES: &str = "expires_at";

pub(crate) type Item = HashMap<String, AttributeValue>;

/// What names an item.
pub(crate) fn key(key: &Key) -> Item {
    HashMap::from([(USER.to_owned(), text(key.user().as_str())), (PART.to_owned(), text(key.part()))])
}

pub(crate) fn item(name: &Key, version: Version, attributes: &Attributes, expires: Option<Expiry>) -> Item {
    let mut item = key(name);
    item.insert(ATTRIBUTES.to_owned(), text(attributes.as_json()));
    item.insert(VERSION.to_owned(), version_text(version));
    item.extend(expires.map(|expires| (EXPIRES.to_owned(), number(expires.seconds()))));
    item
}

pub(crate) fn record(item: &Item) -> Result<Record, StoreError> {
    read(item).ok_or(StoreError::Unreadable)
}

fn read(item: &Item) -> Option<Record> {
    let attributes = Attributes::from_json(item.get(ATTRIBUTES)?.as_s().ok()?.as_str()).ok()?;
    let expires = match item.get(EXPIRES) {
        Some(expires) => Some(Expiry::from_seconds(expires.as_n().ok()?.parse().ok()?)),
        None => None,
    };
    Some(Record { version: version(item)?, attributes, expires })
}

pub(crate) fn version(item: &Item) -> Option<Version> {
    u128::from_str_radix(item.get(VERSION)?.as_s().ok()?, 16).ok().map(Version::new)
}

pub(crate) fn version_text(version: Version) -> AttributeValue {
    AttributeValue::S(format!("{:032x}", version.get()))
}

pub(crate) fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

pub(crate) fn number(number: u64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
