//! The parts of the runtime that see the token cannot be named.

sayso::skill!("skill.yaml");

fn internals(_: &sayso::account::Gate<'_>, _: &sayso::wire::Envelope<'_>, _: &sayso::wire::Token) {}

fn door() -> impl Sized {
    skill::Door(())
}

fn main() {}
