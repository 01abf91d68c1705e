//! What the Rust of the documentation takes for granted.
#![allow(unused)]

use sayso::{Context, LinkedAccount, Response, Result};

fn call_the_service<I>(_: &LinkedAccount<I>, _: &str) -> Result<()> {
    Ok(())
}

