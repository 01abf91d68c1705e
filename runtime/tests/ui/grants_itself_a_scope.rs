#[path = "../by_hand/mod.rs"]
mod by_hand;

use by_hand::skill::{self, scope};

struct Mine;

impl skill::Grants<scope::ProfileRead> for Mine {}
impl skill::Grants<scope::ProfileRead> for skill::Yes {
    const SEAL: skill::sealed::Seal = skill::sealed::Seal;
}

fn main() {}
