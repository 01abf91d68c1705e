//! An account, or its token without a copy, cannot go to a thread or a task that outlives the turn.

use sayso::{Context, LinkedAccount, Response, Result};

sayso::skill!("skill.yaml");

struct Skill;

#[sayso::handlers]
impl skill::Handlers for Skill {
    async fn launch(&self, _: &mut Context, _: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        Ok(Response::ask(skill::speech::welcome()))
    }

    async fn order_ride(&self, _: &mut Context, _: skill::OrderRide, _: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn yes(&self, _: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result<Response> {
        std::thread::spawn(move || account.expose_access_token().len());
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
