//! One request, bytes to bytes, through the gate and a handler: no network, no signature.

#[path = "../tests/by_hand/mod.rs"]
mod by_hand;
mod order;

use by_hand::handlers::{GOOD_TOKEN, RideHailer};
use by_hand::skill;
use criterion::{Criterion, criterion_group, criterion_main};
use sayso::testing::block_on;
use serde_json::{Value, json};

fn turn(c: &mut Criterion) {
    let app = skill::app(RideHailer);
    let body = order::order(GOOD_TOKEN);
    let (mut launch, mut unlinked): (Value, Value) =
        (serde_json::from_slice(&body).expect("JSON"), serde_json::from_slice(&body).expect("JSON"));
    launch["request"] = json!({"type": "LaunchRequest", "requestId": "r", "locale": "de-DE"});
    unlinked["context"]["System"]["user"]["accessToken"] = Value::Null;
    for (name, body) in [("intent", body), ("launch", launch.to_string().into_bytes()), ("unlinked", unlinked.to_string().into_bytes())] {
        c.bench_function(&format!("{name}, {} bytes", body.len()), |b| {
            b.iter(|| block_on(app.handle(std::hint::black_box(&body))).expect("an answer"));
        });
    }
}

criterion_group!(benches, turn);
criterion_main!(benches);
