//! Games over several sessions.

use high_low_game::{HighLowGame, skill};
use sayso::store::Memory;
use sayso::testing::{Conversation, block_on};
use std::sync::Arc;

/// A session of a user whose games are in the store; each new game has the number 42.
fn session(store: &Arc<Memory>) -> Conversation {
    Conversation::with(skill::app(HighLowGame::new(|| 42), Arc::clone(store)))
}

fn guess(talk: &mut Conversation, number: &str) -> sayso::testing::Reply {
    block_on(async { talk.intent("NumberGuess").slot("number", number).await })
}

fn launch(talk: &mut Conversation) -> String {
    block_on(async { talk.launch().await.speech() })
}

fn say(talk: &mut Conversation, intent: &str) -> sayso::testing::Reply {
    block_on(async { talk.intent(intent).await })
}

#[test]
fn a_game_goes_on_in_the_next_session() {
    let store = Arc::new(Memory::new());
    let mut talk = session(&store);
    assert_eq!(launch(&mut talk), "Welcome to High Low Game. You have finished 0 games. Would you like to play?");
    say(&mut talk, "AMAZON.YesIntent").assert_says("What is your first guess?").assert_open();
    guess(&mut talk, "50").assert_says("50 is too high").assert_open();
    say(&mut talk, "AMAZON.StopIntent").assert_says("Your game is still here").assert_ended();

    let mut talk = session(&store);
    assert_eq!(launch(&mut talk), "You have a game that is not over, with 1 guesses. Would you like to go on?");
    say(&mut talk, "AMAZON.YesIntent").assert_says("What is your next guess?");
    guess(&mut talk, "17").assert_says("17 is too low");
    guess(&mut talk, "42").assert_says("42 is right! You needed 3 guesses.");
    say(&mut talk, "AMAZON.NoIntent").assert_ended();

    assert_eq!(launch(&mut session(&store)), "Welcome to High Low Game. You have finished 1 games. Would you like to play?");
}

#[test]
fn a_new_game_takes_the_place_of_the_old_one() {
    let store = Arc::new(Memory::new());
    let mut talk = session(&store);
    say(&mut talk, "AMAZON.YesIntent");
    guess(&mut talk, "1").assert_says("too low");
    say(&mut talk, "NewGame").assert_says("What is your first guess?");
    guess(&mut talk, "42").assert_says("You needed 1 guesses.");
}

#[test]
fn what_is_no_guess_counts_as_none() {
    let store = Arc::new(Memory::new());
    let mut talk = session(&store);
    guess(&mut talk, "5").assert_says("There is no game yet.");
    say(&mut talk, "AMAZON.YesIntent");
    for odd in ["?", "101", "-1"] {
        guess(&mut talk, odd).assert_says("Tell me a number");
    }
    guess(&mut talk, "42").assert_says("You needed 1 guesses.");
}

#[test]
fn germans_hear_german() {
    let store = Arc::new(Memory::new());
    let mut talk = session(&store).locale("de-DE");
    assert!(launch(&mut talk).starts_with("Willkommen bei Hoch oder tief."));
}
