//! The account of one intent does not become that of another, which has more scopes.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn order(_: &LinkedAccount<skill::OrderRide>) {}

fn yes(account: &LinkedAccount<skill::Yes>) {
    order(account);
    order(account.into());
    order(LinkedAccount::of(account));
}

fn main() {}
