//! What goes wrong: statuses, bodies, addresses.

use sayso::services::{ServiceError, TransactionQuery};
use sayso::{ConsentMissing, Context};
use serde_json::Value;

use crate::alexa::{Alexa, request};
use crate::small::{bare, skill};

type Outcome = Result<(), ServiceError>;

/// A call of each service, with its result left out.
type Call = for<'a> fn(&'a Context) -> sayso::services::Asking<'a, ()>;

macro_rules! call {
    ($services:ident, $call:ident($($argument:expr),*)) => {
        (|cx| Box::pin(async move { $services::services(cx).$call($($argument),*).await.map(drop) })) as Call
    };
}

fn missing(permission: &str) -> Outcome {
    Err(ServiceError::ConsentMissing(ConsentMissing::of(permission)))
}

#[tokio::test]
async fn each_service_has_its_own_way_to_miss_a_consent() {
    let alexa = Alexa::start().await;
    let forbidden: [(Call, &str); 6] = [
        (call!(skill, address()), "alexa::devices:all:address:full:read"),
        (call!(skill, country_and_postal_code()), "alexa:devices:all:address:country_and_postal_code:read"),
        (call!(skill, email()), "alexa::profile:email:read"),
        (call!(skill, given_name()), "alexa::profile:given_name:read"),
        (call!(skill, speakers_name()), "alexa::profile:name:read"),
        (call!(skill, mobile_number()), "alexa::profile:mobile_number:read"),
    ];
    for (call, permission) in forbidden {
        alexa.answers(403, r#"{"type": "FORBIDDEN", "message": "The authentication token is not valid."}"#).answers(401, "");
        assert_eq!(alexa.ask(call).await, missing(permission));
        assert_eq!(alexa.ask(call).await, Err(ServiceError::Unauthorized), "{permission}");
    }
    let either: [(Call, &str); 4] = [
        (call!(skill, reminders()), "alexa::alerts:reminders:skill:readwrite"),
        (call!(skill, delete_timers()), "alexa::alerts:timers:skill:readwrite"),
        (call!(skill, lists()), "alexa::household:lists:read"),
        (call!(skill, create_list("x")), "alexa::household:lists:write"),
    ];
    for (call, permission) in either {
        for status in [401, 403] {
            alexa.answers(status, r#"{"code": "UNAUTHORIZED", "message": "UserAuthenticationException"}"#);
            assert_eq!(alexa.ask(call).await, missing(permission), "{status}");
        }
    }
    let free: [Call; 3] = [call!(bare, time_zone()), call!(bare, product("p")), call!(bare, voice_purchasing())];
    for call in free {
        alexa.answers(401, "").answers(403, r#"{"code": "ACCESS_DENIED", "message": "no"}"#);
        assert_eq!(alexa.ask(call).await, Err(ServiceError::Unauthorized));
        let code = Some("ACCESS_DENIED".to_owned());
        assert_eq!(alexa.ask(call).await, Err(ServiceError::Refused { status: 403, code }));
    }
}

#[tokio::test]
async fn a_permission_that_the_manifest_lacks_is_not_asked_for() {
    let alexa = Alexa::start().await;
    for body in [
        r#"{"type": "FORBIDDEN", "message": "Access to this resource cannot be requested."}"#,
        r#"{"code": "ACCESS_DENIED", "message": "Access denied with reason: FORBIDDEN"}"#,
    ] {
        alexa.answers(403, body);
        assert_eq!(alexa.ask(call!(skill, email())).await, Err(ServiceError::NotInManifest("alexa::profile:email:read")));
    }
    for body in [
        r#"{"type": "FORBIDDEN", "message": "Access to this resource has not yet been requested."}"#,
        r#"{"code": "ACCESS_DENIED", "message": "Access denied with reason: ACCESS_NOT_REQUESTED"}"#,
    ] {
        alexa.answers(403, body);
        assert_eq!(alexa.ask(call!(skill, email())).await, missing("alexa::profile:email:read"));
    }
}

#[tokio::test]
async fn what_no_consent_can_mend_is_refused() {
    let alexa = Alexa::start().await;
    for code in ["DEVICE_NOT_SUPPORTED", "MAX_REMINDERS_EXCEEDED"] {
        alexa.answers(403, format!(r#"{{"code": "{code}", "message": "no"}}"#));
        let refused = ServiceError::Refused { status: 403, code: Some(code.to_owned()) };
        assert_eq!(alexa.ask(call!(skill, reminders())).await, Err(refused));
    }
}

#[tokio::test]
async fn statuses_have_their_meaning() {
    let alexa = Alexa::start().await;
    let plain = |status, code: Option<&str>| ServiceError::Refused { status, code: code.map(str::to_owned) };
    for (status, body, error) in [
        (404, r#"{"code": "ALERT_NOT_FOUND"}"#, ServiceError::NotFound),
        (429, "", ServiceError::Throttled),
        (500, "<html>", ServiceError::Unavailable),
        (503, "", ServiceError::Unavailable),
        (504, r#"{"code": "DEVICE_OFFLINE"}"#, ServiceError::Unavailable),
        (400, r#"{"code": "INVALID_KEY", "type": "OTHER", "message": "m", "Message": "M"}"#, plain(400, Some("INVALID_KEY"))),
        (405, "not json", plain(405, None)),
        (409, r#"{"type": "conflict; token=s3cret"}"#, plain(409, None)),
        (412, "[1, 2]", plain(412, None)),
        (302, "", plain(302, None)),
        (307, r#"{"code": ["A"]}"#, plain(307, None)),
    ] {
        alexa.answers(status, body);
        assert_eq!(alexa.ask(call!(skill, reminder("r"))).await, Err(error), "{status}");
    }
}

#[tokio::test]
async fn nothing_is_none_or_not_found() {
    let alexa = Alexa::start().await;
    for (status, body) in [(204, ""), (200, ""), (200, " \n"), (200, "null"), (200, r#""""#), (200, r#"" ""#)] {
        alexa.answers(status, body).answers(status, body);
        assert_eq!(alexa.ask(|cx| skill::services(cx).email()).await, Ok(None), "{status} {body}");
        assert_eq!(alexa.ask(call!(skill, timer("t"))).await, Err(ServiceError::NotFound), "{status} {body}");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_told() {
    let alexa = Alexa::start().await;
    let deep = "[".repeat(100_000);
    for body in ["{", "name", r#""open"#, "\u{0}", r#"{"id": }"#, deep.as_str(), r#"{"no": "id"}"#, r#"{"id": ["1"]}"#, "3", "true"] {
        alexa.answers(200, body);
        assert_eq!(alexa.ask(call!(skill, timer("t"))).await, Err(ServiceError::Malformed), "{}", &body[..body.len().min(20)]);
    }
    alexa.answers(200, b"\"\xff\"".to_vec());
    assert_eq!(alexa.ask(call!(skill, email())).await, Err(ServiceError::Malformed));
}

#[tokio::test]
async fn a_large_answer_is_not_read() {
    let alexa = Alexa::start().await;
    let large = |size: usize| format!(r#""{}""#, "a".repeat(size - 2));
    alexa.answers(200, large(1024 * 1024)).answers(200, large(1024 * 1024 + 1));
    let name = alexa.ask(|cx| skill::services(cx).name()).await.expect("an answer").expect("a name");
    assert_eq!(name.len(), 1024 * 1024 - 2);
    assert_eq!(alexa.ask(call!(skill, name())).await, Err(ServiceError::Malformed));
}

#[tokio::test]
async fn the_token_goes_to_the_region_of_the_request_and_nowhere_else() {
    let alexa = Alexa::start().await;
    let mut request = request();
    let mut asks = async |endpoint: Value| {
        request["context"]["System"]["apiEndpoint"] = endpoint;
        alexa.ask_in(&request, |app| app, |cx| bare::services(cx).time_zone()).await
    };
    for region in ["https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com:443/"] {
        assert_eq!(asks(region.into()).await, Ok(None));
    }
    for odd in
        ["http://api.amazonalexa.com", "https://api.amazonalexa.com.evil.example", "https://127.0.0.1", "https://u@api.amazonalexa.com", ""]
    {
        assert_eq!(asks(odd.into()).await, Err(ServiceError::NoEndpoint), "{odd}");
    }
    for odd in [Value::Null, 1.into(), Value::Array(Vec::new())] {
        assert_eq!(asks(odd).await, Err(ServiceError::NoEndpoint));
    }
    assert_eq!(alexa.hosts(), ["api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com"]);
}

#[tokio::test]
async fn without_a_token_nothing_is_asked() {
    let alexa = Alexa::start().await;
    let mut request = request();
    for token in [Value::Null, "".into(), " ".into(), 7.into(), "line\nbreak".into(), serde_json::json!({"t": "t"})] {
        request["context"]["System"]["apiAccessToken"] = token;
        let result = alexa.ask_in(&request, |app| app, |cx| bare::services(cx).transactions(&TransactionQuery::default())).await;
        assert_eq!(result, Err(ServiceError::NoEndpoint));
    }
    assert!(alexa.asked().is_empty());
}
