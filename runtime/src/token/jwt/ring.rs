//! The service's keys, fetched when they are needed and kept while they are good.
//!
//! One request at a time asks for them, and what it learnt counts for all that wait. A token can name a key that nobody has
//! as often as it likes: the service is asked at most once in a while.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::header::{ACCEPT, AGE, CACHE_CONTROL};
use http::{HeaderMap, Request, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use super::header::Header;
use super::key::Key;
use crate::env::Env;
use crate::fetch::Limits;
use crate::token::refusal::{Invalid, Refusal, Unavailable};

/// A turn has eight seconds in all.
const LIMITS: Limits = Limits { time: Duration::from_secs(3), body: 256 * 1024 };
/// How many seconds keys are good for where the service does not say, and the bounds of what it may say.
const GOOD_FOR: u64 = 60 * 60;
const SHORTEST: u64 = 5 * 60;
const LONGEST: u64 = 24 * 60 * 60;
/// How much longer old keys are used while the service cannot be reached.
const STALE_FOR: u64 = 60 * 60;
/// So many seconds have to pass before an unknown key is asked for again.
const UNKNOWN_AFTER: u64 = 30;
/// So many seconds have to pass before the service is asked again after a failure.
const FAILED_AFTER: u64 = 5;

pub(super) struct Ring {
    url: &'static str,
    held: Mutex<Held>,
    /// Whoever has it may ask the service.
    turn: tokio::sync::Mutex<()>,
}

/// What is known.
#[derive(Default)]
struct Held {
    keys: Option<(Arc<[Key]>, Life)>,
    last: Option<Attempt>,
}

/// From when until when keys are good.
#[derive(Clone, Copy)]
struct Life {
    from: u64,
    good_for: u64,
}

/// The last time that the service was asked, and what came of it.
#[derive(Clone)]
struct Attempt {
    at: u64,
    outcome: Result<Arc<[Key]>, Unavailable>,
}

/// The keys that may have signed a token.
pub(super) struct Fitting {
    keys: Arc<[Key]>,
    places: Vec<usize>,
}

impl Fitting {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Key> {
        self.places.iter().filter_map(|place| self.keys.get(*place))
    }
}

impl Ring {
    pub(super) fn new(url: &'static str) -> Self {
        Self { url, held: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    /// The keys that may have signed a token with this header.
    pub(super) async fn keys(&self, header: &Header, env: &Env) -> Result<Fitting, Refusal> {
        let keys = self.current(env).await?;
        if let Some(fitting) = fitting(&keys, header)? {
            return Ok(fitting);
        }
        // The service may have a new key since.
        let keys = self.ask(env, UNKNOWN_AFTER).await?;
        fitting(&keys, header)?.ok_or(Invalid::UnknownKey.into())
    }

    async fn current(&self, env: &Env) -> Result<Arc<[Key]>, Unavailable> {
        if let Some(keys) = self.held(|held| held.good(env.now(), 0)) {
            return Ok(keys);
        }
        let asked = self.ask(env, FAILED_AFTER).await;
        asked.or_else(|unavailable| self.held(|held| held.good(env.now(), STALE_FOR)).ok_or(unavailable))
    }

    /// Asks the service, unless it was asked less than so many seconds ago: then that counts.
    async fn ask(&self, env: &Env, seconds: u64) -> Result<Arc<[Key]>, Unavailable> {
        if let Some(outcome) = self.held(|held| held.recent(env.now(), seconds)) {
            return outcome;
        }
        let _turn = self.turn.lock().await;
        if let Some(outcome) = self.held(|held| held.recent(env.now(), seconds)) {
            return outcome;
        }
        let fetched = fetch(self.url, env).await;
        if let Err(unavailable) = &fetched {
            tracing::warn!(reason = %unavailable, "the keys of the account-linking service cannot be fetched");
        }
        self.held(|held| held.learn(env.now(), fetched))
    }

    fn held<T>(&self, f: impl FnOnce(&mut Held) -> T) -> T {
        f(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Held {
    /// The keys, if they are still good, or were so many seconds ago.
    fn good(&self, now: u64, grace: u64) -> Option<Arc<[Key]>> {
        let (keys, life) = self.keys.as_ref()?;
        since(life.from, now).is_some_and(|age| age < life.good_for + grace).then(|| keys.clone())
    }

    fn recent(&self, now: u64, seconds: u64) -> Option<Result<Arc<[Key]>, Unavailable>> {
        let last = self.last.as_ref()?;
        since(last.at, now).is_some_and(|age| age < seconds).then(|| last.outcome.clone())
    }

    fn learn(&mut self, now: u64, fetched: Result<(Vec<Key>, u64), Unavailable>) -> Result<Arc<[Key]>, Unavailable> {
        let outcome = fetched.map(|(keys, good_for)| {
            let keys: Arc<[Key]> = keys.into();
            self.keys = Some((keys.clone(), Life { from: now, good_for }));
            keys
        });
        self.last = Some(Attempt { at: now, outcome: outcome.clone() });
        outcome
    }
}

/// How long ago it was; `None` where the clock was set back, so that nothing is kept for longer than it should be.
fn since(then: u64, now: u64) -> Option<u64> {
    now.checked_sub(then)
}

/// The keys that a header may mean; `None` where the set has none of the name.
fn fitting(keys: &Arc<[Key]>, header: &Header) -> Result<Option<Fitting>, Invalid> {
    let places = |wanted: &dyn Fn(&Key) -> bool| -> Vec<usize> {
        keys.iter().enumerate().filter(|(_, key)| wanted(key)).map(|(place, _)| place).collect()
    };
    let fits = |key: &Key| key.fits(header.algorithm);
    let places = match &header.key_id {
        Some(id) => {
            let is_named = |key: &Key| key.id.as_deref() == Some(id);
            let fitting = places(&|key| is_named(key) && fits(key));
            if fitting.is_empty() && keys.iter().any(is_named) {
                return Err(Invalid::KeyType);
            }
            fitting
        }
        None => places(&fits),
    };
    match places.len() {
        0 => Ok(None),
        more if more > 1 && header.key_id.is_none() => Err(Invalid::NoKeyId),
        _ => Ok(Some(Fitting { keys: keys.clone(), places })),
    }
}

#[derive(Deserialize)]
struct KeySet {
    keys: Vec<Value>,
}

/// The service's keys, and for how many seconds they are good.
async fn fetch(url: &str, env: &Env) -> Result<(Vec<Key>, u64), Unavailable> {
    let request = Request::get(url).header(ACCEPT, "application/jwk-set+json, application/json");
    let request = request.body(Vec::new()).map_err(|_| Unavailable::BadUrl)?;
    let answer = env.fetch().fetch(request, LIMITS).await?;
    if answer.status() != StatusCode::OK {
        return Err(Unavailable::Status(answer.status().as_u16()));
    }
    let set: KeySet = serde_json::from_slice(answer.body()).map_err(|_| Unavailable::Unreadable)?;
    Ok((set.keys.into_iter().filter_map(Key::read).collect(), good_for(answer.headers())))
}

/// What `Cache-Control` says, within bounds (RFC 9111, sections 4.2.1 and 5.2.2.1).
fn good_for(headers: &HeaderMap) -> u64 {
    let texts = |name| headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let directives = || texts(CACHE_CONTROL).flat_map(|value| value.split(',')).map(str::trim);
    let has = |wanted: &str| directives().any(|directive| directive.eq_ignore_ascii_case(wanted));
    if has("no-store") || has("no-cache") {
        return SHORTEST;
    }
    let max_age = directives().filter_map(|directive| directive.split_once('=')).find(|(name, _)| name.eq_ignore_ascii_case("max-age"));
    let Some((_, seconds)) = max_age else { return GOOD_FOR };
    let age = texts(AGE).find_map(|age| age.trim().parse().ok()).unwrap_or(0);
    let seconds: u64 = seconds.trim_matches('"').parse().unwrap_or(GOOD_FOR);
    seconds.saturating_sub(age).clamp(SHORTEST, LONGEST)
}
