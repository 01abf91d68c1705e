//! The value of an intent has its slots, and those of no other.

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

    async fn yes(&self, _: &mut Context, _: &LinkedAccount<skill::Yes>) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::OrderRide) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
