//! The stores of persistent attributes.

#[cfg(feature = "embedded")]
mod crash;
#[cfg(feature = "embedded")]
mod embedded;
mod faulty;
mod memory;
mod privacy;
mod values;

use std::future::Future;

use sayso::store::conformance::TestClock;

/// A clock, and what a store asks for the time.
fn clock() -> (TestClock, impl Fn() -> std::time::SystemTime + Send + Sync + 'static) {
    let clock = TestClock::new();
    let reader = clock.clone();
    (clock, move || reader.now())
}

/// Runs a future as a server would.
fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    runtime.block_on(future)
}
