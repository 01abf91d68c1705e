//! Requests out of their JSON. What is absent, null or of another kind reads as empty: a request that Alexa sends is never refused for an
//! oddity in one corner.

use std::time::Duration;

use secrecy::SecretString;
use serde_json::Value;

/// The JSON of a request.
#[derive(Clone, Copy)]
pub struct Json<'a>(pub(crate) Option<&'a Value>);

/// A request that a handler of its own takes.
pub trait Read: Sized {
    /// Reads the `request` object.
    fn read(request: Json<'_>) -> Self;
}

impl<'a> Json<'a> {
    pub(crate) fn get(self, key: &str) -> Self {
        Self(self.0.and_then(|value| value.get(key)))
    }

    pub(crate) fn text(self, key: &str) -> String {
        self.maybe_text(key).unwrap_or_default()
    }

    /// A text; numbers and truths are read as one, since status codes come as both.
    pub(crate) fn maybe_text(self, key: &str) -> Option<String> {
        match self.get(key).0? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(truth) => Some(truth.to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    pub(crate) fn secret(self, key: &str) -> Option<SecretString> {
        let text = self.get(key).0?.as_str()?.trim();
        (!text.is_empty()).then(|| text.into())
    }

    /// A whole number, be it written as a text.
    pub(crate) fn number(self, key: &str) -> i64 {
        match self.get(key).0 {
            Some(Value::Number(number)) => number.as_i64().or_else(|| number.as_f64().map(|float| float as i64)).unwrap_or_default(),
            Some(Value::String(text)) => text.trim().parse().unwrap_or_default(),
            _ => 0,
        }
    }

    pub(crate) fn milliseconds(self, key: &str) -> Duration {
        Duration::from_millis(u64::try_from(self.number(key)).unwrap_or_default())
    }

    /// Whatever is there, or null.
    pub(crate) fn value(self, key: &str) -> Value {
        self.get(key).0.cloned().unwrap_or_default()
    }

    pub(crate) fn list(self, key: &str) -> impl Iterator<Item = Json<'a>> {
        self.get(key).0.and_then(Value::as_array).into_iter().flatten().map(|value| Json(Some(value)))
    }

    /// The texts of a list.
    pub(crate) fn texts(self, key: &str) -> Vec<String> {
        self.list(key).filter_map(|value| value.0?.as_str().map(str::to_owned)).collect()
    }

    /// The entries of an object.
    pub(crate) fn entries(self, key: &str) -> impl Iterator<Item = (&'a str, Json<'a>)> {
        let entries = self.get(key).0.and_then(Value::as_object).into_iter().flatten();
        entries.map(|(key, value)| (key.as_str(), Json(Some(value))))
    }
}

/// An enumeration of Alexa's that may grow.
macro_rules! open {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// One that this runtime does not know.
            Other(String),
        }

        impl $name {
            pub(crate) fn from_word(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)*
                    _ => Self::Other(word),
                }
            }
        }
    };
}
pub(crate) use open;

#[cfg(test)]
mod tests {
    use super::Json;
    use serde_json::json;

    #[test]
    fn oddities_read_as_empty() {
        let value = json!({"text": null, "number": "12", "float": 1.5, "negative": -3, "list": {}, "code": 200, "huge": 1e300});
        let json = Json(Some(&value));
        assert_eq!((json.text("text"), json.text("absent"), json.text("code")), (String::new(), String::new(), "200".to_owned()));
        assert_eq!((json.number("number"), json.number("float"), json.number("list")), (12, 1, 0));
        assert_eq!(json.milliseconds("negative").as_millis(), 0);
        assert_eq!(json.number("huge"), i64::MAX);
        assert_eq!(json.list("list").count() + json.texts("absent").len() + json.entries("number").count(), 0);
    }
}
