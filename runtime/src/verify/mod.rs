//! Whether a request comes from Alexa.
//!
//! Alexa signs each request that it sends to a web service. The headers say where the certificates lie and carry the signature; Amazon asks
//! a service to check both, and the time, and to answer 400 where one of them does not hold:
//! <https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html#verify-request-sent-by-alexa>.
//! A function that AWS Lambda calls needs none of it. [`App::handle`](crate::App::handle) looks at the id of the skill, in both cases.
//!
//! [`Verifier`] takes the headers and the bytes as they came, and knows nothing of servers. There is no way around its checks: tests and
//! simulators sign for real, with an authority of their own in the place of the public ones (`Authority`, with the feature `signing`).

mod chain;
mod claim;
mod keys;
mod rejected;
#[cfg(feature = "signing")]
mod signing;
mod timestamp;
mod url;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use http::HeaderMap;

use crate::fetch::{Fetch, Https, Trust};
use crate::wire::{self, Envelope};
use claim::Claim;
use keys::Keys;

pub use rejected::Rejected;
#[cfg(feature = "signing")]
pub use signing::{Authority, SigningError};

/// Says what time it is.
type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// Checks that requests come from Alexa. It is cheap to clone, and clones share what they know of certificates.
///
/// ```
/// use sayso::verify::{Rejected, Verifier};
///
/// # async fn run(verifier: Verifier) {
/// // What came over the wire, before anything has looked into it.
/// let (headers, body) = (http::HeaderMap::new(), br#"{"version": "1.0"}"#);
/// let verdict = verifier.verify(&headers, body).await;
/// assert_eq!(verdict, Err(Rejected::NoCertificateUrl));
/// # }
/// # sayso::testing::block_on(run(Verifier::new()));
/// ```
#[derive(Clone)]
pub struct Verifier(Arc<Inner>);

struct Inner {
    keys: Arc<Keys>,
    clock: Clock,
    late: Vec<String>,
}

impl Verifier {
    /// Trusts Mozilla's list of authorities, and fetches certificates with [`Https`].
    #[must_use]
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// For other authorities, another network, another clock.
    pub fn builder() -> Builder {
        Builder { trust: Trust::mozilla(), fetch: None, clock: Arc::new(SystemTime::now), late: timestamp::late() }
    }

    /// Checks the signature over these very bytes, and then the time that they tell.
    ///
    /// Certificates that are not known yet are fetched, which needs tokio and takes four seconds at most: half of what Alexa waits.
    ///
    /// # Errors
    /// If the request does not come from Alexa, or that cannot be told. The caller answers 400, whatever the reason; the reason is for the log.
    ///
    /// # Panics
    /// If certificates have to be fetched and there is no tokio.
    pub async fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), Rejected> {
        self.read(headers, body).await.map(|_| ())
    }

    /// The same, with what was read for it, so that nobody reads it again.
    pub(crate) async fn read<'b>(&self, headers: &HeaderMap, body: &'b [u8]) -> Result<Envelope<'b>, Rejected> {
        let now = (self.0.clock)();
        let claim = Claim::read(headers)?;
        let key = self.0.keys.of(claim.url, now).await?;
        key.verify(body, &claim.signature)?;
        let envelope = wire::parse(body).map_err(|_| Rejected::MalformedBody)?;
        timestamp::check(&envelope, now, &self.0.late)?;
        Ok(envelope)
    }
}

impl Default for Verifier {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("late", &self.0.late).finish_non_exhaustive()
    }
}

/// Makes a [`Verifier`]. What is not said is as in [`Verifier::new`].
#[must_use]
pub struct Builder {
    trust: Trust,
    fetch: Option<Arc<dyn Fetch>>,
    clock: Clock,
    late: Vec<String>,
}

impl Builder {
    /// The authorities that vouch for Alexa's certificate.
    pub fn trust(self, trust: Trust) -> Self {
        Self { trust, ..self }
    }

    /// What fetches the certificates.
    pub fn fetch(self, fetch: impl Fetch) -> Self {
        Self { fetch: Some(Arc::new(fetch)), ..self }
    }

    /// What says the time.
    pub fn clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// More types of requests that may be an hour old, beside the five events of skills (`AlexaSkillEvent.SkillEnabled` and the like), whose
    /// delivery Alexa tries again. Whether it does so for other types, such as `Reminders.ReminderStarted`, it does not say.
    pub fn late_events<T: Into<String>>(mut self, types: impl IntoIterator<Item = T>) -> Self {
        self.late.extend(types.into_iter().map(Into::into));
        self
    }

    /// The verifier.
    #[must_use]
    pub fn build(self) -> Verifier {
        let fetch = self.fetch.unwrap_or_else(|| Arc::new(Https::new()));
        let keys = Keys::new(self.trust, fetch, Arc::clone(&self.clock));
        Verifier(Arc::new(Inner { keys: Arc::new(keys), clock: self.clock, late: self.late }))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("trust", &self.trust).field("late", &self.late).finish_non_exhaustive()
    }
}
