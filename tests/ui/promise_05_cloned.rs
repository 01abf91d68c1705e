//! An account cannot be cloned or copied.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn cloned(account: &LinkedAccount<skill::OrderRide>) -> LinkedAccount<skill::OrderRide> {
    account.clone()
}

fn copied(account: &LinkedAccount<skill::OrderRide>) -> LinkedAccount<skill::OrderRide> {
    *account
}

fn owned(account: &LinkedAccount<skill::OrderRide>) -> LinkedAccount<skill::OrderRide> {
    account.to_owned()
}

fn main() {}
