//! The end of a session that the skill did not end itself.

use crate::wire;

/// How a session ended. Nothing can be answered to it.
#[derive(Clone, Debug)]
pub struct SessionEnded {
    reason: EndReason,
    error: Option<(String, String)>,
}

/// Why a session ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndReason {
    /// The user said "exit", or went elsewhere.
    UserInitiated,
    /// The user said nothing that fits, or nothing at all.
    ExceededMaxReprompts,
    /// Something failed: [`SessionEnded::error`] says what.
    Error,
    /// A reason that this runtime does not know.
    Other(String),
}

impl SessionEnded {
    pub(crate) fn from_wire(request: &wire::Request<'_>) -> Self {
        let reason = match request.reason.get().unwrap_or_default() {
            "USER_INITIATED" => EndReason::UserInitiated,
            "EXCEEDED_MAX_REPROMPTS" => EndReason::ExceededMaxReprompts,
            "ERROR" => EndReason::Error,
            other => EndReason::Other(other.to_owned()),
        };
        let owned = |text: &wire::Scalar<'_>| text.to_owned().unwrap_or_default();
        let error = request.error.get().map(|error| (owned(&error.kind), owned(&error.message)));
        Self { reason, error }
    }

    /// Why it ended.
    #[must_use]
    pub fn reason(&self) -> &EndReason {
        &self.reason
    }

    /// The type and the message of the error, often the only word about what was wrong with the last answer.
    #[must_use]
    pub fn error(&self) -> Option<(&str, &str)> {
        self.error.as_ref().map(|(kind, message)| (kind.as_str(), message.as_str()))
    }
}
