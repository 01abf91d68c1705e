//! Serves High Low Game in production. On AWS Lambda, whose disk does not last, games are kept in DynamoDB; everywhere else in a file.

use high_low_game::{HighLowGame, skill};
use sayso::store::Embedded;
use sayso_dynamodb::DynamoDb;
use std::error::Error;
use std::hash::{BuildHasher, RandomState};

/// The table, or the file.
const GAMES: &str = "high-low-game";

/// A number that nobody can tell before; a game needs no more than that.
fn think() -> i64 {
    i64::try_from(RandomState::new().hash_one(()) % 101).unwrap_or_default()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt::init();
    let game = HighLowGame::new(think);
    let app = if std::env::var_os("AWS_LAMBDA_FUNCTION_NAME").is_some() {
        skill::app(game, DynamoDb::on_lambda(GAMES)?)
    } else {
        skill::app(game, Embedded::open(format!("{GAMES}.redb"))?)
    };
    Ok(sayso::serve(app).await?)
}
