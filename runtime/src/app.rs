//! A skill, ready to answer.

use std::future::pending;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::account::Gate;
use crate::env::Env;
use crate::generated::{Dispatch, Outcome, Turn};
use crate::store::Store;
use crate::target::Target;
use crate::token::Checks;
use crate::{Answer, Context, Refused, TurnReport, declare, dispatch};

/// A skill with its handlers. `skill::app(handlers)` makes it; it is cheap to clone, and every executor can run it.
#[derive(Clone)]
pub struct App {
    pub(crate) door: Arc<dyn Door>,
    pub(crate) env: Arc<Env>,
    pub(crate) checks: Arc<Checks>,
}

impl App {
    pub(crate) fn new<D: Dispatch>(dispatch: D) -> Self {
        let checks = Checks::of(Dispatch::skill(&dispatch));
        Self { door: Arc::new(dispatch), env: Arc::default(), checks: Arc::new(checks) }
    }

    pub(crate) fn with_store(mut self, store: impl Store) -> Self {
        self.env_mut().store = Some(Arc::new(store));
        self
    }

    /// Takes the time from somewhere else, for tests of what expires.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.env_mut().clock = Arc::new(clock);
        self
    }

    /// Has `observer` told of each turn when it is over: for counters and histograms. It runs on the way of the answer, so it should be quick.
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU64, Ordering};
    ///
    /// static NOT_LINKED: AtomicU64 = AtomicU64::new(0);
    ///
    /// fn counted(app: sayso::App) -> sayso::App {
    ///     app.observe(|turn| {
    ///         if turn.outcome == sayso::Outcome::NotLinked {
    ///             NOT_LINKED.fetch_add(1, Ordering::Relaxed);
    ///         }
    ///     })
    /// }
    /// ```
    #[must_use]
    pub fn observe(mut self, observer: impl Fn(&TurnReport<'_>) + Send + Sync + 'static) -> Self {
        self.env_mut().observers.push(Arc::new(observer));
        self
    }

    /// Chooses which variation of a text is said: given how many there are, `pick` says which, from 0.
    #[must_use]
    pub fn vary(mut self, pick: impl Fn(usize) -> usize + Send + Sync + 'static) -> Self {
        self.env_mut().pick = Arc::new(pick);
        self
    }

    /// Sends the runtime's own requests in another way: for tests and simulators, which stand in for the network. What is checked before a
    /// request and of its answer stays the same.
    #[cfg(feature = "fetch")]
    #[must_use]
    pub fn fetch(mut self, fetch: impl crate::fetch::Fetch) -> Self {
        self.env_mut().fetch = Some(Arc::new(fetch));
        self
    }

    /// The most time that a turn may take, 7.5 seconds where nothing is said, and no more: Alexa waits for about eight, and the way takes
    /// time as well. The doors of this crate end a turn that takes longer with an apology, and on AWS Lambda before the function's own timeout;
    /// Alexa's own services are not waited for beyond it.
    #[must_use]
    pub fn answer_within(mut self, time: Duration) -> Self {
        self.env_mut().shorten_turn(time);
        self
    }

    /// The most time that a turn may take, for doors of your own: see [`handle_until`](Self::handle_until).
    #[must_use]
    pub fn turn_time(&self) -> Duration {
        self.env.turn
    }

    /// Answers one request, JSON to JSON.
    ///
    /// A failing handler is answered with an apology, a missing account with the card; only what is no request for this
    /// skill is refused. Whether the request comes from Alexa has to be settled before.
    ///
    /// # Errors
    /// If the body is no request of Alexa's, or one for another skill.
    pub async fn handle(&self, body: &[u8]) -> Result<Vec<u8>, Refused> {
        Ok(self.handle_until(body, pending()).await?.json)
    }

    /// The same with an end, for doors of your own. This crate's core has no timer, so the door brings one that is done after
    /// [`turn_time`](Self::turn_time).
    ///
    /// When `time_over` is done before the handler is, the handler is dropped where it stands, and the user hears an apology.
    ///
    /// # Errors
    /// If the body is no request of Alexa's, or one for another skill.
    pub async fn handle_until(&self, body: &[u8], time_over: impl Future<Output = ()>) -> Result<Answer, Refused> {
        dispatch::handle(self, body, self.turn_time(), time_over).await
    }

    pub(crate) fn skill(&self) -> &'static declare::Skill {
        self.door.skill()
    }

    /// The world of this app alone: its clones keep theirs.
    fn env_mut(&mut self) -> &mut Env {
        Arc::make_mut(&mut self.env)
    }
}

/// A `Dispatch` whose type is forgotten, so that an `App` needs no parameter.
pub(crate) trait Door: Send + Sync {
    fn skill(&self) -> &'static declare::Skill;

    fn enter<'a>(&'a self, cx: &'a mut Context, target: &'a Target<'a>, gate: &'a Gate<'a>) -> Outcome<'a>;
}

impl<D: Dispatch> Door for D {
    fn skill(&self) -> &'static declare::Skill {
        Dispatch::skill(self)
    }

    fn enter<'a>(&'a self, cx: &'a mut Context, target: &'a Target<'a>, gate: &'a Gate<'a>) -> Outcome<'a> {
        self.dispatch(Turn::new(cx, target, gate))
    }
}
