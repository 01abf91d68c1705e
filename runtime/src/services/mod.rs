//! Alexa's own services: what the user's Alexa account, device and lists have for the skill.
//!
//! `skill::services(cx)` gives the [`Services`] of a turn. A call that needs a permission compiles only where skill.yaml declares it:
//!
//! ```yaml
//! permissions: ["alexa::profile:given_name:read"]
//! ```
//!
//! ```
//! # mod skill { sayso::__services! { "alexa::profile:given_name:read" } }
//! use sayso::{Context, Response, Speech};
//!
//! async fn launch(cx: &mut Context) -> sayso::Result<Response> {
//!     let name = skill::services(cx).given_name().await?;
//!     Ok(Response::ask(Speech::text(match name {
//!         Some(name) => format!("Hello {name}!"),
//!         None => "Hello!".to_owned(),
//!     })))
//! }
//! ```
//!
//! If the user has not granted it, the `?` answers with the card that asks for just that permission, and with words that name the Alexa app.
//!
//! ```compile_fail,E0277
//! # mod skill { sayso::__services! { "alexa::profile:given_name:read" } }
//! # use sayso::{Context, Response};
//! async fn launch(cx: &mut Context) -> sayso::Result<Response> {
//!     skill::services(cx).email().await?; // skill.yaml does not declare the permission `alexa::profile:email:read`
//! #   Ok(Response::end())
//! }
//! ```
//!
//! Requests go to the region that Alexa's request names, and to no other host than Alexa's three; they need tokio around the skill. None is
//! waited for beyond the 8 seconds of the turn. A function of your own takes `&Services<'_, P>` with the permissions that it needs as bounds:
//!
//! ```
//! use sayso::services::{ServiceError, Services, permission};
//!
//! async fn hello<P: permission::ProfileGivenName>(services: &Services<'_, P>) -> Result<String, ServiceError> {
//!     Ok(format!("Hello {}!", services.given_name().await?.unwrap_or_default()))
//! }
//! ```

mod answer;
mod call;
mod device;
mod error;
mod lists;
mod loose;
mod open;
mod origin;
pub mod permission;
mod products;
mod profile;
mod progressive;
mod reminders;
mod timers;
mod turn;

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use answer::Answer;
use call::Call;

pub use device::{Address, CountryAndPostalCode, DistanceUnits, TemperatureUnit};
pub use error::ServiceError;
pub use lists::{Item, ItemChange, ItemStatus, ItemsOf, List, ListChange, ListState};
pub use products::{
    Entitled, EntitlementReason, Product, ProductKind, ProductPage, ProductQuery, Purchasable, PurchaseMode, Transaction, TransactionPage,
    TransactionQuery, TransactionStatus,
};
pub use profile::PhoneNumber;
pub use reminders::{Day, Frequency, NewReminder, Push, Recurrence, Reminder, ReminderPage, ReminderStatus, Spoken, Trigger, TriggerKind};
pub use timers::{NewTimer, Timer, TimerPage, TimerStatus};
pub(crate) use turn::Turn;

/// Alexa's own services in one turn, for a skill with the permissions `P`. `skill::services(cx)` makes it.
pub struct Services<'a, P> {
    cx: &'a crate::Context,
    patience: Option<Duration>,
    permissions: PhantomData<fn() -> P>,
}

/// A service being asked. It is a type of its own, not that of an `async fn`, of which rustc tells an undeclared permission three times.
pub type Asking<'a, T> = Pin<Box<dyn Future<Output = Result<T, ServiceError>> + Send + 'a>>;

impl<'a, P> Services<'a, P> {
    /// The services of a turn.
    #[doc(hidden)]
    #[must_use]
    pub fn of(cx: &'a crate::Context) -> Self {
        Self { cx, patience: None, permissions: PhantomData }
    }

    /// Gives a service up after this time, where it would be waited for longer.
    #[must_use]
    pub fn within(self, time: Duration) -> Self {
        Self { patience: Some(time), ..self }
    }

    fn ask<T: 'a>(&self, mut call: Call, read: fn(Answer) -> Result<T, ServiceError>) -> Asking<'a, T> {
        if let Some(patience) = self.patience {
            call.time = call.time.min(patience);
        }
        let turn = self.cx.services();
        Box::pin(async move { read(turn.ok_or(ServiceError::NoEndpoint)?.send(call).await?) })
    }
}

/// Whether a request goes to one of these services.
pub(crate) fn is_alexas(address: &http::Uri) -> bool {
    origin::is_of(address)
}

impl<P> Clone for Services<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Services<'_, P> {}

impl<P> fmt::Debug for Services<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Services").finish_non_exhaustive()
    }
}
