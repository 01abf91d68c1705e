//! The linked account, and the gate in front of it.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::OnceLock;

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

/// Holds the token of one turn until generated code opens it with its key. The account lives in here, so that a handler
/// can borrow it for the turn and no longer.
pub(crate) struct Gate<'a> {
    token: Option<&'a SecretString>,
    account: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(token: Option<&'a SecretString>) -> Self {
        Self { token, account: OnceLock::new() }
    }

    /// The account as the intent `I` may use it. A turn has one intent; for a second one there is no account.
    pub(crate) fn open<I: 'static>(&self) -> Option<&LinkedAccount<I>> {
        let token = self.token?;
        let account = self.account.get_or_init(|| Box::new(LinkedAccount::<I> { token: token.clone(), intent: PhantomData }));
        account.downcast_ref()
    }
}
