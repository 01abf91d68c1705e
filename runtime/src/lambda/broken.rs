//! The end of the connection to Lambda, with what somebody needs to know to mend it.

use std::error::Error;
use std::fmt;

use crate::ServeError;
use crate::error::chain;
use crate::serve::LAMBDA as API;

/// Lambda's runtime API is out of reach: where it was looked for, and all that is known of why.
#[derive(Debug)]
struct OutOfReach {
    address: String,
    why: String,
}

pub(super) fn told(error: lambda_runtime::Error) -> ServeError {
    let address = std::env::var(API).unwrap_or_default();
    // Lambda's crate says no more than `client error (Connect)` by itself.
    ServeError::Ended(Box::new(OutOfReach { address, why: chain(error.as_ref()) }))
}

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, why } = self;
        write!(f, "the runtime API of AWS Lambda is out of reach, which {API} says is at `{address}`: {why}")
    }
}

impl Error for OutOfReach {}
