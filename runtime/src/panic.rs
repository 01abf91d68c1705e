//! A handler's panic is the end of its turn, not of the server; so is the end of its time.

mod hushed;

use std::any::Any;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use crate::generated::{Halt, Outcome};
use crate::guard::Guard;

/// What ended a handler before it was done.
pub(crate) enum Cut {
    /// It panicked, with this message.
    Panicked(String),
    /// Its time was over.
    Late,
}

/// Enters a handler and runs it to its end, or to the end of its time. What is cut short is dropped and not polled again.
pub(crate) async fn caught<'a>(
    guard: Guard<'_>,
    enter: impl FnOnce() -> Outcome<'a>,
    time_over: impl Future<Output = ()>,
) -> Result<Result<crate::Result, Halt>, Cut> {
    let mut turn = hushed::Turn::new(guard);
    let mut running = match turn.run(enter) {
        Ok(Ok(running)) => running,
        Ok(Err(halt)) => return Ok(Err(halt)),
        Err(panic) => return Err(panicked(panic.as_ref())),
    };
    let mut time_over = pin!(time_over);
    let ended = poll_fn(|cx| match turn.run(|| running.as_mut().poll(cx)) {
        Ok(Poll::Pending) => time_over.as_mut().poll(cx).map(|()| Err(Cut::Late)),
        Ok(Poll::Ready(result)) => Poll::Ready(Ok(Ok(result))),
        Err(panic) => Poll::Ready(Err(panicked(panic.as_ref()))),
    })
    .await;
    // What a handler leaves behind may panic too.
    match turn.run(|| drop(running)) {
        Ok(()) => ended,
        Err(panic) => Err(panicked(panic.as_ref())),
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Cut {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Cut::Panicked(text.unwrap_or("no message").to_owned())
}
