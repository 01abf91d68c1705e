//! One request, bytes to bytes, through the gate and a handler: no network, no signature.

#[path = "../tests/by_hand/mod.rs"]
mod by_hand;

use by_hand::handlers::{GOOD_TOKEN, RideHailer};
use by_hand::skill;
use criterion::{Criterion, criterion_group, criterion_main};
use sayso::testing::block_on;
use serde_json::{Value, json};

const ID: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

/// A request as a device with a screen sends it, 4 to 5 KB.
fn order() -> Vec<u8> {
    let user = json!({"userId": format!("amzn1.ask.account.{}", "A".repeat(180)), "accessToken": GOOD_TOKEN});
    let application = json!({"applicationId": ID});
    let matched = json!({"resolutionsPerAuthority": [{
        "authority": format!("amzn1.er-authority.echo-sdk.{ID}.ServiceLevel"),
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": "shared ride", "id": "POOL"}}],
    }]});
    let envelope = json!({
        "version": "1.0",
        "session": {"new": false, "sessionId": "amzn1.echo-api.session.1", "application": application, "user": user,
            "attributes": {"history": (0..20).map(|n| format!("place {n}")).collect::<Vec<_>>()}},
        "context": {
            "System": {"application": application, "user": user,
                "device": {"deviceId": format!("amzn1.ask.device.{}", "B".repeat(160)),
                    "supportedInterfaces": {"AudioPlayer": {}, "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.1"}}}},
                "apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": "e".repeat(900)},
            "Viewport": viewport(),
            "AudioPlayer": {"playerActivity": "IDLE"},
        },
        "request": {"type": "IntentRequest", "requestId": "amzn1.echo-api.request.1", "timestamp": "2026-11-22T12:00:00Z",
            "locale": "en-US", "dialogState": "COMPLETED",
            "intent": {"name": "OrderRide", "confirmationStatus": "NONE", "slots": {
                "destination": {"name": "destination", "value": "Main Street", "confirmationStatus": "NONE", "source": "USER",
                    "slotValue": {"type": "Simple", "value": "Main Street"}},
                "service": {"name": "service", "value": "shared ride", "confirmationStatus": "NONE", "source": "USER",
                    "resolutions": matched, "slotValue": {"type": "Simple", "value": "shared ride", "resolutions": matched}},
            }}},
    });
    envelope.to_string().into_bytes()
}

fn viewport() -> Value {
    json!({"experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": false, "canResize": false}], "mode": "HUB",
        "shape": "RECTANGLE", "pixelWidth": 1024, "pixelHeight": 600, "dpi": 160, "currentPixelWidth": 1024, "currentPixelHeight": 600,
        "touch": ["SINGLE"], "video": {"codecs": ["H_264_42", "H_264_41"]}})
}

fn turn(c: &mut Criterion) {
    let app = skill::app(RideHailer);
    let body = order();
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
