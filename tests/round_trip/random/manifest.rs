//! Random manifests.

use crate::picks::Picks;
use serde_json::{Map, Value, json};

const TEXTS: &[&str] = &[
    "Orders green cars.",
    "no",
    "Line one.\nLine two.",
    "Steps:\n\n- one\n- two\n",
    "It's 12:30: \"go\" #now",
    "  Indented\n    more",
    "You need an account, which you link in the Alexa app.",
    "ends with a blank ",
    "グリーンカー",
    "🚕",
    "C:\\cars",
    "a long text that goes on and on, because store descriptions do, and that has to be folded over several lines to be read at all by a person",
    "With it you can do three things: order a car, call it back when nobody comes # and ask where it is, at any time of the day and of the night:",
    "- \"Alexa, ask green car to get me home\": that is how it begins, and with many words: how it goes on, from one end of town to the other",
    "a long text with a sign of its own \u{e000}: it goes on and on as the others do, so that it has to be folded, and cannot be written so",
];
const COUNTRIES: &[&str] = &["US", "GB", "DE", "JP", "NO", "AT"];
const PERMISSIONS: &[&str] = &["alexa::profile:given_name:read", "alexa::profile:email:read", "alexa::devices:all:geolocation:read"];
const KEYWORDS: &[&str] = &["ride", "taxi", "no", "12:30", "green car"];

/// The manifest of a skill with these locales.
pub fn manifest(locales: &[&str], is_linked: bool, picks: &mut Picks<'_>) -> Value {
    let mut publishing = json!({"locales": each(locales, |locale| store(locale, picks)), "category": "TAXI_AND_RIDESHARING"});
    match picks.below(3) {
        0 => publishing["isAvailableWorldwide"] = json!(true),
        1 => {
            let countries = picks.some(COUNTRIES);
            publishing["distributionCountries"] = if countries.is_empty() { json!(["US"]) } else { json!(countries) };
            publishing["isAvailableWorldwide"] = json!(false);
        }
        _ => {}
    }
    if picks.one_in(2) {
        publishing["testingInstructions"] = json!(picks.of(TEXTS));
    }
    if picks.one_in(2) {
        publishing["distributionMode"] = json!(picks.of(&["PUBLIC", "PRIVATE"]));
    }
    let mut manifest = json!({"manifestVersion": "1.0", "publishingInformation": publishing, "apis": {"custom": custom(picks)}});
    if picks.one_in(2) {
        manifest["privacyAndCompliance"] = compliance(locales, is_linked, picks);
    }
    if picks.one_in(5) {
        manifest["apis"]["smartHome"] = smart_home(picks);
    }
    if picks.one_in(5) {
        manifest["unknownNumbers"] = json!([-0.0, 1e300, 2.50, 18_446_744_073_709_551_615_u64, i64::MIN, picks.below(9)]);
    }
    let permissions = picks.some(PERMISSIONS);
    if !permissions.is_empty() {
        manifest["permissions"] = permissions.iter().map(|name| json!({"name": name})).collect();
    }
    if picks.one_in(4) {
        manifest["events"] = json!({"endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:events"}, "subscriptions": [{"eventName": "SKILL_ENABLED"}, {"eventName": "SKILL_DISABLED"}]});
    }
    json!({"manifest": manifest})
}

fn each(locales: &[&str], mut of: impl FnMut(&str) -> Value) -> Value {
    Value::Object(locales.iter().map(|locale| ((*locale).to_owned(), of(locale))).collect::<Map<_, _>>())
}

fn store(locale: &str, picks: &mut Picks<'_>) -> Value {
    let mut store = json!({"name": if locale.starts_with("en") { "Green Car" } else { "Grüner Wagen" }});
    for key in ["summary", "description"] {
        if picks.one_in(2) {
            store[key] = json!(picks.of(TEXTS));
        }
    }
    if picks.one_in(2) {
        store["keywords"] = json!(picks.some(KEYWORDS));
    }
    if picks.one_in(3) {
        store["smallIconUri"] = json!("https://cars.dev/small.png");
        store["largeIconUri"] = json!("https://cars.dev/large.png");
    }
    store
}

fn custom(picks: &mut Picks<'_>) -> Value {
    let mut custom = json!({"endpoint": {"uri": "arn:aws:lambda:us-east-1:123456789012:function:cars"}});
    if picks.one_in(3) {
        custom["endpoint"] = json!({"uri": "https://cars.dev/alexa", "sslCertificateType": picks.of(&["Trusted", "Wildcard"])});
    }
    if picks.one_in(3) {
        custom["regions"] = json!({"EU": {"endpoint": {"uri": "arn:aws:lambda:eu-west-1:123456789012:function:cars"}}});
    }
    let viewports = json!([{"mode": "HUB", "shape": "ROUND", "minWidth": 480, "maxWidth": 480, "minHeight": 480, "maxHeight": 480}]);
    let interfaces = match picks.below(4) {
        0 => return custom,
        1 => json!([]),
        2 => json!([{"type": "ALEXA_PRESENTATION_APL"}]),
        _ => json!([{"type": "VIDEO_APP"}, {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": viewports}]),
    };
    custom["interfaces"] = interfaces;
    custom
}

fn smart_home(picks: &mut Picks<'_>) -> Value {
    let place = |region: &str| json!({"uri": format!("arn:aws:lambda:{region}:123456789012:function:home")});
    match picks.below(4) {
        0 => json!({}),
        1 => json!({"protocolVersion": "3"}),
        2 => json!({"endpoint": place("us-east-1"), "regions": {"FE": {"endpoint": place("us-west-2")}}, "protocolVersion": "3"}),
        _ => json!({"endpoint": place("us-east-1"), "supportedControls": ["REMOTE_VEHICLE_CONTROL"]}),
    }
}

fn compliance(locales: &[&str], is_linked: bool, picks: &mut Picks<'_>) -> Value {
    let mut compliance = json!({
        "allowsPurchases": picks.one_in(2), "usesPersonalInfo": is_linked, "isChildDirected": false, "isExportCompliant": true, "containsAds": picks.one_in(2),
    });
    if picks.one_in(2) {
        compliance["locales"] = each(locales, |_| match picks.below(2) {
            0 => json!({"privacyPolicyUrl": "https://cars.dev/privacy"}),
            _ => json!({"privacyPolicyUrl": "https://cars.dev/privacy", "termsOfUseUrl": "https://cars.dev/terms"}),
        });
    }
    compliance
}
