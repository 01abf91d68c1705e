//! Work that has to be done before the time is over.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// A future that is still over when it is asked again.
pub(crate) fn lasting(time_over: impl Future<Output = ()>) -> impl Future<Output = ()> {
    let mut time_over = Some(Box::pin(time_over));
    poll_fn(move |cx| match time_over.as_mut().map_or(Poll::Ready(()), |running| running.as_mut().poll(cx)) {
        Poll::Pending => Poll::Pending,
        Poll::Ready(()) => {
            time_over = None;
            Poll::Ready(())
        }
    })
}

/// What the work comes to, unless the time is over before.
pub(crate) async fn in_time<T>(work: impl Future<Output = T>, time_over: impl Future<Output = ()>) -> Option<T> {
    let (mut work, mut time_over) = (pin!(work), pin!(time_over));
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => time_over.as_mut().poll(cx).map(|()| None),
    })
    .await
}
