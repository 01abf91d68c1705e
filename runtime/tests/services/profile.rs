use serde_json::Value;

use crate::alexa::{Alexa, request};
use crate::small::skill;

#[tokio::test]
async fn the_account_is_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#""ada@example.com""#);
    assert_eq!(alexa.ask(|cx| skill::services(cx).email()).await, Ok(Some("ada@example.com".to_owned())));
    assert_eq!(alexa.asked_once().line, "GET /v2/accounts/~current/settings/Profile.email");
    alexa.answers(200, r#""Ada""#);
    assert_eq!(alexa.ask(|cx| skill::services(cx).given_name()).await, Ok(Some("Ada".to_owned())));
    assert_eq!(alexa.asked_once().line, "GET /v2/accounts/~current/settings/Profile.givenName");
    alexa.answers(200, r#""Ada Lovelace""#);
    assert_eq!(alexa.ask(|cx| skill::services(cx).name()).await, Ok(Some("Ada Lovelace".to_owned())));
    assert_eq!(alexa.asked_once().line, "GET /v2/accounts/~current/settings/Profile.name");
    for number in [r#"{"countryCode": "+44", "phoneNumber": "1815 1210"}"#, r#"{"countryCode": "+44", "mobileNumber": "1815 1210"}"#] {
        alexa.answers(200, number);
        let number = alexa.ask(|cx| skill::services(cx).mobile_number()).await.expect("an answer").expect("a number");
        assert_eq!((number.country_code.as_deref(), number.phone_number.as_deref()), (Some("+44"), Some("1815 1210")));
        assert_eq!(alexa.asked_once().line, "GET /v2/accounts/~current/settings/Profile.mobileNumber");
    }
}

#[tokio::test]
async fn the_speaker_is_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#""Ada""#);
    assert_eq!(alexa.ask(|cx| skill::services(cx).speakers_given_name()).await, Ok(Some("Ada".to_owned())));
    assert_eq!(alexa.asked_once().line, "GET /v2/persons/~current/profile/givenName");
    assert_eq!(alexa.ask(|cx| skill::services(cx).speakers_name()).await, Ok(None));
    assert_eq!(alexa.asked_once().line, "GET /v2/persons/~current/profile/name");
    assert_eq!(alexa.ask(|cx| skill::services(cx).speakers_mobile_number()).await, Ok(None));
    assert_eq!(alexa.asked_once().line, "GET /v2/persons/~current/profile/mobileNumber");
}

#[tokio::test]
async fn nobody_is_asked_about_a_speaker_that_nobody_recognised() {
    let alexa = Alexa::start().await;
    let mut request = request();
    request["context"]["System"]["person"] = Value::Null;
    assert_eq!(alexa.ask_in(&request, |app| app, |cx| skill::services(cx).speakers_name()).await, Ok(None));
    assert!(alexa.asked().is_empty());
}
