//! What the SDK's errors mean for a store.

use std::error::Error;
use std::fmt;

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use sayso::store::StoreError;

/// What DynamoDB says when it is asked for more than it can or is paid for, after all attempts.
const THROTTLED: [&str; 4] =
    ["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "LimitExceededException"];

/// What went wrong with a call. The SDK's own error is not kept: it holds the answer, which may hold an item.
#[derive(Debug, PartialEq)]
pub(crate) enum Failure {
    /// DynamoDB refused the call, with this code.
    Refused { call: &'static str, code: String },
    /// The call could not be sent, for this reason.
    NotSent { call: &'static str, reason: String },
    /// What came back is no answer of DynamoDB's.
    NoAnswer { call: &'static str },
    /// The table is there and is another one.
    OtherTable,
    /// The table has a time-to-live of its own.
    OtherExpiry,
    /// The operating system gives no random bytes.
    NoRandomness,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { call, code } if code == "ResourceNotFoundException" => {
                write!(f, "DynamoDB refused {call}: there is no such table ({code})")
            }
            Self::Refused { call, code } => write!(f, "DynamoDB refused {call}: {code}"),
            Self::NotSent { call, reason } => write!(f, "{call} could not be sent to DynamoDB: {reason}"),
            Self::NoAnswer { call } => write!(f, "what came back for {call} is no answer of DynamoDB's"),
            Self::OtherTable => f.write_str("the table has other keys than `user_id` and `part`: it is not one for persistent attributes"),
            Self::OtherExpiry => f.write_str("the time-to-live of the table is on another attribute than `expires_at`"),
            Self::NoRandomness => f.write_str("the operating system gives no random bytes"),
        }
    }
}

impl Error for Failure {}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

/// What the end of a call means.
pub(crate) fn failed<E: ProvideErrorMetadata, R>(call: &'static str, error: &SdkError<E, R>) -> StoreError {
    match error {
        SdkError::ServiceError(refused) => self::refused(call, refused.err().code()),
        SdkError::TimeoutError(_) => StoreError::TimedOut,
        SdkError::DispatchFailure(failure) if failure.is_timeout() => StoreError::TimedOut,
        SdkError::DispatchFailure(failure) => not_sent(call, failure.as_connector_error().map(|error| error as &dyn Error)),
        SdkError::ConstructionFailure(_) => Failure::NotSent { call, reason: "the client's configuration is incomplete".to_owned() }.into(),
        _ => Failure::NoAnswer { call }.into(),
    }
}

fn refused(call: &'static str, code: Option<&str>) -> StoreError {
    match code {
        Some(code) if THROTTLED.contains(&code) => StoreError::Throttled,
        // A code is a name. Anything else is not DynamoDB's, and nobody knows what is in it.
        Some(code) if code.len() < 80 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            Failure::Refused { call, code: code.to_owned() }.into()
        }
        _ => Failure::NoAnswer { call }.into(),
    }
}

/// Nothing was answered yet, so the causes tell of connections and credentials alone.
fn not_sent(call: &'static str, cause: Option<&dyn Error>) -> StoreError {
    let causes = std::iter::successors(cause, |&error| error.source()).take(8);
    let reason: Vec<String> = causes.map(ToString::to_string).collect();
    Failure::NotSent { call, reason: reason.join(": ") }.into()
}
