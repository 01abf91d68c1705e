use sayso::services::{DistanceUnits, ServiceError, TemperatureUnit};

use crate::alexa::{API_TOKEN, Alexa, request};
use crate::small::{bare, skill};

#[tokio::test]
async fn the_address_is_read() {
    let alexa = Alexa::start().await;
    alexa.answers(
        200,
        r#"{"addressLine1": "410 Terry Ave North", "addressLine2": "", "addressLine3": null, "city": "Seattle", "stateOrRegion": "WA",
            "districtOrCounty": "King", "postalCode": "98109", "countryCode": "US", "new": {"key": 1}}"#,
    );
    let address = alexa.ask(|cx| skill::services(cx).address()).await.expect("an answer").expect("an address");
    assert_eq!(address.address_line1.as_deref(), Some("410 Terry Ave North"));
    assert_eq!((&address.address_line2, &address.address_line3), (&None, &None));
    assert_eq!(address.city.as_deref(), Some("Seattle"));
    assert_eq!(address.state_or_region.as_deref(), Some("WA"));
    assert_eq!(address.district_or_county.as_deref(), Some("King"));
    assert_eq!(address.postal_code.as_deref(), Some("98109"));
    assert_eq!(address.country_code.as_deref(), Some("US"));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "GET /v1/devices/amzn1.ask.device.ONE/settings/address");
    assert_eq!(asked.headers["authorization"], format!("Bearer {API_TOKEN}"));
    assert_eq!(asked.headers["accept"], "application/json");
    assert!(asked.headers["user-agent"].to_str().expect("text").starts_with("sayso/"));
    assert!(!asked.headers.contains_key("content-type"), "there is no content");
}

#[tokio::test]
async fn country_and_postal_code_are_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#"{"countryCode": "DE", "postalCode": "10115"}"#);
    let short = alexa.ask(|cx| skill::services(cx).country_and_postal_code()).await.expect("an answer").expect("an address");
    assert_eq!((short.country_code.as_deref(), short.postal_code.as_deref()), (Some("DE"), Some("10115")));
    assert_eq!(alexa.asked_once().line, "GET /v1/devices/amzn1.ask.device.ONE/settings/address/countryAndPostalCode");
}

#[tokio::test]
async fn settings_need_no_permission() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#""Europe/Berlin""#);
    assert_eq!(alexa.ask(|cx| bare::services(cx).time_zone()).await, Ok(Some("Europe/Berlin".to_owned())));
    assert_eq!(alexa.asked_once().line, "GET /v2/devices/amzn1.ask.device.ONE/settings/System.timeZone");
    alexa.answers(200, r#""METRIC""#);
    assert_eq!(alexa.ask(|cx| bare::services(cx).distance_units()).await, Ok(Some(DistanceUnits::Metric)));
    assert_eq!(alexa.asked_once().line, "GET /v2/devices/amzn1.ask.device.ONE/settings/System.distanceUnits");
    alexa.answers(200, r#""KELVIN""#);
    let kelvin = TemperatureUnit::Other("KELVIN".to_owned());
    assert_eq!(alexa.ask(|cx| bare::services(cx).temperature_unit()).await, Ok(Some(kelvin)));
    assert_eq!(alexa.asked_once().line, "GET /v2/devices/amzn1.ask.device.ONE/settings/System.temperatureUnit");
}

#[tokio::test]
async fn an_id_from_outside_stays_in_its_place() {
    let alexa = Alexa::start().await;
    let mut request = request();
    request["context"]["System"]["device"]["deviceId"] = "../../v1/alerts/timers?x=/#".into();
    assert_eq!(alexa.ask_in(&request, |app| app, |cx| bare::services(cx).time_zone()).await, Ok(None));
    assert_eq!(alexa.asked_once().line, "GET /v2/devices/..%2F..%2Fv1%2Falerts%2Ftimers%3Fx%3D%2F%23/settings/System.timeZone");
}

#[tokio::test]
async fn a_request_without_a_device_asks_for_none() {
    let alexa = Alexa::start().await;
    let mut request = request();
    request["context"]["System"]["device"] = serde_json::Value::Null;
    let result = alexa.ask_in(&request, |app| app, |cx| bare::services(cx).time_zone()).await;
    assert_eq!(result, Err(ServiceError::Invalid("the request names no device")));
    assert!(alexa.asked().is_empty());
}
