use std::time::{Duration, Instant};

use sayso::services::ServiceError;
use sayso::{Response, Speech};
use serde_json::json;

use crate::alexa::{Alexa, request};
use crate::small::{self, bare};

#[tokio::test]
async fn words_are_said_before_the_answer() {
    let alexa = Alexa::start().await;
    let said = alexa.ask(|cx| bare::services(cx).progressive(Speech::text("Tom & Jerry").then(Speech::ssml("<break time='1s'/>")))).await;
    assert_eq!(said, Ok(()));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "POST /v1/directives");
    assert_eq!(
        asked.body,
        json!({
            "header": {"requestId": "amzn1.echo-api.request.1"},
            "directive": {"type": "VoicePlayer.Speak", "speech": "<speak>Tom &amp; Jerry <break time='1s'/></speak>"},
        })
    );
}

#[tokio::test]
async fn five_are_the_most() {
    let alexa = Alexa::start().await;
    let last = alexa
        .ask(|cx| {
            Box::pin(async move {
                let services = bare::services(cx);
                for count in 0..5 {
                    services.progressive(Speech::text(count.to_string())).await?;
                }
                services.progressive(Speech::text("6")).await
            })
        })
        .await;
    assert!(matches!(last, Err(ServiceError::Invalid(why)) if why.contains("five times")), "{last:?}");
    assert_eq!(alexa.asked().len(), 5);
}

#[tokio::test]
async fn only_a_launch_and_an_intent_have_them() {
    let alexa = Alexa::start().await;
    let mut request = request();
    for (kind, allowed) in [
        ("IntentRequest", true),
        ("LaunchRequest", true),
        ("AlexaSkillEvent.SkillEnabled", false),
        ("Alexa.Presentation.APL.UserEvent", false),
        ("CanFulfillIntentRequest", false),
    ] {
        request["request"]["type"] = kind.into();
        let said = alexa.ask_in(&request, |app| app, |cx| bare::services(cx).progressive(Speech::text("Hm."))).await;
        assert_eq!((said.is_ok(), alexa.asked().len()), (allowed, usize::from(allowed)), "{kind}");
    }
}

#[tokio::test]
async fn broken_ssml_is_not_sent() {
    let alexa = Alexa::start().await;
    let said = alexa.ask(|cx| bare::services(cx).progressive(Speech::ssml("<p>open"))).await;
    assert_eq!(said, Err(ServiceError::Invalid("the speech is not well-formed SSML")));
    assert!(alexa.asked().is_empty());
}

#[tokio::test]
async fn a_slow_service_is_not_waited_for() {
    let alexa = Alexa::start().await;
    alexa.answers_after(Duration::from_secs(5), 204, "");
    let began = Instant::now();
    let said = alexa.ask(|cx| bare::services(cx).progressive(Speech::text("Hm."))).await;
    assert_eq!(said, Err(ServiceError::Unavailable));
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_failure_does_not_spoil_the_answer() {
    let alexa = Alexa::start().await;
    alexa.answers(403, r#"{"code": 403, "message": "The skill is not allowed to send directives at the moment."}"#);
    let app = small::app(|cx| {
        Box::pin(async move {
            let refused = bare::services(cx).progressive(Speech::text("Hm.")).await;
            assert_eq!(refused, Err(ServiceError::Refused { status: 403, code: Some("403".to_owned()) }));
            Ok(Response::tell(Speech::text("Done.")))
        })
    });
    let answer = app.fetch(alexa).handle(request().to_string().as_bytes()).await.expect("an answer");
    assert!(String::from_utf8_lossy(&answer).contains("<speak>Done.</speak>"));
}
