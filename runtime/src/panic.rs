//! A handler's panic is the end of its turn, not of the server.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use crate::generated::{Halt, Outcome};

/// Enters a handler and runs it to its end. What panics is dropped and not polled again; the message is all that is left.
pub(crate) async fn caught<'a>(enter: impl FnOnce() -> Outcome<'a>) -> Result<Result<crate::Result, Halt>, String> {
    let mut running = match catch_unwind(AssertUnwindSafe(enter)) {
        Ok(Ok(running)) => running,
        Ok(Err(halt)) => return Ok(Err(halt)),
        Err(panic) => return Err(message(panic.as_ref())),
    };
    poll_fn(move |cx| match catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(cx))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(result)) => Poll::Ready(Ok(Ok(result))),
        Err(panic) => Poll::Ready(Err(message(panic.as_ref()))),
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message").to_owned()
}
