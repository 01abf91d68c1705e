//! What is kept: one JSON object.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// Persistent attributes: a JSON object of at most 384 KiB.
///
/// The limit is the same for all stores, so that what a development machine can keep the cloud can keep too: an item of
/// DynamoDB has [at most 400 KB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html),
/// keys included.
///
/// ```
/// use sayso::store::Attributes;
///
/// let attributes = Attributes::new(&serde_json::json!({"home": "Main Street"}))?;
/// assert_eq!(attributes.as_json(), r#"{"home":"Main Street"}"#);
/// assert!(Attributes::new("not an object").is_err());
/// # Ok::<(), sayso::store::AttributesError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Attributes(Arc<str>);

/// Why something cannot be kept, or cannot be read as the wanted type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AttributesError {
    /// It is no JSON object.
    NotAnObject,
    /// It is larger than 384 KiB.
    TooLarge,
    /// The value has no JSON form, or the JSON is not of the wanted type. What exactly is wrong is not told, since that
    /// would tell values.
    Type,
}

impl Attributes {
    /// The most bytes of the JSON text.
    pub const LIMIT: usize = 384 * 1024;

    /// A value in its JSON form.
    ///
    /// # Errors
    /// If the value has no JSON form, that is no object, or is too large.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self, AttributesError> {
        Self::from_json(serde_json::to_string(value).map_err(|_| AttributesError::Type)?)
    }

    /// JSON text, which is kept as it is.
    ///
    /// # Errors
    /// If the text is no JSON object, or is too large.
    pub fn from_json(text: impl Into<String>) -> Result<Self, AttributesError> {
        let text = text.into();
        if text.len() > Self::LIMIT {
            return Err(AttributesError::TooLarge);
        }
        let raw = RawValue::from_string(text).map_err(|_| AttributesError::NotAnObject)?;
        if raw.get().starts_with('{') { Ok(Self(raw.get().into())) } else { Err(AttributesError::NotAnObject) }
    }

    /// The JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// The attributes as a type of the skill's.
    ///
    /// # Errors
    /// If they are not of that type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, AttributesError> {
        serde_json::from_str(&self.0).map_err(|_| AttributesError::Type)
    }
}

impl Default for Attributes {
    /// No attributes: `{}`.
    fn default() -> Self {
        Self("{}".into())
    }
}

impl fmt::Debug for Attributes {
    /// What is remembered may be personal, so only its size shows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attributes({} bytes)", self.0.len())
    }
}

impl fmt::Display for AttributesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAnObject => "persistent attributes have to be a JSON object",
            Self::TooLarge => "the persistent attributes are larger than 384 KiB",
            Self::Type => "the persistent attributes have another type",
        })
    }
}

impl std::error::Error for AttributesError {}
