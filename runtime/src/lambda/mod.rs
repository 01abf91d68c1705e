//! The skill as an AWS Lambda function.
//!
//! ```no_run
//! # mod skill { pub fn app() -> sayso::App { unimplemented!() } }
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() -> Result<(), sayso::ServeError> {
//!     sayso::lambda::run(skill::app()).await
//! }
//! ```
//!
//! Alexa invokes the function with the request itself, and Amazon's trigger lets nobody else in: there is no signature to verify. What is checked is
//! that the request is for this skill, as everywhere. Set the skill's id on the trigger as well.
//!
//! A handler that fails is answered with the apology. The invocation itself fails, and counts as an error in the function's metrics, when the event
//! is no request for this skill, or when a handler fails in answer to a request to which nothing can be said: Alexa delivers skill events again
//! when they fail.
//!
//! # The time of a turn
//!
//! A handler has [`App::turn_time`], or what the function's own timeout leaves, which is three seconds where nobody changed it: set the timeout to eight.
//!
//! # Logs
//!
//! What the runtime has to tell goes to [`tracing`]; what is done with it is yours to choose, before the skill is served. Lambda keeps what a function
//! prints, and adds the time itself:
//!
//! ```ignore
//! tracing_subscriber::fmt().with_ansi(false).without_time().with_max_level(tracing::Level::INFO).init();
//! ```
//!
//! # The end of the function
//!
//! Lambda stops a function between its invocations and never in one, so there is no turn to finish. For what your skill itself has to do at its end, depend on
//! `lambda_runtime` with its feature `graceful-shutdown`, and await its `spawn_graceful_shutdown_handler` before `run`.

mod broken;
mod environment;
mod event;

use std::time::{Duration, SystemTime};

use lambda_runtime::layers::TracingLayer;
use lambda_runtime::{Context, Diagnostic, LambdaEvent, Runtime, service_fn};
use serde_json::value::RawValue;

use crate::{App, Refused, ServeError, serve, wire};

/// What it takes to send the answer.
const MARGIN: Duration = Duration::from_millis(200);

/// Answers the function's invocations, for as long as Lambda sends any.
///
/// # Errors
/// If this is no Lambda function, or the connection to Lambda breaks.
pub async fn run(app: App) -> Result<(), ServeError> {
    environment::check()?;
    let turn = service_fn(move |event: LambdaEvent<()>| turn(app.clone(), event::taken(), event.context));
    let runtime = Runtime::new(turn).layer(event::Untouched).layer(TracingLayer::new());
    runtime.run_concurrent().await.map_err(broken::told)
}

/// One invocation.
async fn turn(app: App, event: event::Event, context: Context) -> Result<Box<RawValue>, Failure> {
    let envelope = wire::parse(event.bytes())?;
    let answer = serve::turn(&app, &envelope, event.bytes(), time_left(&context)).await?;
    if answer.failed {
        return Err(Failure::Untold);
    }
    // Lambda's crate takes what can be serialised; a raw value is written as it is.
    let json = String::from_utf8(answer.json).map_err(|_| Failure::Untold)?;
    RawValue::from_string(json).map_err(|_| Failure::Untold)
}

/// How long Lambda still lets the function run.
fn time_left(context: &Context) -> Duration {
    let left = context.deadline().duration_since(SystemTime::now()).unwrap_or_default();
    left.saturating_sub(MARGIN)
}

/// Why an invocation fails. Lambda shows it in its metrics and logs, so it tells nothing of the request.
#[derive(Debug)]
enum Failure {
    Refused(Refused),
    /// A turn failed that could not tell the user. The log has the reason.
    Untold,
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<Failure> for Diagnostic {
    fn from(failure: Failure) -> Self {
        let (error_type, error_message) = match failure {
            Failure::Refused(refused) => ("Refused", refused.to_string()),
            Failure::Untold => ("Failed", "the turn failed, and the user could not be told".to_owned()),
        };
        Self { error_type: error_type.to_owned(), error_message }
    }
}
