//! Serves Ride Hailer on this machine, for development: `cargo run -p ride-hailer`.

use ride_hailer::{RideHailer, skill};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 3000));
    match sayso::dev::serve(skill::app(RideHailer::default()), address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
