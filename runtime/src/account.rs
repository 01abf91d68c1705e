//! The linked account, and the gate in front of it.

use std::marker::PhantomData;
use std::sync::Arc;

use ref_cast::{RefCastCustom, ref_cast_custom};
use secrecy::ExposeSecret;

use crate::token::{Claims, TellsClaims};
use crate::wire::Secret;

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
#[derive(RefCastCustom)]
#[repr(transparent)]
pub struct LinkedAccount<I> {
    account: Account,
    // Behind a function pointer, so that an account is Send and Sync whatever the intent is.
    intent: PhantomData<fn() -> I>,
}

impl<I> LinkedAccount<I> {
    /// The same account as the intent's; nothing is copied, so hundreds of intents cost no code each.
    #[ref_cast_custom]
    fn of(account: &Account) -> &Self;

    /// The access token's text, for the `Authorization` header of a request to your own service. Do not store or log it.
    #[must_use]
    pub fn expose_access_token(&self) -> &str {
        self.account.token.expose_secret()
    }

    /// What the access token says: whom it is about, what was granted, and what else your service writes into it. All of it was checked
    /// before the handler ran.
    ///
    /// Only a skill whose tokens are checked has claims: one with `account_linking.token` in skill.yaml.
    #[must_use]
    pub fn claims<Skill>(&self) -> &Claims
    where
        I: TellsClaims<Skill>,
    {
        &self.account.claims
    }
}

/// A token that counts, and what it says.
pub(crate) struct Account {
    token: Secret,
    claims: Arc<Claims>,
}

impl Account {
    pub(crate) fn new(token: Secret, claims: Arc<Claims>) -> Self {
        Self { token, claims }
    }
}

/// Holds the account of one turn until generated code opens it with its key. A handler borrows it for the turn and no longer.
#[derive(Clone, Copy)]
pub(crate) struct Gate<'a> {
    account: Option<&'a Account>,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(account: Option<&'a Account>) -> Self {
        Self { account }
    }

    pub(crate) fn open(self) -> Option<Linked<'a>> {
        self.account.map(|account| Linked { account })
    }
}

/// An opened gate with an account behind it.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Linked<'a> {
    account: &'a Account,
}

impl<'a> Linked<'a> {
    /// The account as the intent `I` may use it.
    #[must_use]
    pub fn account<I>(self) -> &'a LinkedAccount<I> {
        LinkedAccount::of(self.account)
    }
}

/// An opened gate, whatever is behind it.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct MaybeLinked<'a>(pub(crate) Option<Linked<'a>>);

impl<'a> MaybeLinked<'a> {
    /// The account as the intent `I` may use it, where there is one.
    #[must_use]
    pub fn account<I>(self) -> Option<&'a LinkedAccount<I>> {
        match self.0 {
            Some(linked) => Some(linked.account()),
            None => None,
        }
    }
}
