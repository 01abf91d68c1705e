//! High Low Game: guess a number. The game that is not over, and how many were finished, are kept from session to session.

use sayso::{Context, Response, Result, speech::NumberArg};
use serde::{Deserialize, Serialize};
use skill::{attributes, speech};

sayso::skill!("skill.yaml");

/// The handlers, and what thinks of a number.
pub struct HighLowGame<N> {
    think: N,
}

/// What is kept of a user.
#[derive(Default, Serialize, Deserialize)]
struct Played {
    games: u32,
    game: Option<Game>,
}

/// A game that is not over.
#[derive(Serialize, Deserialize)]
struct Game {
    number: i64,
    guesses: u32,
}

const HIGHEST: i64 = 100;

impl<N: Fn() -> i64 + Send + Sync + 'static> HighLowGame<N> {
    /// `think` gives the number of each new game.
    pub fn new(think: N) -> Self {
        Self { think }
    }

    /// Begins a game, or goes on with the one that is not over.
    async fn play(&self, cx: &mut Context) -> Result<Response> {
        let number = (self.think)().clamp(0, HIGHEST);
        let is_new = attributes(cx)
            .update(|played: &mut Played| {
                let is_new = played.game.is_none();
                played.game.get_or_insert(Game { number, guesses: 0 });
                is_new
            })
            .await?;
        Ok(Response::ask(if is_new { speech::started() } else { speech::resumed() }))
    }
}

/// What a guess comes to. A right one ends the game.
fn judge(played: &mut Played, guess: i64) -> Response {
    let Some(game) = &mut played.game else { return Response::ask(speech::no_game()) };
    game.guesses += 1;
    let said = || NumberArg::from(guess);
    match guess.cmp(&game.number) {
        std::cmp::Ordering::Greater => Response::ask(speech::too_high(said())),
        std::cmp::Ordering::Less => Response::ask(speech::too_low(said())),
        std::cmp::Ordering::Equal => {
            let guesses = game.guesses;
            played.games += 1;
            played.game = None;
            Response::ask(speech::right(said(), guesses))
        }
    }
}

#[sayso::handlers]
impl<N: Fn() -> i64 + Send + Sync + 'static> skill::Handlers for HighLowGame<N> {
    async fn launch(&self, cx: &mut Context) -> Result<Response> {
        let played: Played = attributes(cx).read().await?;
        Ok(Response::ask(match played.game {
            Some(game) => speech::welcome_back(game.guesses),
            None => speech::welcome(played.games),
        }))
    }

    async fn number_guess(&self, cx: &mut Context, guess: skill::NumberGuess) -> Result<Response> {
        let number = guess.number.as_ref().and_then(|heard| heard.known()).copied();
        let Some(number) = number.filter(|number| (0..=HIGHEST).contains(number)) else {
            return Ok(Response::ask(speech::no_number()));
        };
        Ok(attributes(cx).update(|played: &mut Played| judge(played, number)).await?)
    }

    async fn new_game(&self, cx: &mut Context) -> Result<Response> {
        attributes(cx).update(|played: &mut Played| played.game = None).await?;
        self.play(cx).await
    }

    async fn yes(&self, cx: &mut Context) -> Result<Response> {
        self.play(cx).await
    }

    async fn no(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::tell(speech::goodbye()))
    }
}
