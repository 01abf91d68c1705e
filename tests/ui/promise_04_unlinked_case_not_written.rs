//! The unlinked case has to be written: an `Option` is no account.

use sayso::{Context, LinkedAccount, Response, Result};

sayso::skill!("skill.yaml");

struct Skill;

#[sayso::handlers]
impl skill::Handlers for Skill {
    async fn launch(&self, _: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        let _ = account.expose_access_token();
        let Some(_) = account;
        Ok(Response::empty())
    }

    async fn order_ride(&self, _: &mut Context, _: skill::OrderRide, _: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn yes(&self, _: &mut Context, _: &LinkedAccount<skill::Yes>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
