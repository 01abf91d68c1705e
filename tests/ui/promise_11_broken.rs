//! Every error of skill.yaml breaks the build, at its own line and column.

sayso::skill!("broken/skill.yaml");

fn main() {}
