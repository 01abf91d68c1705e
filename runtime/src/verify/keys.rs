//! The keys that are known, and how unknown ones become so.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use tokio::sync::OnceCell;

use super::chain::{self, Key};
use super::url::CertificateUrl;
use super::{Clock, Rejected};
use crate::fetch::{Fetch, FetchError, Limits, Trust};

/// A chain is about 6 KB.
const LIMITS: Limits = Limits { time: Duration::from_secs(3), body: 32 * 1024 };

/// For a fetcher that does not keep to its limits: nobody waits longer than this.
const PATIENCE: Duration = Duration::from_secs(4);

/// How long an address is left alone after it gave no key.
const PAUSE: Duration = Duration::from_secs(5);

/// How many addresses are remembered. Alexa has one, or two while it changes.
const MOST: usize = 64;

/// How many may be asked at the same time. An address costs nothing to make up, and each one is a request to Amazon.
const MOST_ASKED: usize = 16;

pub(super) struct Keys {
    trust: Trust,
    fetch: Arc<dyn Fetch>,
    clock: Clock,
    entries: RwLock<Entries>,
}

type Entries = HashMap<CertificateUrl, Arc<Entry>>;

/// What is known of an address, once it is. An entry that is empty is being asked.
type Entry = OnceCell<Known>;

struct Known {
    key: Result<Arc<Key>, Rejected>,
    since: SystemTime,
    keep: Duration,
}

impl Known {
    /// Looks both ways, since a clock that was set back must not keep an entry for ever.
    fn is_fresh(&self, now: SystemTime) -> bool {
        let age = now.duration_since(self.since).unwrap_or_else(|error| error.duration());
        age < self.keep
    }
}

impl Keys {
    pub(super) fn new(trust: Trust, fetch: Arc<dyn Fetch>, clock: Clock) -> Self {
        Self { trust, fetch, clock, entries: RwLock::default() }
    }

    /// The key of the certificates at this address.
    pub(super) async fn of(self: &Arc<Self>, url: CertificateUrl, now: SystemTime) -> Result<Arc<Key>, Rejected> {
        if let Some(known) = self.known(&url, now) {
            return known;
        }
        let entry = self.entry(&url, now)?;
        let keys = Arc::clone(self);
        // A task of its own: whoever came first may go away while others wait, and what was begun is still of use.
        let asked = tokio::spawn(async move { entry.get_or_init(|| keys.ask(&url)).await.key.clone() });
        asked.await.unwrap_or(Err(Rejected::Unfetched(FetchError::Unreachable)))
    }

    fn known(&self, url: &CertificateUrl, now: SystemTime) -> Option<Result<Arc<Key>, Rejected>> {
        let entries = self.entries.read().unwrap_or_else(PoisonError::into_inner);
        let known = entries.get(url)?.get().filter(|known| known.is_fresh(now))?;
        Some(known.key.clone())
    }

    /// The entry of an address to wait for: the one that is being asked, or a new one.
    fn entry(&self, url: &CertificateUrl, now: SystemTime) -> Result<Arc<Entry>, Rejected> {
        let mut entries = self.entries.write().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut entries, now);
        if let Some(entry) = entries.get(url) {
            return Ok(Arc::clone(entry));
        }
        if entries.values().filter(|entry| !entry.initialized()).count() >= MOST_ASKED {
            return Err(Rejected::Busy);
        }
        Ok(Arc::clone(entries.entry(url.clone()).or_default()))
    }

    async fn ask(&self, url: &CertificateUrl) -> Known {
        let fetched = self.fetch_from(url).await;
        let since = (self.clock)();
        match fetched.and_then(|pem| chain::examine(&pem, self.trust.anchors(), since)) {
            Ok((key, keep)) => Known { key: Ok(Arc::new(key)), since, keep },
            Err(rejected) => Known { key: Err(rejected), since, keep: PAUSE },
        }
    }

    async fn fetch_from(&self, url: &CertificateUrl) -> Result<Vec<u8>, Rejected> {
        let mut request = http::Request::new(Vec::new());
        *request.uri_mut() = url.uri().clone();
        let fetched = tokio::time::timeout(PATIENCE, self.fetch.fetch(request, LIMITS)).await;
        let answer = fetched.unwrap_or(Err(FetchError::TimedOut)).map_err(Rejected::Unfetched)?;
        if answer.status() != http::StatusCode::OK {
            return Err(Rejected::UnfetchedStatus(answer.status().as_u16()));
        }
        if answer.body().len() > LIMITS.body {
            return Err(Rejected::Unfetched(FetchError::TooLarge));
        }
        Ok(answer.into_body())
    }
}

/// Forgets what is over and what nobody works on any more, and then, if there is no place for one more, what is worth least: failures first.
fn make_room(entries: &mut Entries, now: SystemTime) {
    entries.retain(|_, entry| match entry.get() {
        Some(known) => known.is_fresh(now),
        None => Arc::strong_count(entry) > 1,
    });
    if entries.len() < MOST {
        return;
    }
    let known = entries.iter().filter_map(|(url, entry)| Some((url, entry.get()?)));
    let least = known.min_by_key(|(_, known)| (known.key.is_ok(), known.since)).map(|(url, _)| url.clone());
    if let Some(url) = least {
        entries.remove(&url);
    }
}
