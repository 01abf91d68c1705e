//! The runtime of Sayso: what generated code and skill authors use.
//!
//! `skill.yaml` becomes `mod skill`. Its trait `Handlers` has one method for each intent, and what a method takes says
//! what the intent may do: `&LinkedAccount<skill::OrderRide>` where the intent needs a linked account,
//! `Option<&LinkedAccount<…>>` where it can use one, and nothing where it cannot. `skill::app(handlers)` makes an
//! [`App`], which answers Alexa's requests, bytes to bytes, on any executor.
//!
//! The gate stands before everything: a user who is not linked and reaches an intent that needs an account hears the
//! skill's prompt, gets the LinkAccount card, and no skill code runs.

mod account;
mod answer;
mod apology;
mod app;
mod attributes;
mod card;
mod chance;
mod consent;
mod context;
#[doc(hidden)]
pub mod declare;
mod dialog;
mod directive;
mod dispatch;
mod env;
mod error;
mod exception;
mod fault;
#[cfg(feature = "fetch")]
pub mod fetch;
#[doc(hidden)]
pub mod generated;
mod guard;
mod in_time;
mod interface;
mod leaking;
mod legal;
mod link;
mod locale;
mod other;
mod panic;
mod recent;
mod refused;
mod report;
mod response;
#[cfg(any(feature = "dev", feature = "http", feature = "lambda"))]
mod serve;
#[cfg(feature = "services")]
pub mod services;
mod session;
mod session_ended;
pub mod slot;
pub mod speech;
pub mod store;
mod target;
pub mod testing;
mod texts;
pub mod token;
mod visit;
mod wire;

#[cfg(feature = "dev")]
pub mod dev;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "lambda")]
pub mod lambda;
#[cfg(feature = "http")]
pub mod verify;

#[doc(hidden)]
#[cfg(feature = "macros")]
pub use sayso_macros::__handlers;
#[cfg(feature = "macros")]
pub use sayso_macros::{handlers, skill};

/// What `mod skill` says of Alexa's services, where this crate has no client for them: nothing.
#[cfg(not(feature = "services"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __services {
    ($($name:tt)*) => {};
}

pub use account::LinkedAccount;
pub use answer::Answer;
pub use app::App;
pub use attributes::{AttributesFault, PersistentAttributes};
pub use card::{Card, Image};
pub use context::{Context, DialogState};
pub use dialog::DialogSlot;
pub use directive::{Directive, MalformedDirective};
pub use error::{ConsentMissing, Error, Result, TokenRejected};
pub use exception::{ExceptionEncountered, ExceptionKind};
pub use other::OtherRequest;
pub use refused::Refused;
pub use report::{Outcome, TurnReport};
pub use response::Response;
#[cfg(any(feature = "dev", feature = "http", feature = "lambda"))]
pub use serve::ServeError;
#[cfg(any(feature = "http", feature = "lambda"))]
pub use serve::serve;
pub use session::{Session, SessionError};
pub use session_ended::{EndReason, SessionEnded};
pub use slot::Confirmation;
pub use speech::Speech;
