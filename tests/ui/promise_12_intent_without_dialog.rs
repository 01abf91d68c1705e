//! A dialog directive is for an intent with a dialog, and asks for a slot of that intent.

use sayso::Response;

sayso::skill!("skill.yaml");

fn answers() {
    let _ = Response::delegate::<skill::AvailabilityByCity>();
    let _ = Response::elicit(skill::AvailabilityByCity::CITY, skill::speech::welcome());
    let _ = Response::elicit::<skill::Yes>(skill::OrderRide::SERVICE, skill::speech::welcome());
}

fn main() {}
