//! One request, bytes to bytes, through the gate and a handler: no network, no signature. Beside it what reading the fields takes that
//! no turn can do without.
//!
//! The two are measured in turns, a few milliseconds each, since the speed of a machine changes from second to second.

#[path = "../tests/by_hand/mod.rs"]
mod by_hand;
#[path = "order/floor.rs"]
mod floor;
mod order;

use std::hint::black_box;
use std::time::Instant;

use by_hand::handlers::{GOOD_TOKEN, RideHailer};
use by_hand::skill;
use sayso::testing::block_on;
use serde_json::{Value, json};

const ROUNDS: usize = 301;
const REQUESTS: u32 = 500;

fn main() {
    let app = skill::app(RideHailer);
    let intent = order::order(GOOD_TOKEN);
    let floor = || {
        black_box(floor::read(black_box(&intent)));
    };
    println!("microseconds a request, and times the floor: medians of {ROUNDS}\n");
    println!("{:40}{:>6.2}", "floor: an intent's fields, borrowed", median((0..ROUNDS).map(|_| micros(floor)).collect()));
    for (name, body) in [("intent", intent.clone()), ("launch", launch(&intent)), ("unlinked", unlinked(&intent))] {
        let turn = || {
            black_box(block_on(app.handle(black_box(&body))).expect("an answer"));
        };
        let (times, ratios) = (0..ROUNDS).map(|_| (micros(turn), micros(floor))).map(|(ours, floor)| (ours, ours / floor)).unzip();
        println!("{:40}{:>6.2}{:>8.2}", format!("{name}, {} bytes", body.len()), median(times), median(ratios));
    }
}

fn launch(intent: &[u8]) -> Vec<u8> {
    let mut envelope: Value = serde_json::from_slice(intent).expect("JSON");
    envelope["request"] = json!({"type": "LaunchRequest", "requestId": "r", "locale": "de-DE"});
    envelope.to_string().into_bytes()
}

fn unlinked(intent: &[u8]) -> Vec<u8> {
    let mut envelope: Value = serde_json::from_slice(intent).expect("JSON");
    envelope["context"]["System"]["user"]["accessToken"] = Value::Null;
    envelope.to_string().into_bytes()
}

/// Microseconds that one of many takes.
fn micros(work: impl Fn()) -> f64 {
    let began = Instant::now();
    (0..REQUESTS).for_each(|_| work());
    began.elapsed().as_secs_f64() * 1e6 / f64::from(REQUESTS)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_unstable_by(f64::total_cmp);
    all[all.len() / 2]
}
