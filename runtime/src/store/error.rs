//! Why a store did not do what it was asked.

use std::error::Error as StdError;
use std::fmt;

/// Why a store did not do what it was asked. It tells neither ids nor attributes.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// The record is not in the state that the save expects: another turn was faster. Load again, and decide anew.
    Conflict,
    /// The store has more to do than it can or is paid for. The same may succeed later.
    Throttled,
    /// The answer did not come in time.
    TimedOut,
    /// What is kept is not what this store writes; something else has written it.
    Unreadable,
    /// Anything else. A store gives nothing in here whose text could tell ids or attributes.
    Failed(Box<dyn StdError + Send + Sync>),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Conflict => "the persistent attributes were changed by another turn",
            Self::Throttled => "the store of persistent attributes has too much to do",
            Self::TimedOut => "the store of persistent attributes took too long",
            Self::Unreadable => "the persistent attributes were not written by Sayso",
            Self::Failed(_) => "the store of persistent attributes failed",
        })
    }
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Failed(cause) => Some(cause.as_ref()),
            _ => None,
        }
    }
}
