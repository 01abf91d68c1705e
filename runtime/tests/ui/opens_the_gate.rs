#[path = "../by_hand/mod.rs"]
mod by_hand;

use by_hand::skill;
use sayso::LinkedAccount;

fn account<'a>(turn: sayso::generated::Turn<'a, skill::Key>) -> &'a LinkedAccount<skill::Yes> {
    turn.linked(skill::Key).unwrap().account()
}

fn main() {}
