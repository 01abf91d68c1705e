#[path = "../by_hand/mod.rs"]
mod by_hand;

use by_hand::skill::{self, scope};
use sayso::LinkedAccount;

fn places(_: &LinkedAccount<impl skill::Grants<scope::ProfileRead>>) {}

fn yes(account: &LinkedAccount<skill::Yes>) {
    places(account);
}

fn main() {}
