//! The text of the token comes out through `expose_access_token` alone.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn read(account: &LinkedAccount<skill::OrderRide>) {
    let _: &str = account;
    let _: &str = account.as_ref();
    let _ = &account.account;
    let _ = account.access_token();
    let _: String = account.into();
}

fn main() {}
