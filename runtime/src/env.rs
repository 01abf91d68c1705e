//! What an app has of the world around it: all that a test puts something of its own in the place of.

use std::sync::Arc;
#[cfg(any(feature = "services", feature = "jwt", feature = "introspection"))]
use std::sync::LazyLock;
#[cfg(any(feature = "jwt", feature = "introspection"))]
use std::time::UNIX_EPOCH;
use std::time::{Duration, SystemTime};

use crate::chance::{self, Pick};
#[cfg(feature = "fetch")]
use crate::fetch::Fetch;
#[cfg(any(feature = "services", feature = "jwt", feature = "introspection"))]
use crate::fetch::Https;
use crate::recent::Recent;
use crate::report::Observer;
use crate::store::Store;

#[derive(Clone)]
pub(crate) struct Env {
    pub(crate) pick: Arc<Pick>,
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    /// Who is told of each turn.
    pub(crate) observers: Vec<Arc<Observer>>,
    pub(crate) recent: Arc<Recent>,
    /// Where persistent attributes are, for skills that have some.
    pub(crate) store: Option<Arc<dyn Store>>,
    /// What goes to the network; none is the real one.
    #[cfg(feature = "fetch")]
    pub(crate) fetch: Option<Arc<dyn Fetch>>,
    /// The most time that a turn may take.
    pub(crate) turn: Duration,
}

/// Alexa waits for about eight seconds from her request to the answer, and the way takes time as well.
const TURN: Duration = Duration::from_millis(7500);

impl Default for Env {
    fn default() -> Self {
        Self {
            pick: Arc::new(chance::random()),
            clock: Arc::new(SystemTime::now),
            observers: Vec::new(),
            recent: Arc::default(),
            store: None,
            #[cfg(feature = "fetch")]
            fetch: None,
            turn: TURN,
        }
    }
}

impl Env {
    /// A turn may be shorter than Alexa's patience, and not longer.
    pub(crate) fn shorten_turn(&mut self, time: Duration) {
        self.turn = time.min(TURN);
    }

    /// Seconds since 1970.
    #[cfg(any(feature = "jwt", feature = "introspection"))]
    pub(crate) fn now(&self) -> u64 {
        (self.clock)().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    /// What goes to the network.
    #[cfg(any(feature = "services", feature = "jwt", feature = "introspection"))]
    pub(crate) fn fetch(&self) -> Arc<dyn Fetch> {
        self.fetch.clone().unwrap_or_else(network)
    }
}

/// The network itself. All apps of a process share its connections.
#[cfg(any(feature = "services", feature = "jwt", feature = "introspection"))]
fn network() -> Arc<dyn Fetch> {
    static HTTPS: LazyLock<Arc<Https>> = LazyLock::new(Arc::default);
    HTTPS.clone()
}

#[cfg(test)]
mod tests {
    use super::{Duration, Env, TURN};

    #[test]
    fn a_turn_is_not_longer_than_alexas_patience() {
        let mut env = Env::default();
        env.shorten_turn(Duration::from_secs(3600));
        assert_eq!(env.turn, TURN);
        env.shorten_turn(Duration::from_secs(3));
        assert_eq!(env.turn, Duration::from_secs(3));
    }
}
