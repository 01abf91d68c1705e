//! What an editor inserts for the missing handlers compiles, and so do handlers written as functions that return a future.

// Editors insert just this.
#![allow(unused_variables, clippy::todo)]

use sayso::{Context, LinkedAccount, Response};

sayso::skill!("ui/skill.yaml");

struct Inserted;

#[sayso::handlers]
impl skill::Handlers for Inserted {
    fn launch(
        &self,
        cx: &mut sayso::Context,
        account: Option<&sayso::LinkedAccount<skill::Launch>>,
    ) -> impl Future<Output = sayso::Result> + Send {
        todo!()
    }

    fn order_ride(
        &self,
        cx: &mut sayso::Context,
        intent: skill::OrderRide,
        account: &sayso::LinkedAccount<skill::OrderRide>,
    ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
        todo!()
    }

    fn yes(&self, _: &mut Context, _: &LinkedAccount<skill::Yes>) -> impl Future<Output = sayso::Result> + Send {
        std::future::ready(Ok(Response::empty()))
    }

    async fn availability_by_city(&self, _: &mut Context, _: skill::AvailabilityByCity) -> sayso::Result {
        Ok(Response::empty())
    }
}

#[test]
fn the_skill_with_inserted_handlers_is_an_application() {
    let _ = skill::app(Inserted);
}
