//! The fields of an account are private.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn make() -> LinkedAccount<skill::OrderRide> {
    LinkedAccount { token: "token".into(), intent: std::marker::PhantomData }
}

fn main() {}
