//! The other side of the contract: what generated code, and nothing else, calls.

use std::future::Future;
use std::marker::PhantomData;

use crate::account::Gate;
use crate::wire::slots::Slots;
use crate::{App, Confirmation, Context, Error, LinkedAccount, OtherRequest, Response, SessionEnded, declare, slot};

/// The generated way from a request to the method that handles it.
pub trait Dispatch: Send + Sync + 'static {
    /// The key that opens the gate to the account. Generated code keeps it private to `mod skill`.
    type Key;

    /// The declaration.
    fn skill(&self) -> &'static declare::Skill;

    /// Calls the handler for the turn's entry.
    fn dispatch(&self, turn: Turn<'_, Self::Key>) -> impl Future<Output = Outcome> + Send;
}

/// An intent with a dialog.
pub trait Dialog {
    /// Its declaration.
    const INTENT: &'static declare::Intent;
}

/// What comes of a turn.
pub type Outcome = Result<Response, Halt>;

/// Why a turn has no answer of the skill's own.
#[derive(Debug)]
pub enum Halt {
    /// The entry has no method.
    Unknown,
    /// There is no linked account where one is needed.
    NotLinked,
    /// The required slot at this place is empty or was not understood.
    Unmet(usize),
    /// The handler failed.
    Failed(Error),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// What a request is for.
#[derive(Clone, Copy)]
pub enum Entry<'a> {
    /// The launch.
    Launch,
    /// The intent at this place in the table.
    Intent(usize),
    /// The end of the session.
    SessionEnded(&'a SessionEnded),
    /// Anything else.
    Other(&'a OtherRequest),
}

/// One request on its way to a handler. Only the dispatcher makes one.
pub struct Turn<'a, K> {
    /// What the handler may know of the request.
    pub cx: &'a mut Context,
    entry: Entry<'a>,
    gate: Gate<'a>,
    slots: &'a Slots<'a>,
    key: PhantomData<fn(K)>,
}

impl<'a, K> Turn<'a, K> {
    pub(crate) fn new(cx: &'a mut Context, entry: Entry<'a>, gate: Gate<'a>, slots: &'a Slots<'a>) -> Self {
        Self { cx, entry, gate, slots, key: PhantomData }
    }

    /// What the request is for.
    #[must_use]
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// The account, where there is one.
    #[must_use]
    pub fn optional<I>(&self, _: K) -> Option<LinkedAccount<I>> {
        self.gate.open()
    }

    /// The account, where nothing goes on without it.
    pub fn required<I>(&self, _: K) -> Result<LinkedAccount<I>, Halt> {
        self.gate.open().ok_or(Halt::NotLinked)
    }

    /// Reads the slot at this place in the intent's table.
    pub fn slot<T: slot::Read>(&self, place: usize) -> Result<T, Halt> {
        self.slots.read(place).ok_or(Halt::Unmet(place))
    }

    /// What the user said when asked to confirm the intent.
    #[must_use]
    pub fn confirmation(&self) -> Confirmation {
        self.slots.confirmation()
    }
}

/// Makes the application of a skill.
pub fn app<D: Dispatch>(dispatch: D) -> App {
    App::new(dispatch)
}
