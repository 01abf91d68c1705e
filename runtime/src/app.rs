//! A skill, ready to answer.

use std::sync::Arc;

use crate::account::Gate;
use crate::env::Env;
use crate::generated::{Dispatch, Entry, Outcome, Turn};
use crate::token::Checks;
use crate::wire::slots::Slots;
use crate::{Context, Refused, declare, dispatch};

/// A skill with its handlers. `skill::app(handlers)` makes it; it is cheap to clone, and every executor can run it.
#[derive(Clone)]
pub struct App {
    pub(crate) door: Arc<dyn Door>,
    pub(crate) env: Env,
    pub(crate) checks: Arc<Checks>,
}

impl App {
    pub(crate) fn new<D: Dispatch>(dispatch: D) -> Self {
        let checks = Checks::of(Dispatch::skill(&dispatch));
        Self { door: Arc::new(dispatch), env: Env::default(), checks: Arc::new(checks) }
    }

    /// Chooses which variation of a text is said: given how many there are, `pick` says which, from 0.
    #[must_use]
    pub fn vary(mut self, pick: impl Fn(usize) -> usize + Send + Sync + 'static) -> Self {
        self.env.pick = Arc::new(pick);
        self
    }

    /// Sends the runtime's own requests in another way: for tests and simulators, which stand in for the network. What is checked before a
    /// request and of its answer stays the same.
    #[cfg(feature = "fetch")]
    #[must_use]
    pub fn fetch(mut self, fetch: impl crate::fetch::Fetch) -> Self {
        self.env.fetch = Some(Arc::new(fetch));
        self
    }

    /// Takes the time from `clock`, for tests in which tokens expire.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> std::time::SystemTime + Send + Sync + 'static) -> Self {
        self.env.clock = Arc::new(clock);
        self
    }

    /// Answers one request, JSON to JSON.
    ///
    /// A failing handler is answered with an apology, a missing account with the card; only what is no request for this
    /// skill is refused. Whether the request comes from Alexa has to be settled before.
    ///
    /// # Errors
    /// If the body is no request of Alexa's, or one for another skill.
    pub async fn handle(&self, body: &[u8]) -> Result<Vec<u8>, Refused> {
        dispatch::handle(self, body).await
    }

    pub(crate) fn skill(&self) -> &'static declare::Skill {
        self.door.skill()
    }
}

/// A `Dispatch` whose type is forgotten, so that an `App` needs no parameter.
pub(crate) trait Door: Send + Sync {
    fn skill(&self) -> &'static declare::Skill;

    fn enter<'a>(&'a self, cx: &'a mut Context, entry: Entry<'a>, gate: &'a Gate<'a>, slots: &'a Slots<'a>) -> Outcome<'a>;
}

impl<D: Dispatch> Door for D {
    fn skill(&self) -> &'static declare::Skill {
        Dispatch::skill(self)
    }

    fn enter<'a>(&'a self, cx: &'a mut Context, entry: Entry<'a>, gate: &'a Gate<'a>, slots: &'a Slots<'a>) -> Outcome<'a> {
        self.dispatch(Turn::new(cx, entry, gate, slots))
    }
}
