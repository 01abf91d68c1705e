//! The other side of the contract: what generated code, and nothing else, calls.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use crate::account::Gate;
pub use crate::account::{Linked, MaybeLinked};
use crate::interface::{Json, Read};
pub use crate::interface::{
    apl, audio_player, authorization, can_fulfill, connection, conversation, custom_interface, data_store, display, event,
    gadget_controller, game_engine, html, package_manager, task, video_app,
};
use crate::store::Store;
use crate::target::Target;
use crate::wire::slots::Slots;
use crate::{App, Confirmation, Context, ExceptionEncountered, OtherRequest, PersistentAttributes, Response, SessionEnded, declare, slot};

/// The generated way from a request to the method that handles it.
pub trait Dispatch: Send + Sync + 'static {
    /// The key that opens the gate to the account. Generated code keeps it private to `mod skill`.
    type Key;

    /// The declaration.
    fn skill(&self) -> &'static declare::Skill;

    /// Calls the handler for the turn's entry. A plain function that returns the handler's future in a box: one large
    /// `async fn` over hundreds of intents takes seconds to compile.
    fn dispatch<'a>(&'a self, turn: Turn<'a, Self::Key>) -> Outcome<'a>;
}

/// An intent with a dialog.
#[diagnostic::on_unimplemented(
    message = "the intent `{Self}` has no dialog",
    label = "Alexa refuses dialog directives for `{Self}`",
    note = "a slot with `required`, `confirm` or `validate` gives an intent a dialog, and so does `confirm` on the intent, in skill.yaml"
)]
pub trait Dialog {
    /// Its declaration.
    const INTENT: &'static declare::Intent;
}

/// What this build of the runtime can do. Generated code asks for what the skill needs, so that a crate without it does not compile.
pub struct Runtime;

/// Checks access tokens that are JWTs.
#[diagnostic::on_unimplemented(
    message = "`account_linking.token` in skill.yaml says `jwt`, and `sayso` is built without its feature `jwt`",
    label = "nothing here checks access tokens that are JWTs",
    note = "in Cargo.toml, give the dependency `sayso` the feature: `features = [\"jwt\"]`"
)]
pub trait ChecksJwts {}

#[cfg(feature = "jwt")]
impl ChecksJwts for Runtime {}

/// Compiles where access tokens that are JWTs are checked.
pub const fn checks_jwts<R: ChecksJwts>() {}

/// Asks the service what an access token is good for.
#[diagnostic::on_unimplemented(
    message = "`account_linking.token` in skill.yaml says `introspection`, and `sayso` is built without its feature `introspection`",
    label = "nothing here asks the service whether an access token is valid",
    note = "in Cargo.toml, give the dependency `sayso` the feature: `features = [\"introspection\"]`"
)]
pub trait Introspects {}

#[cfg(feature = "introspection")]
impl Introspects for Runtime {}

/// Compiles where the service is asked what access tokens are good for.
pub const fn introspects<R: Introspects>() {}

/// A handler at work.
pub type Running<'a> = Pin<Box<dyn Future<Output = crate::Result> + Send + 'a>>;

/// The handler of a turn, or why none runs.
pub type Outcome<'a> = Result<Running<'a>, Halt>;

/// Why no handler runs.
#[derive(Debug)]
pub enum Halt {
    /// The entry has no method.
    Unknown,
    /// There is no linked account where one is needed.
    NotLinked,
    /// The required slot at this place is empty or was not understood.
    Unmet(usize),
}

/// What a request is for.
#[derive(Clone, Copy)]
pub enum Entry<'a> {
    /// The launch.
    Launch,
    /// The intent at this place in the table.
    Intent(usize),
    /// The request at this place in the table.
    Request(usize),
    /// The task at this place in the table.
    Task(usize),
    /// The end of the session.
    SessionEnded(&'a SessionEnded),
    /// What was wrong with an answer.
    ExceptionEncountered(&'a ExceptionEncountered),
    /// Anything else.
    Other(&'a OtherRequest),
}

/// One request on its way to a handler. Only the dispatcher makes one.
pub struct Turn<'a, K> {
    /// What the handler may know of the request.
    pub cx: &'a mut Context,
    entry: Entry<'a>,
    gate: &'a Gate<'a>,
    slots: &'a Slots<'a>,
    request: Json<'a>,
    key: PhantomData<fn(K)>,
}

impl<'a, K> Turn<'a, K> {
    pub(crate) fn new(cx: &'a mut Context, target: &'a Target<'a>, gate: &'a Gate<'a>) -> Self {
        Self { cx, entry: target.entry(), gate, slots: &target.slots, request: target.json(), key: PhantomData }
    }

    /// What the request is for.
    #[must_use]
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// The account, where there is one.
    #[must_use]
    pub fn maybe_linked(&self, _: K) -> MaybeLinked<'a> {
        MaybeLinked(self.gate.open())
    }

    /// The account, where nothing goes on without it.
    pub fn linked(&self, _: K) -> Result<Linked<'a>, Halt> {
        self.gate.open().ok_or(Halt::NotLinked)
    }

    /// Reads the slot at this place in the intent's table; there may be nothing in it.
    #[must_use]
    pub fn slot<T: slot::Read>(&self, place: usize) -> T {
        T::read(&self.slots.spoken(place).unwrap_or_default())
    }

    /// Reads the required slot at this place in the intent's table.
    pub fn required<T: slot::Require>(&self, place: usize) -> Result<T, Halt> {
        self.slots.spoken(place).and_then(|spoken| T::require(&spoken)).ok_or(Halt::Unmet(place))
    }

    /// Reads the request of an interface, an event or a task.
    #[must_use]
    pub fn request<T: Read>(&self) -> T {
        T::read(self.request)
    }

    /// What the user said when asked to confirm the intent.
    #[must_use]
    pub fn confirmation(&self) -> Confirmation {
        self.slots.confirmation()
    }
}

/// Runs a handler.
pub fn run<'a>(handler: impl Future<Output = crate::Result> + Send + 'a) -> Outcome<'a> {
    Ok(Box::pin(handler))
}

/// Runs a handler whose answer is not a turn of a conversation.
pub fn run_as<'a, A: IntoResponse>(handler: impl Future<Output = crate::Result<A>> + Send + 'a) -> Outcome<'a> {
    Ok(Box::pin(async { handler.await.map(IntoResponse::into_response) }))
}

/// What may be answered to a request of one kind, and to no other.
pub trait IntoResponse {
    /// The same in the form that is sent.
    fn into_response(self) -> Response;
}

impl IntoResponse for () {
    fn into_response(self) -> Response {
        Response::empty()
    }
}

/// What an answer has beside words, cards and directives.
#[derive(Clone, Debug)]
pub enum Extra {
    /// Whether the skill could do something.
    CanFulfill(serde_json::Value),
    /// What an API returns.
    Api(serde_json::Value),
}

/// Makes the application of a skill with persistent attributes.
pub fn app_with_store<D: Dispatch>(dispatch: D, store: impl Store) -> App {
    App::new(dispatch).with_store(store)
}

/// The persistent attributes of the turn. Generated code lends them where skill.yaml declares some.
///
/// # Panics
/// If it does not: then generated code has been written by hand.
pub fn attributes(cx: &mut Context) -> PersistentAttributes<'_> {
    cx.attributes().expect("a skill that declares persistent attributes has a store")
}

/// Makes the application of a skill.
pub fn app<D: Dispatch>(dispatch: D) -> App {
    App::new(dispatch)
}
