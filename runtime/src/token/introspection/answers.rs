//! What the service lately said of tokens. A token is known by its keyed hash alone.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use aws_lc_rs::{hmac, rand};
use secrecy::{ExposeSecret, SecretString};

use crate::env::Env;
use crate::token::claims::Claims;
use crate::token::refusal::{Refusal, Unavailable};

/// So many tokens are remembered.
const MOST: usize = 1024;
/// Nothing counts for longer, whatever is declared: the time in which a revoked token still works.
const LONGEST: u64 = 300;

type Outcome = Result<Arc<Claims>, Refusal>;

pub(super) struct Answers {
    seconds: u64,
    /// Made anew in each process.
    key: Option<hmac::Key>,
    slots: Mutex<HashMap<Box<[u8]>, Arc<Slot>>>,
}

/// What was said of one token. Whoever locks it may ask; the others wait, and what was learnt meanwhile counts for them.
#[derive(Default)]
struct Slot {
    said: tokio::sync::Mutex<Option<(u64, Outcome)>>,
    answers: AtomicU64,
}

impl Answers {
    pub(super) fn new(seconds: u64) -> Self {
        let key = hmac::Key::generate(hmac::HMAC_SHA256, &rand::SystemRandom::new());
        Self { seconds: seconds.min(LONGEST), key: key.ok(), slots: Mutex::default() }
    }

    /// What was said of the token, or what is said now.
    pub(super) async fn get(&self, token: &SecretString, env: &Env, ask: impl Future<Output = Outcome>) -> Outcome {
        let key = self.key.as_ref().ok_or(Unavailable::NoRandomness)?;
        let slot = self.slot(hmac::sign(key, token.expose_secret().as_bytes()).as_ref(), env.now());
        let before = slot.answers.load(Ordering::Acquire);
        let mut said = slot.said.lock().await;
        if let Some((at, outcome)) = &*said {
            let was_meanwhile = slot.answers.load(Ordering::Acquire) != before;
            if was_meanwhile || outcome.is_ok() && self.counts(*at, env.now()) {
                return outcome.clone();
            }
        }
        let outcome = ask.await;
        *said = Some((env.now(), outcome.clone()));
        slot.answers.fetch_add(1, Ordering::Release);
        outcome
    }

    /// Whether what was said then still counts; not where the clock was set back.
    fn counts(&self, then: u64, now: u64) -> bool {
        now.checked_sub(then).is_some_and(|age| age < self.seconds)
    }

    fn slot(&self, hash: &[u8], now: u64) -> Arc<Slot> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = slots.get(hash) {
            return slot.clone();
        }
        if slots.len() >= MOST {
            slots.retain(|_, slot| self.is_needed(slot, now));
        }
        // All of them are fresh: better to ask again than to grow.
        if slots.len() >= MOST {
            slots.clear();
        }
        slots.entry(hash.into()).or_default().clone()
    }

    /// A slot that is locked is being asked for.
    fn is_needed(&self, slot: &Slot, now: u64) -> bool {
        let Ok(said) = slot.said.try_lock() else { return true };
        said.as_ref().is_some_and(|(at, outcome)| outcome.is_ok() && self.counts(*at, now))
    }
}
