//! The request that the benchmarks measure.

use serde_json::{Value, json};

const ID: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

/// A request as a device with a screen sends it, 4 to 5 KB.
pub fn order(token: &str) -> Vec<u8> {
    let user = json!({"userId": format!("amzn1.ask.account.{}", "A".repeat(180)), "accessToken": token});
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
                "apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": "e".repeat(1500)},
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
