//! What an app has of the world around it: all that a test puts something of its own in the place of.

use std::sync::Arc;
use std::time::SystemTime;
#[cfg(any(feature = "jwt", feature = "introspection"))]
use std::time::UNIX_EPOCH;

use crate::chance::{self, Pick};
#[cfg(feature = "fetch")]
use crate::fetch::Fetch;

#[derive(Clone)]
pub(crate) struct Env {
    pub(crate) pick: Arc<Pick>,
    #[allow(dead_code, reason = "without features, nothing asks for the time")]
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    /// What goes to the network; none is the real one.
    #[cfg(feature = "fetch")]
    pub(crate) fetch: Option<Arc<dyn Fetch>>,
}

impl Default for Env {
    fn default() -> Self {
        Self {
            pick: Arc::new(chance::random()),
            clock: Arc::new(SystemTime::now),
            #[cfg(feature = "fetch")]
            fetch: None,
        }
    }
}

#[cfg(any(feature = "jwt", feature = "introspection"))]
impl Env {
    /// Seconds since 1970.
    pub(crate) fn now(&self) -> u64 {
        (self.clock)().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    /// What goes to the network.
    pub(crate) fn fetch(&self) -> Arc<dyn Fetch> {
        self.fetch.clone().unwrap_or_else(network)
    }
}

#[cfg(any(feature = "jwt", feature = "introspection"))]
fn network() -> Arc<dyn Fetch> {
    /// Stands here until there is one.
    struct Nowhere;
    impl Fetch for Nowhere {
        fn fetch<'a>(&'a self, _: http::Request<Vec<u8>>, _: crate::fetch::Limits) -> crate::fetch::Fetching<'a> {
            Box::pin(std::future::ready(Err(crate::fetch::FetchError::Unreachable)))
        }
    }
    Arc::new(Nowhere)
}
