//! The end of the connection to Lambda, with what somebody needs to know to mend it.

use std::error::Error;
use std::fmt;

use crate::ServeError;
use crate::serve::LAMBDA as API;

/// Lambda's runtime API is out of reach: where it was looked for, and all that is known of why.
#[derive(Debug)]
struct OutOfReach {
    address: String,
    why: String,
}

pub(super) fn told(error: lambda_runtime::Error) -> ServeError {
    let address = std::env::var(API).unwrap_or_default();
    ServeError::Ended(Box::new(OutOfReach { address, why: causes(error.as_ref()) }))
}

/// An error and what is behind it: Lambda's crate says no more than `client error (Connect)` by itself.
fn causes(error: &(dyn Error + 'static)) -> String {
    let chain = std::iter::successors(Some(error), |&error| error.source());
    chain.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, why } = self;
        write!(f, "the runtime API of AWS Lambda is out of reach, which {API} says is at `{address}`: {why}")
    }
}

impl Error for OutOfReach {}
