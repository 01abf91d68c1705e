//! Requests that are no intents, and what is kept between sessions.

use super::{Need, Rust};
use crate::builtin;
use crate::source::{Span, Spanned, Text};
use crate::syntax::{AfterError, AttributesKey, WhenDisabled};

/// A request that the skill can get, and that has a handler of its own.
pub struct Request<'s> {
    /// What is known of it.
    pub known: &'static builtin::Request,
    /// The place that makes it possible, such as that of an interface.
    pub cause: Span,
    /// What its handler needs of the account.
    pub need: Need<'s>,
}

/// An entry of `requests`.
pub struct SaidRequest<'s> {
    /// The request's type.
    pub name: Text<'s>,
    /// The place of `auth` or of `scopes`.
    pub need: Option<Span>,
}

/// A task that others may start the skill with.
pub struct Task<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Its version.
    pub version: Text<'s>,
    /// What it needs of the account.
    pub need: Need<'s>,
    /// What its handler is called in Rust.
    pub rust: Rust<'s>,
    /// What its type is called in Rust.
    pub rust_type: String,
}

/// What is kept of a user from session to session.
pub struct PersistentAttributes {
    /// The place of the block's key.
    pub place: Span,
    /// Whose they are.
    pub key: AttributesKey,
    /// What becomes of changes when the handler fails.
    pub after_error: AfterError,
    /// What becomes of them when the user disables the skill.
    pub when_disabled: Spanned<WhenDisabled>,
    /// After how many days without a change they are forgotten.
    pub expires_after_days: Option<Spanned<i64>>,
}
