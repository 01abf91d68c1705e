//! What a handler can fail with.

use std::error::Error as StdError;
use std::fmt;

/// What a handler returns.
pub type Result<T = crate::Response, E = Error> = std::result::Result<T, E>;

/// The failure of a handler. Any error becomes one through `?`.
///
/// An error that is [`TokenRejected`], or was caused by one, becomes [`Error::TokenRejected`]; the same goes for [`ConsentMissing`].
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The service does not accept the user's token any more: answered as if the user were not linked.
    TokenRejected,
    /// The user has not granted what the handler needs: answered with the card that asks for it.
    ConsentMissing(ConsentMissing),
    /// Anything else: the user hears an apology, the log gets the error and its causes.
    Failed(Box<dyn StdError + Send + Sync>),
}

impl<E: StdError + Send + Sync + 'static> From<E> for Error {
    fn from(error: E) -> Self {
        if caused_by::<TokenRejected>(&error).is_some() {
            return Self::TokenRejected;
        }
        match caused_by::<ConsentMissing>(&error) {
            Some(missing) => Self::ConsentMissing(missing.clone()),
            None => Self::Failed(Box::new(error)),
        }
    }
}

// Long enough for any real chain of causes, short enough for one that runs in a circle.
const CAUSES: usize = 64;

fn causes<'e>(error: &'e (dyn StdError + 'static)) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| error.source()).take(CAUSES)
}

fn caused_by<'e, T: StdError + 'static>(error: &'e (dyn StdError + 'static)) -> Option<&'e T> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

/// The error and what caused it, in one line.
pub(crate) fn chain(error: &(dyn StdError + 'static)) -> String {
    causes(error).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// Says that a service rejected the account's token (HTTP 401, `invalid_token`). Make it the source of your client's own
/// error, or return it as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenRejected;

impl fmt::Display for TokenRejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the service rejected the access token")
    }
}

impl StdError for TokenRejected {}

/// Says that the user has not granted permissions that a service asks for. Make it the source of your client's own error, or return it as
/// it is: the user hears what to do and finds a card in the Alexa app that asks for exactly these permissions.
///
/// ```
/// # async fn position(cx: &sayso::Context) -> sayso::Result<()> {
/// Err(sayso::ConsentMissing::of("alexa::devices:all:geolocation:read"))?
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentMissing {
    permissions: Vec<String>,
}

impl ConsentMissing {
    /// One permission, by its name in `permissions` of skill.yaml.
    pub fn of(permission: impl Into<String>) -> Self {
        Self { permissions: vec![permission.into()] }
    }

    /// One more, for the same card.
    #[must_use]
    pub fn and(mut self, permission: impl Into<String>) -> Self {
        let permission = permission.into();
        if !self.permissions.contains(&permission) {
            self.permissions.push(permission);
        }
        self
    }

    /// What is missing.
    #[must_use]
    pub fn permissions(&self) -> &[String] {
        &self.permissions
    }

    pub(crate) fn into_permissions(self) -> Vec<String> {
        self.permissions
    }
}

impl fmt::Display for ConsentMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the user has not granted `{}`", self.permissions.join("`, `"))
    }
}

impl StdError for ConsentMissing {}
