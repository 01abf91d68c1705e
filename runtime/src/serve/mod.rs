//! The skill in production, wherever that is.

mod error;
#[cfg(feature = "http")]
mod settings;

use std::time::Duration;

use crate::wire::Envelope;
use crate::{Answer, App, Refused, dispatch};

pub use error::ServeError;

/// A turn that ends in time: what the skill takes for it, or less where less is left.
pub(crate) async fn turn(app: &App, envelope: &Envelope<'_>, body: &[u8], left: Duration) -> Result<Answer, Refused> {
    let time = app.turn_time().min(left);
    dispatch::answer(app, envelope, body, time, tokio::time::sleep(time)).await
}

/// Only Lambda's functions have this in their environment.
#[cfg(any(feature = "http", feature = "lambda"))]
pub(crate) const LAMBDA: &str = "AWS_LAMBDA_RUNTIME_API";

/// Serves the skill where the program finds itself: as a function on AWS Lambda, and as a web service everywhere else. It is the same program in both.
///
/// Lambda is where its environment is (`AWS_LAMBDA_RUNTIME_API`), and takes the feature `lambda`. Everywhere else it is HTTP, which takes the feature
/// `http` and looks for its settings in the environment. A variable that is empty counts as one that is not there, in both.
///
/// | variable | what it says |
/// |---|---|
/// | `SAYSO_ADDRESS` | where to listen, as `127.0.0.1:8080`; without it, `0.0.0.0:8080` |
/// | `PORT` | the port alone, as some platforms for containers say it; counts where there is no `SAYSO_ADDRESS` |
/// | `SAYSO_PATH` | the path that Alexa posts to, `/` without it |
/// | `SAYSO_TLS_CERTIFICATE`, `SAYSO_TLS_KEY` | files of PEM; with both, the server speaks HTTPS |
///
/// ```no_run
/// # mod skill { pub fn app() -> sayso::App { unimplemented!() } }
/// #[tokio::main]
/// async fn main() -> Result<(), sayso::ServeError> {
///     sayso::serve(skill::app()).await
/// }
/// ```
///
/// What goes wrong in a turn is told to [`tracing`] alone: install a subscriber first, such as `tracing_subscriber::fmt::init()`.
///
/// # Errors
/// If the environment says something that cannot be used, the address cannot be listened on, or this crate was built without the feature that it
/// takes.
#[cfg(any(feature = "http", feature = "lambda"))]
pub async fn serve(app: App) -> Result<(), ServeError> {
    if std::env::var_os(LAMBDA).is_some_and(|address| !address.is_empty()) { on_lambda(app).await } else { over_http(app).await }
}

#[cfg(feature = "lambda")]
async fn on_lambda(app: App) -> Result<(), ServeError> {
    crate::lambda::run(app).await
}

#[cfg(all(feature = "http", not(feature = "lambda")))]
async fn on_lambda(_: App) -> Result<(), ServeError> {
    Err(ServeError::NotBuilt { feature: "lambda", to: "on AWS Lambda" })
}

#[cfg(feature = "http")]
async fn over_http(app: App) -> Result<(), ServeError> {
    let listening = settings::apply(crate::http::Server::new(app))?.listen().await?;
    eprintln!("listening on {}", listening.url());
    listening.run().await;
    Ok(())
}

#[cfg(all(feature = "lambda", not(feature = "http")))]
async fn over_http(_: App) -> Result<(), ServeError> {
    Err(ServeError::NotBuilt { feature: "http", to: "outside of AWS Lambda; for development there is `sayso::dev`" })
}
