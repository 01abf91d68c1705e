//! How a server comes to its end without losing an answer.

use tokio::sync::watch;

/// Where a server is in its life. Connections look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Connections are accepted and kept.
    Open,
    /// No more are accepted, and each answer says that it is the last one on its connection. A connection without a request is still
    /// kept, since one may be on its way.
    Leaving,
    /// A connection without a request is closed.
    Closing,
}

pub(super) type Watched = watch::Receiver<Phase>;

/// Waits until connections without a request are to be closed.
pub(super) async fn closing(mut watched: Watched) {
    // Without a server there is nobody to serve for.
    let _ = watched.wait_for(|now| *now == Phase::Closing).await;
}

/// Waits until the process is asked to end: by SIGTERM, or by ctrl-c.
pub(super) async fn asked_to_end() {
    tokio::select! {
        () = terminated() => {}
        () = interrupted() => {}
    }
}

async fn interrupted() {
    // Without a signal handler there is still the process to end.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
