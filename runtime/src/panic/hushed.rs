//! Rust prints the message of a panic before anybody can catch it. One that quotes a token of the turn is not printed: the log has it, without the token.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::guard::{Guard, Tokens};

thread_local! {
    /// The tokens of the turn that this thread is at work for.
    static TOKENS: RefCell<Option<Tokens>> = const { RefCell::new(None) };
}

/// A turn that is run in pieces, maybe on several threads.
pub(super) struct Turn(Option<Tokens>);

impl Turn {
    pub(super) fn new(guard: Guard<'_>) -> Self {
        static LISTENING: Once = Once::new();
        LISTENING.call_once(listen);
        Self(Some(guard.tokens()))
    }

    /// Runs one piece, up to its end or its panic.
    pub(super) fn run<T>(&mut self, piece: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
        let outer = TOKENS.replace(self.0.take());
        let ended = catch_unwind(AssertUnwindSafe(piece));
        self.0 = TOKENS.replace(outer);
        ended
    }
}

/// Stands before whatever tells of panics in this process, which hears of all others as before.
fn listen() {
    let tell = take_hook();
    set_hook(Box::new(move |panic| {
        if !quotes_a_token(panic) {
            return tell(panic);
        }
        if let Some(place) = panic.location() {
            eprintln!("a handler panicked at {place}; its message holds an access token, and is in the log without it");
        }
    }));
}

fn quotes_a_token(panic: &PanicHookInfo<'_>) -> bool {
    let Some(message) = panic.payload_as_str() else { return false };
    // A thread that ends has none any more.
    let found = TOKENS.try_with(|tokens| tokens.borrow().as_ref().is_some_and(|tokens| tokens.guard().finds(message)));
    found.unwrap_or(false)
}
