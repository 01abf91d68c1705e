//! Where skill.yaml does not say what access tokens are, an account has no claims: nothing was checked.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn rider(account: &LinkedAccount<skill::OrderRide>) -> Option<&str> {
    account.claims().subject()
}

fn any<I>(account: &LinkedAccount<I>) -> Option<&str> {
    account.claims().subject()
}

fn main() {}
