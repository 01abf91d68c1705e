//! How long an operation may take.
//!
//! Alexa [waits eight
//! seconds](https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html) for an
//! answer, and a turn loads and saves once each. So both together leave three of them to the handler, whatever happens.

use std::time::Duration;

use aws_sdk_dynamodb::Config;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;

/// From the call to its end, all attempts and the pauses between them included.
pub(crate) const OPERATION: Duration = Duration::from_millis(2_500);
/// One attempt. DynamoDB answers within milliseconds; most of this is for the first connection of a cold start.
pub(crate) const ATTEMPT: Duration = Duration::from_millis(1_000);
pub(crate) const ATTEMPTS: u32 = 3;
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_millis(400);

/// The configuration of a client, with these limits in place of its own.
pub(crate) fn apply(config: &Config) -> Config {
    let times = TimeoutConfig::builder()
        .connect_timeout(ATTEMPT)
        .read_timeout(ATTEMPT)
        .operation_attempt_timeout(ATTEMPT)
        .operation_timeout(OPERATION)
        .build();
    let retries = RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(FIRST_PAUSE).with_max_backoff(LONGEST_PAUSE);
    config.to_builder().timeout_config(times).retry_config(retries).build()
}
