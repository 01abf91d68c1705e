//! Which fields a type reads, as its `Deserialize` tells them.

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

/// The names of all fields.
pub fn of<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut found = None;
    let _ = T::deserialize(Asks(&mut found));
    found.expect("a type with fields").to_vec()
}

/// Answers nothing, and remembers what was asked for.
struct Asks<'a>(&'a mut Option<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Asks<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("only fields are asked for"))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        *self.0 = Some(fields);
        Err(Error::custom("the fields are known"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}
