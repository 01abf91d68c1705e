//! Serves Ride Hailer in production: as a function on AWS Lambda, and as a web service everywhere else.

use ride_hailer::{RideHailer, skill};

#[tokio::main]
async fn main() -> Result<(), sayso::ServeError> {
    tracing_subscriber::fmt::init();
    sayso::serve(skill::app(RideHailer::default())).await
}
