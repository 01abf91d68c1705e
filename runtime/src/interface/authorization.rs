//! The permission `alexa::async_event:write`: sending events to Alexa.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::{Json, Read};

/// `Alexa.Authorization.Grant`: the user lets the skill send events. The code is exchanged for tokens at Login with Amazon, once.
pub struct Grant {
    code: Option<SecretString>,
}

impl Grant {
    /// The authorization code's text, for the token request; `None` where there is none. Do not store or log it.
    #[must_use]
    pub fn expose_code(&self) -> Option<&str> {
        self.code.as_ref().map(ExposeSecret::expose_secret)
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant").finish_non_exhaustive()
    }
}

impl Read for Grant {
    fn read(request: Json<'_>) -> Self {
        Self { code: request.get("body").get("grant").secret("code") }
    }
}
