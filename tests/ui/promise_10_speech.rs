//! Speech has the arguments that its text names, each of its type.

sayso::skill!("skill.yaml");

fn speech() {
    let _ = skill::speech::ordering();
    let _ = skill::speech::ordered("nine");
    let _ = skill::speech::welcome("Ada");
    let _ = skill::speech::not_written_anywhere();
}

fn main() {}
