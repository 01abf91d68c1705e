//! What `sayso build --handlers` begins with compiles without a warning, after an import of the trait too.
#![deny(warnings)]
#![allow(clippy::todo, reason = "these handlers are still to be written")]

use sayso_compiler::{Input, Options, analyze, rust};
use skill::Handlers;

sayso::skill!("ui/skill.yaml");

struct Fresh;

#[rustfmt::skip]
#[sayso::handlers]
impl Handlers for Fresh {
    async fn launch(&self, _cx: &mut sayso::Context, _account: Option<&sayso::LinkedAccount<skill::Launch>>) -> sayso::Result<sayso::Response> {
        todo!("answer the launch of the skill")
    }

    async fn order_ride(&self, _cx: &mut sayso::Context, _intent: skill::OrderRide, _account: &sayso::LinkedAccount<skill::OrderRide>) -> sayso::Result<sayso::Response> {
        todo!("answer the intent `OrderRide`")
    }

    async fn yes(&self, _cx: &mut sayso::Context, _account: &sayso::LinkedAccount<skill::Yes>) -> sayso::Result<sayso::Response> {
        todo!("answer the intent `AMAZON.YesIntent`")
    }

    async fn availability_by_city(&self, _cx: &mut sayso::Context, _intent: skill::AvailabilityByCity) -> sayso::Result<sayso::Response> {
        todo!("answer the intent `AvailabilityByCity`")
    }
}

#[test]
fn the_handlers_above_are_those_that_are_written() {
    let _ = skill::app(Fresh);
    let input = Input::from_text("skill.yaml", include_str!("../ui/skill.yaml"));
    let stubs: Vec<String> = analyze(&input, &Options::default(), |analysis| {
        let all = rust::handlers(&analysis.skill.expect("a skill without errors"));
        all.iter().filter(|handler| !handler.provided).map(|handler| handler.stub("skill::")).collect()
    });
    let (_, rest) = include_str!("fresh.rs").split_once("impl Handlers for Fresh {\n").expect("the implementation");
    let (written, _) = rest.split_once("\n}\n").expect("its end");
    let written: Vec<&str> = written.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    assert_eq!(written.join("\n").trim(), stubs.join("\n").trim());
}
