//! An account cannot be handed back out of the turn.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

static KEPT: std::sync::OnceLock<&'static str> = std::sync::OnceLock::new();

async fn yes(account: &LinkedAccount<skill::Yes>) {
    let _ = KEPT.set(account.expose_access_token());
}

fn longer<'long>(account: &LinkedAccount<skill::Yes>) -> &'long LinkedAccount<skill::Yes> {
    account
}

fn main() {}
