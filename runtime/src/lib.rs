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
mod card;
mod chance;
mod context;
#[doc(hidden)]
pub mod declare;
mod dialog;
mod directive;
mod dispatch;
mod env;
mod error;
#[cfg(feature = "fetch")]
pub mod fetch;
#[doc(hidden)]
pub mod generated;
mod guard;
mod legal;
mod link;
mod locale;
mod other;
mod panic;
mod refused;
mod response;
mod session;
mod session_ended;
pub mod slot;
pub mod speech;
mod target;
pub mod testing;
pub mod token;
mod wire;

#[cfg(feature = "http")]
pub mod dev;

#[doc(hidden)]
#[cfg(feature = "macros")]
pub use sayso_macros::__handlers;
#[cfg(feature = "macros")]
pub use sayso_macros::{handlers, skill};

pub use account::LinkedAccount;
pub use app::App;
pub use card::{Card, Image};
pub use context::{Context, DialogState};
pub use dialog::DialogSlot;
pub use directive::{Directive, MalformedDirective};
pub use error::{Error, Result, TokenRejected};
pub use other::OtherRequest;
pub use refused::Refused;
pub use response::Response;
pub use session::{Session, SessionError};
pub use session_ended::{EndReason, SessionEnded};
pub use slot::Confirmation;
pub use speech::Speech;
