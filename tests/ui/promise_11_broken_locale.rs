//! So does an error of a file in `locales/`.

sayso::skill!("broken_locale/skill.yaml");

fn main() {}
