//! Why a service gave no answer.

use std::fmt;

use crate::ConsentMissing;

/// Why one of Alexa's services gave no answer.
///
/// Through `?` it becomes a [`sayso::Error`](crate::Error). A missing consent is then answered with the card that asks for it, anything else
/// with the apology.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServiceError {
    /// The user has not granted the permission.
    ConsentMissing(ConsentMissing),
    /// Alexa does not know that the skill wants the permission: the manifest in use is not that of skill.yaml. No card can help.
    NotInManifest(&'static str),
    /// There is no such thing, or nothing is stored.
    NotFound,
    /// The skill asks too often.
    Throttled,
    /// The token of the request is not accepted any more. This is not the account's token: there is nothing to link.
    Unauthorized,
    /// The time of the turn is over, but for what it takes to answer.
    Deadline,
    /// The service does not answer, or says that it cannot.
    Unavailable,
    /// The answer is not what the service should answer.
    Malformed,
    /// The service refused.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The service's own word for it, such as `DEVICE_NOT_SUPPORTED`.
        code: Option<String>,
    },
    /// The request that is answered brought no token for Alexa's services, or none of Alexa's addresses to use it at.
    NoEndpoint,
    /// Nothing was sent, and why.
    Invalid(&'static str),
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConsentMissing(_) => f.write_str("one of Alexa's services needs a permission"),
            Self::NotInManifest(name) => write!(
                f,
                "the skill's manifest at Alexa does not ask for `{name}`, though skill.yaml does: deploy the package that was built from it"
            ),
            Self::NotFound => f.write_str("Alexa has nothing like it"),
            Self::Throttled => f.write_str("the skill asks one of Alexa's services too often"),
            Self::Unauthorized => f.write_str("one of Alexa's services rejected the token of the request"),
            Self::Deadline => f.write_str("no time is left in this turn to ask one of Alexa's services"),
            Self::Unavailable => f.write_str("one of Alexa's services does not answer"),
            Self::Malformed => f.write_str("one of Alexa's services gave an answer that cannot be read"),
            Self::Refused { status, code: Some(code) } => write!(f, "one of Alexa's services refused: {status}, {code}"),
            Self::Refused { status, code: None } => write!(f, "one of Alexa's services refused: {status}"),
            Self::NoEndpoint => f.write_str("the request has no token for Alexa's services, or not one of their addresses"),
            Self::Invalid(why) => write!(f, "nothing was sent to Alexa's services: {why}"),
        }
    }
}

impl std::error::Error for ServiceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::ConsentMissing(missing) => Some(missing),
            _ => None,
        }
    }
}
