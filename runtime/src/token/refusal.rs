//! Why a token lets nobody through. No reason quotes the token or what it says.

use std::fmt;

/// Why there are no claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The token is not good, and the user has to link again.
    #[allow(dead_code, reason = "without features, nothing is found out")]
    Invalid(Invalid),
    /// Nobody knows, and the user can do nothing about it.
    Unavailable(Unavailable),
}

/// What is wrong with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "each feature has some of them")]
pub(crate) enum Invalid {
    TooLong,
    Malformed,
    Algorithm,
    Type,
    Critical,
    UnknownKey,
    NoKeyId,
    KeyType,
    Signature,
    NoExpiry,
    Expired,
    NotYet,
    Issuer,
    Audience,
    Client,
    Inactive,
}

/// Why nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "each feature has some of them")]
pub(crate) enum Unavailable {
    NotBuilt,
    #[cfg(feature = "fetch")]
    Fetch(crate::fetch::FetchError),
    BadUrl,
    Status(u16),
    Unreadable,
    Secret,
    NoRandomness,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLong => "it is too long to be one",
            Self::Malformed => "it has not the form of one",
            Self::Algorithm => "its algorithm is not declared",
            Self::Type => "it is a token of another type",
            Self::Critical => "it demands an extension that is not known",
            Self::UnknownKey => "the service has no such key",
            Self::NoKeyId => "it does not say which of the service's keys signed it",
            Self::KeyType => "its key does not fit its algorithm",
            Self::Signature => "its signature is wrong",
            Self::NoExpiry => "it does not expire",
            Self::Expired => "it has expired",
            Self::NotYet => "it is not valid yet",
            Self::Issuer => "it is from another issuer",
            Self::Audience => "it is for another audience",
            Self::Client => "it was issued to another client",
            Self::Inactive => "the service says that it is not active",
        })
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotBuilt => "`sayso` is built without the feature that checks such tokens",
            #[cfg(feature = "fetch")]
            Self::Fetch(error) => return error.fmt(f),
            Self::BadUrl => "the declared address is none",
            Self::Status(status) => return write!(f, "the service answered with the status {status}"),
            Self::Unreadable => "the service's answer is not what it should be",
            Self::NoRandomness => "this machine gives no random numbers",
            Self::Secret => "the secret that `client_secret` refers to cannot be read",
        })
    }
}

#[cfg(feature = "fetch")]
impl From<crate::fetch::FetchError> for Unavailable {
    fn from(error: crate::fetch::FetchError) -> Self {
        Self::Fetch(error)
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<Unavailable> for Refusal {
    fn from(unavailable: Unavailable) -> Self {
        Self::Unavailable(unavailable)
    }
}
