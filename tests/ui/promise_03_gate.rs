//! The gate is closed to skill code: its key is private, a turn cannot be made, and another key does not fit.

use sayso::Context;

sayso::skill!("skill.yaml");

struct Mine;

fn with_the_key(turn: &sayso::generated::Turn<'_, skill::Key>) {
    let _ = turn.maybe_linked(skill::Key);
}

fn with_another_key<K>(turn: &sayso::generated::Turn<'_, K>) {
    let _ = turn.linked(Mine);
}

fn with_a_turn_of_its_own<'a>(cx: &'a mut Context, entry: sayso::generated::Entry<'a>) {
    let _ = sayso::generated::Turn::<Mine>::new(cx, entry);
    let _ = sayso::generated::Turn::<Mine> { cx, entry };
}

fn without_a_turn() {
    let _ = sayso::generated::MaybeLinked(None);
}

fn main() {}
