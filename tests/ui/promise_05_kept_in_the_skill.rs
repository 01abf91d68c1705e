//! An account cannot be kept in the skill.

use sayso::{Context, LinkedAccount, Response, Result};

sayso::skill!("skill.yaml");

struct Skill(std::sync::Mutex<Option<&'static LinkedAccount<skill::Yes>>>);

impl Skill {
    async fn yes(&self, _: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result<Response> {
        *self.0.lock().unwrap() = Some(account);
        Ok(Response::empty())
    }
}

fn main() {}
