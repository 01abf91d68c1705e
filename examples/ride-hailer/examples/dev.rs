//! Serves Ride Hailer on this machine, for development: `cargo run -p ride-hailer --example dev`.

use ride_hailer::{RideHailer, skill};

#[tokio::main]
async fn main() -> Result<(), sayso::ServeError> {
    tracing_subscriber::fmt::init();
    sayso::dev::serve(skill::app(RideHailer::default()), ([127, 0, 0, 1], 3000)).await
}
