//! What Lambda puts into the environment of every function. Its crate panics where something is missing.

use std::env;

use crate::ServeError;
use crate::serve::LAMBDA as API;

const NAME: &str = "AWS_LAMBDA_FUNCTION_NAME";
const VERSION: &str = "AWS_LAMBDA_FUNCTION_VERSION";
const MEMORY: &str = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";

/// Whether all is there that Lambda's crate asks for.
pub(super) fn check() -> Result<(), ServeError> {
    for name in [NAME, VERSION] {
        required(name)?;
    }
    if required(MEMORY)?.parse::<i32>().is_err() {
        return Err(ServeError::Environment { name: MEMORY, why: "is not a number".to_owned() });
    }
    let address = required(API)?.parse::<http::Uri>();
    if !address.is_ok_and(|address| address.authority().is_some()) {
        return Err(ServeError::Environment { name: API, why: "is not an address".to_owned() });
    }
    Ok(())
}

fn required(name: &'static str) -> Result<String, ServeError> {
    let text = env::var(name).ok().filter(|text| !text.is_empty());
    text.ok_or_else(|| ServeError::Environment { name, why: "is missing: this is no AWS Lambda function".to_owned() })
}
