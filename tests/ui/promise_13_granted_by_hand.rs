//! Skill code cannot declare a permission in the place of skill.yaml.

sayso::skill!("skill.yaml");

impl sayso::services::permission::ProfileEmail for skill::permitted::Permissions {}

fn main() {}
