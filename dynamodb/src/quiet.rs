//! The SDK keeps its logs for itself.

use std::future::Future;

use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;

/// Runs a call of the SDK without its logs: on the levels debug and trace they have whole requests, answers and errors,
/// and with them ids of users and what is remembered of them. What a call came to is told by its error.
pub(crate) async fn quiet<F: Future>(call: F) -> F::Output {
    call.with_subscriber(NoSubscriber::default()).await
}
