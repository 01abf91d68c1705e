//! Each missing handler is one error; Stop, Cancel, Help, Fallback and NavigateHome have answers of their own.

use sayso::{Context, LinkedAccount, Response, Result};

sayso::skill!("skill.yaml");

struct Skill;

#[sayso::handlers]
impl skill::Handlers for Skill {
    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
