//! Which variation of a text is said.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// Given how many variations there are, says which one.
pub(crate) type Pick = dyn Fn(usize) -> usize + Send + Sync;

/// A source that is good enough to vary a greeting, and for nothing else.
pub(crate) fn random() -> impl Fn(usize) -> usize + Send + Sync {
    let state = AtomicU64::new(RandomState::new().hash_one(0));
    move |count| {
        let word = mix(state.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed));
        usize::try_from(word % count.max(1) as u64).unwrap_or(0)
    }
}

// The finishing steps of SplitMix64.
fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}
