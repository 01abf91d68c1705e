//! What the Rust of the documentation takes for granted.
#![allow(unused)]

// What a block imports by itself hides what is imported here.
use prelude::*;
mod prelude {
    pub use sayso::{Context, LinkedAccount, Response, Result};
}

fn call_the_service<I>(_: &LinkedAccount<I>, _: &str) -> Result<()> {
    Ok(())
}

