//! Serves Ride Hailer on this machine, for development: `cargo run -p ride-hailer`.

use ride_hailer::{RideHailer, skill};
use std::net::{Ipv4Addr, SocketAddr};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 3000));
    sayso::dev::serve(skill::app(RideHailer::default()), address).await
}
