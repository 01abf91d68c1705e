//! Every error of skill.yaml breaks the build, at its own line and column, and nothing is told that only follows from them.

use sayso::{App, Context, LinkedAccount, Response, Result};
use skill::{Grants, Handlers, OrderRide, scope, speech};

sayso::skill!("broken/skill.yaml");

struct Skill;

#[sayso::handlers]
impl Handlers for Skill {
    async fn order_ride(&self, _: &mut Context, ride: OrderRide, account: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        order(account);
        Ok(Response::ask(speech::ordering(&ride.destination)))
    }
}

fn order(_: &LinkedAccount<impl Grants<scope::RidesRequest>>) {}

fn answer(_: &mut Context, ride: &skill::OrderRide) -> Result<Response> {
    match ride.service {
        Some(skill::ServiceLevel::Pool) => Ok(Response::tell(skill::speech::ordering(&ride.destination))),
        _ => Ok(Response::empty()),
    }
}

fn main() {
    let _: App = skill::app(Skill);
}
