//! The load: some connections, each with one request after the other. One thread, so that the server has the other core.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

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
        let mut times = Vec::with_capacity(requests);
        for of_one in join(all).await {
            times.extend(of_one);
        }
        times.sort();
        Load { wall: started.elapsed(), times }
    })
}

/// All at once, on this thread.
async fn join<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut running: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|cx| {
        for (one, done) in &mut running {
            if done.is_none()
                && let std::task::Poll::Ready(output) = one.as_mut().poll(cx)
            {
                *done = Some(output);
            }
        }
        if running.iter().all(|(_, done)| done.is_some()) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    running.into_iter().filter_map(|(_, done)| done).collect()
}

async fn converse(address: &str, request: &[u8], left: &AtomicUsize) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.set_nodelay(true).expect("an option");
    let mut times = Vec::new();
    let mut answer = Vec::with_capacity(8 * 1024);
    while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
        let started = Instant::now();
        stream.write_all(request).await.expect("a request");
        answer.clear();
        while !is_whole(&answer) {
            assert_ne!(stream.read_buf(&mut answer).await.expect("an answer"), 0, "the server closed the connection");
        }
        times.push(started.elapsed());
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    }
    times
}

fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = std::str::from_utf8(&answer[..end]).expect("text");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    answer.len() >= end + 4 + length.parse::<usize>().expect("a number")
}
