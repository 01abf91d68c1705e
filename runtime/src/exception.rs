//! What Alexa found wrong with an answer that belonged to no session.

use crate::interface::open;
use crate::wire;

/// `System.ExceptionEncountered`: an answer of this skill to a request outside of a session could not be used. Nothing can be answered to it.
#[derive(Clone, Debug)]
pub struct ExceptionEncountered {
    kind: ExceptionKind,
    message: String,
    request_id: Option<String>,
}

open! {
    /// What went wrong.
    ExceptionKind {
        /// The answer was not as it should be.
        InvalidResponse "INVALID_RESPONSE",
        /// The device could not be reached.
        DeviceCommunicationError "DEVICE_COMMUNICATION_ERROR",
        /// Alexa itself failed.
        InternalServiceError "INTERNAL_SERVICE_ERROR",
    }
}

impl ExceptionEncountered {
    pub(crate) fn from_wire(request: &wire::Request<'_>) -> Self {
        let error = request.error.get();
        let text = |text: Option<&wire::Scalar<'_>>| text.and_then(wire::Scalar::to_owned).unwrap_or_default();
        Self {
            kind: ExceptionKind::from_word(text(error.map(|error| &error.kind))),
            message: text(error.map(|error| &error.message)),
            request_id: request.cause.get().and_then(|cause| cause.request_id.to_owned()),
        }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ExceptionKind {
        &self.kind
    }

    /// What Alexa says of it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The id of the request whose answer it was.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}
