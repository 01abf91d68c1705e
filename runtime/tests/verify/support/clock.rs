//! A clock that stands until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// 2026-11-22T12:00:00Z, in seconds.
pub const NOW: u64 = 1_795_348_800;

#[derive(Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// Moves it by so many milliseconds.
    pub fn forward(&self, by: Duration) {
        self.0.fetch_add(by.as_millis().try_into().expect("a short time"), Ordering::SeqCst);
    }

    pub fn back(&self, by: Duration) {
        self.0.fetch_sub(by.as_millis().try_into().expect("a short time"), Ordering::SeqCst);
    }

    pub fn now(&self) -> SystemTime {
        let now = i64::try_from(NOW * 1000).expect("a time") + self.0.load(Ordering::SeqCst);
        UNIX_EPOCH + Duration::from_millis(now.try_into().expect("after 1970"))
    }
}

/// The time so many seconds from now, as Alexa writes it.
pub fn at(seconds: i64) -> String {
    let then = UNIX_EPOCH + Duration::from_secs(NOW.checked_add_signed(seconds).expect("after 1970"));
    jiff::Timestamp::try_from(then).expect("a time").to_string()
}
