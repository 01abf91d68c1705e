//! `AMAZON.YesIntent` declares `rides.request` and not `profile.read`.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn places<I: skill::Grants<skill::scope::ProfileRead>>(_: &LinkedAccount<I>) {}

fn yes(account: &LinkedAccount<skill::Yes>) {
    places(account);
}

fn main() {}
