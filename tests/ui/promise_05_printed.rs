//! An account cannot be printed or logged, alone or inside something else.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

#[derive(Debug)]
struct Wrapped<'a>(&'a LinkedAccount<skill::OrderRide>);

fn print(account: &LinkedAccount<skill::OrderRide>) {
    println!("{account}");
    println!("{account:?}");
    let _ = account.to_string();
}

fn main() {}
