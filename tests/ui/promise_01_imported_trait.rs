//! The same after an import of the trait, whose module the other handlers tell.

use sayso::{Context, LinkedAccount, Response, Result};

use crate::generated::skill::{self, Handlers};

mod generated {
    sayso::skill!("skill.yaml");
}

struct Skill;

#[sayso::handlers]
impl Handlers for Skill {
    async fn launch(&self, _: &mut Context, _: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        Ok(Response::ask(skill::speech::welcome()))
    }

    async fn order_ride(&self, _: &mut Context, _: skill::OrderRide, _: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {
    let _ = skill::app(Skill);
}
