use std::fmt;
use std::ops::Deref;

use super::Spoken;

/// A slot value that is text: a name, a phrase, a number to call. It reads as the value that entity resolution found,
/// or else as the words themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    raw: String,
    value: Option<String>,
    id: Option<String>,
}

impl Words {
    pub(crate) fn new(spoken: &Spoken<'_>) -> Self {
        let found = spoken.matches().next();
        Self {
            raw: spoken.said().to_owned(),
            value: found.map(|(name, _)| name.to_owned()),
            id: found.and_then(|(_, id)| id.map(str::to_owned)),
        }
    }

    /// What Alexa heard.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The value that entity resolution found, in its own spelling.
    #[must_use]
    pub fn resolved(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The id of the resolved value.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        self.value.as_deref().unwrap_or(&self.raw)
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
