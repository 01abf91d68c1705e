//! The fields of an account are private, and so are those of what the gate hands out.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn make() -> LinkedAccount<skill::OrderRide> {
    LinkedAccount { account: unreachable!(), intent: std::marker::PhantomData }
}

fn open() -> &'static LinkedAccount<skill::OrderRide> {
    sayso::generated::Linked { account: unreachable!() }.account()
}

fn main() {}
