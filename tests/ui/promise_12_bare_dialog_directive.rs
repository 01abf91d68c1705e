//! A dialog directive names its intent, also in the handler of an intent with a dialog.

use sayso::{Context, LinkedAccount, Response, Result};

sayso::skill!("skill.yaml");

struct Skill;

#[sayso::handlers]
impl skill::Handlers for Skill {
    async fn launch(&self, _: &mut Context, _: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        Ok(Response::delegate())
    }

    async fn order_ride(&self, _: &mut Context, _: skill::OrderRide, _: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        let answer = if true { Response::confirm(skill::speech::welcome()) } else { Response::empty() };
        Ok(answer)
    }

    async fn yes(&self, _: &mut Context, _: &LinkedAccount<skill::Yes>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
