//! The launch declares no scope at all.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn order(_: &LinkedAccount<impl skill::Grants<skill::scope::RidesRequest>>) {}

fn launch(account: &LinkedAccount<skill::Launch>) {
    order(account);
}

fn main() {}
