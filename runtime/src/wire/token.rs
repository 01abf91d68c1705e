//! The access token, from the wire straight into memory that is wiped.

use std::fmt;
use std::sync::Arc;

use secrecy::SecretString;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::lenient::absent;

/// A token. Null, empty, blank and anything that is not a string mean that there is none.
#[derive(Default)]
pub(crate) struct Token(pub(crate) Option<Secret>);

/// A token's text. It is in memory once, however many look at it.
pub(crate) type Secret = Arc<SecretString>;

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Token;

    absent!(list, object);

    fn visit_str<E>(self, text: &str) -> Result<Token, E> {
        let text = text.trim();
        Ok(Token((!text.is_empty()).then(|| Arc::new(text.into()))))
    }
}
