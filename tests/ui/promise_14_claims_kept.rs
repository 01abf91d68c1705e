//! What a token says is lent for the turn, too: it cannot be made, copied, serialised or kept.

use sayso::LinkedAccount;
use sayso::token::Claims;

sayso::skill!("checked/skill.yaml");

struct Rider(&'static Claims);

fn keep(account: &LinkedAccount<skill::Work>) -> Rider {
    Rider(account.claims())
}

fn copy(account: &LinkedAccount<skill::Work>) -> Claims {
    account.claims().clone()
}

fn make() -> Claims {
    Claims { subject: None }
}

fn write(account: &LinkedAccount<skill::Work>) -> String {
    serde_json::to_string(account.claims()).unwrap_or_default()
}

fn main() {}
