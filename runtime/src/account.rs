//! The linked account, and the gate in front of it.

use std::marker::PhantomData;

use secrecy::{ExposeSecret, SecretString};

/// The user's linked account, as the intent `I` may use it.
///
/// Only the dispatcher makes one, and only for an intent that declares `auth: required` or `auth: optional`. It cannot be
/// made, cloned, printed or serialised, and it is lent for the turn. Its text comes out through
/// [`expose_access_token`](Self::expose_access_token) alone.
///
/// ```compile_fail,E0277
/// fn log<I>(account: &sayso::LinkedAccount<I>) { println!("{account:?}"); }
/// ```
///
/// ```compile_fail,E0599
/// fn keep(account: &sayso::LinkedAccount<()>) -> sayso::LinkedAccount<()> { account.clone() }
/// ```
pub struct LinkedAccount<I> {
    token: SecretString,
    // Behind a function pointer, so that an account is Send and Sync whatever the intent is.
    intent: PhantomData<fn() -> I>,
}

impl<I> LinkedAccount<I> {
    /// The access token's text, for the `Authorization` header of a request to your own service. Do not store or log it.
    #[must_use]
    pub fn expose_access_token(&self) -> &str {
        self.token.expose_secret()
    }
}

/// Holds the token of one turn until generated code opens it with its key.
pub(crate) struct Gate<'a> {
    token: Option<&'a SecretString>,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(token: Option<&'a SecretString>) -> Self {
        Self { token }
    }

    pub(crate) fn open<I>(&self) -> Option<LinkedAccount<I>> {
        let token = self.token?.clone();
        Some(LinkedAccount { token, intent: PhantomData })
    }
}
