//! The event as it came.
//!
//! Lambda's crate reads an event before it calls the function, and logs it at the finest level, where it would show the user's token. So the event
//! goes past it: a layer takes the bytes out before, and the function finds them again. In between, the crate sees `null`.

use std::cell::Cell;
use std::mem;
use std::task::{Context, Poll};

use bytes::Bytes;
use lambda_runtime::tower::Layer;
use lambda_runtime::{LambdaInvocation, Service};
use zeroize::Zeroize;

thread_local! {
    // The crate calls the function from within the call of its layers: an event is never on two threads, and no two are on one.
    static ON_ITS_WAY: Cell<Option<Bytes>> = const { Cell::new(None) };
}

/// The event that the layer put aside, in the call that it let through.
pub(super) fn taken() -> Event {
    Event(ON_ITS_WAY.take().unwrap_or_default())
}

/// An event, with the user's token in it.
pub(super) struct Event(Bytes);

impl Event {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Event {
    /// Wipes what nobody else holds. The connection that it came through may still do.
    fn drop(&mut self) {
        if let Ok(mut bytes) = mem::take(&mut self.0).try_into_mut() {
            bytes.as_mut().zeroize();
        }
    }
}

/// Lets events past the crate.
pub(super) struct Untouched;

impl<S> Layer<S> for Untouched {
    type Service = PutAside<S>;

    fn layer(&self, inner: S) -> PutAside<S> {
        PutAside(inner)
    }
}

#[derive(Clone)]
pub(super) struct PutAside<S>(S);

impl<S: Service<LambdaInvocation>> Service<LambdaInvocation> for PutAside<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut invocation: LambdaInvocation) -> S::Future {
        ON_ITS_WAY.set(Some(mem::replace(&mut invocation.body, Bytes::from_static(b"null"))));
        self.0.call(invocation)
    }
}
