//! The access token, from the wire straight into memory that is wiped.

use std::fmt;

use secrecy::SecretString;
use serde::de::{self, Deserialize, Deserializer, Visitor};

/// The account's token. Null, empty, blank and anything that is not a string mean that the user is not linked.
#[derive(Default)]
pub(crate) struct Token(pub(crate) Option<SecretString>);

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Token;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an access token")
    }

    fn visit_str<E>(self, text: &str) -> Result<Token, E> {
        let text = text.trim();
        Ok(Token((!text.is_empty()).then(|| text.into())))
    }

    fn visit_unit<E>(self) -> Result<Token, E> {
        Ok(Token(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Token, E> {
        Ok(Token(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Token, E> {
        Ok(Token(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Token, E> {
        Ok(Token(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Token, E> {
        Ok(Token(None))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Token, A::Error> {
        while seq.next_element::<de::IgnoredAny>()?.is_some() {}
        Ok(Token(None))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Token, A::Error> {
        while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
        Ok(Token(None))
    }
}
