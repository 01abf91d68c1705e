//! The load: some connections, each with one request after the other. One thread, so that the server has the other core.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::callers::Caller;

/// How a load was answered.
pub struct Load {
    /// From the first request to the last answer.
    pub wall: Duration,
    /// Of each request, the shortest first.
    times: Vec<Duration>,
}

impl Load {
    /// The time within which this part of the requests was answered.
    pub fn percentile(&self, part: f64) -> Duration {
        let at = (self.times.len() as f64 * part).ceil() as usize;
        self.times[at.clamp(1, self.times.len()) - 1]
    }
}

/// Sends so many requests, and reads all answers, which have to be 200.
pub fn run(address: &str, request: &[u8], connections: usize, requests: usize) -> Load {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
    runtime.block_on(async {
        let left = AtomicUsize::new(requests);
        let started = Instant::now();
        let all = (0..connections).map(|_| converse(address, request, &left));
        let mut times = join_all(all).await.concat();
        times.sort();
        Load { wall: started.elapsed(), times }
    })
}

async fn converse(address: &str, request: &[u8], left: &AtomicUsize) -> Vec<Duration> {
    let mut caller = Caller::new(address).await.expect("a connection");
    let mut times = Vec::new();
    while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
        let started = Instant::now();
        let answer = caller.send(request).await.expect("an answer");
        times.push(started.elapsed());
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    times
}
