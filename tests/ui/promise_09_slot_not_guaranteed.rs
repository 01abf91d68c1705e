//! A slot that the dialog does not guarantee may be missing.

sayso::skill!("skill.yaml");

fn slots(order: skill::OrderRide, asked: skill::AvailabilityByCity) {
    let _: sayso::slot::Words = order.destination;
    let _: sayso::slot::Known<skill::ServiceLevel> = order.service;
    let _: sayso::slot::Words = asked.city;
}

fn main() {}
