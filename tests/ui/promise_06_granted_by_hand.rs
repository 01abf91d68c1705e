//! Skill code cannot grant itself a scope.

sayso::skill!("skill.yaml");

struct Mine;

impl skill::Grants<skill::scope::ProfileRead> for Mine {}

impl skill::Grants<skill::scope::ProfileRead> for skill::Yes {
    const SEAL: skill::sealed::Seal = skill::sealed::Seal;
}

fn main() {}
