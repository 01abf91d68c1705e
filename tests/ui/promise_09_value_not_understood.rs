//! A slot of a type of the skill may hold words that are none of its values.

sayso::skill!("skill.yaml");

fn service(order: skill::OrderRide) {
    match order.service {
        Some(heard) => match heard.known() {
            Some(skill::ServiceLevel::Pool) => {}
        },
        None => {}
    }
}

fn main() {}
