//! What a handler can fail with.

use std::error::Error as StdError;
use std::fmt;

/// What a handler returns.
pub type Result<T = crate::Response, E = Error> = std::result::Result<T, E>;

/// The failure of a handler. Any error becomes one through `?`.
///
/// An error that is [`TokenRejected`], or was caused by one, becomes [`Error::TokenRejected`].
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The service does not accept the user's token any more: answered as if the user were not linked.
    TokenRejected,
    /// Anything else: the user hears an apology, the log gets the error and its causes.
    Failed(Box<dyn StdError + Send + Sync>),
}

impl<E: StdError + Send + Sync + 'static> From<E> for Error {
    fn from(error: E) -> Self {
        if rejects_token(&error) { Self::TokenRejected } else { Self::Failed(Box::new(error)) }
    }
}

// Long enough for any real chain of causes, short enough for one that runs in a circle.
const CAUSES: usize = 64;

fn causes<'e>(error: &'e (dyn StdError + 'static)) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| error.source()).take(CAUSES)
}

fn rejects_token(error: &(dyn StdError + 'static)) -> bool {
    causes(error).any(|cause| cause.is::<TokenRejected>())
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
