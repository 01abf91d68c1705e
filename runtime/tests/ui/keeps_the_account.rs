#[path = "../by_hand/mod.rs"]
mod by_hand;

use by_hand::skill;
use sayso::{Context, LinkedAccount, Response, Result};

struct Keeper(std::sync::Mutex<Option<&'static LinkedAccount<skill::Yes>>>);

impl Keeper {
    async fn yes(&self, _: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result {
        *self.0.lock().unwrap() = Some(account);
        Ok(Response::empty())
    }
}

fn main() {}
