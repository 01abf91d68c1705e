//! Serves High Low Game on this machine, for development, and forgets the games when it ends: `cargo run -p high-low-game --example dev`.

use high_low_game::{HighLowGame, skill};
use sayso::store::Memory;

#[tokio::main]
async fn main() -> Result<(), sayso::ServeError> {
    tracing_subscriber::fmt::init();
    sayso::dev::serve(skill::app(HighLowGame::new(|| 42), Memory::new()), ([127, 0, 0, 1], 3000)).await
}
