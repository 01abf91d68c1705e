//! Nothing but `expose_access_token` gives a token out. Each test plants tokens everywhere and greps.

use serde_json::{Value, json};

use crate::by_hand::{handlers::RideHailer, skill};
use crate::small;
use crate::support::{envelope, event, intent, logged, send, ssml};
use sayso::{Error, Response, Speech};

/// Every token of the envelopes here begins like this.
const SECRET: &str = "s3cret-0123456789";

fn tokens_everywhere(request: Value) -> Value {
    let mut envelope = envelope(request, Some(SECRET));
    envelope["session"]["user"]["permissions"] = json!({"consentToken": SECRET});
    envelope["context"]["System"]["apiAccessToken"] = format!("{SECRET}-api").into();
    envelope["context"]["System"]["person"] = json!({"personId": "p", "accessToken": format!("{SECRET}-person")});
    envelope
}

fn requests() -> Vec<Value> {
    let mut error = json!({"type": "SessionEndedRequest", "reason": "ERROR"});
    error["error"] = json!({"type": "INVALID_RESPONSE", "message": format!("Bearer {SECRET} was refused")});
    vec![
        json!({"type": "LaunchRequest"}),
        intent("AvailabilityByCity", json!({"city": {"value": "Dallas"}})),
        intent("OrderRide", json!({"destination": {"value": "x"}})),
        intent("AMAZON.YesIntent", json!({})),
        intent(SECRET, json!({})),
        error,
        json!({"type": "AlexaSkillEvent.SkillAccountLinked", "body": {"accessToken": SECRET}}),
        json!({"type": "Something.NobodyKnows", "deep": [{"note": format!("it is {SECRET}")}]}),
    ]
}

#[test]
fn no_answer_and_no_log_line_holds_a_token() {
    let app = skill::app(RideHailer);
    for request in requests() {
        for envelope in [tokens_everywhere(request.clone()), event(request.clone(), Some(SECRET))] {
            let (answer, log) = logged(|| send(&app, &envelope));
            assert!(!answer.to_string().contains(SECRET), "{answer}");
            assert!(!log.contains(SECRET), "{log}");
        }
    }
}

#[test]
fn an_error_or_panic_that_quotes_the_token_is_redacted_in_the_log() {
    let failing: &[small::Answer] = &[
        |_, _| Err(std::io::Error::other(format!("GET /rides?token={SECRET}")).into()),
        |_, _| Err(Error::Failed(format!("header `{SECRET}`").into())),
        |_, _| panic!("{SECRET}"),
    ];
    for answer in failing {
        let envelope = tokens_everywhere(json!({"type": "LaunchRequest"}));
        let (_, log) = logged(|| send(&small::app(*answer), &envelope));
        assert!(log.contains("ERROR") && log.contains("[token]"), "{log}");
        assert!(!log.contains(SECRET), "{log}");
    }
}

#[test]
fn an_answer_that_holds_the_token_is_not_sent() {
    let leaking: &[(small::Answer, &str)] = &[
        (|_, _| Ok(Response::tell(Speech::text(SECRET))), "in the speech"),
        (|_, _| Ok(Response::ask(Speech::text("ok")).reprompt(Speech::text(SECRET))), "in the reprompt"),
        (|_, _| Ok(Response::empty().card(sayso::Card::simple("t", SECRET))), "in the card"),
        (
            |_, _| Ok(Response::empty().directive(sayso::Directive::from_json(json!({"type": "AudioPlayer.Stop", "note": SECRET}))?)),
            "in a directive",
        ),
        (
            |cx, _| {
                cx.session().set("token", SECRET)?;
                Ok(Response::ask(Speech::text("ok")))
            },
            "in the session attributes",
        ),
    ];
    for (answer, place) in leaking {
        let envelope = tokens_everywhere(json!({"type": "LaunchRequest"}));
        let (answer, log) = logged(|| send(&small::app(*answer), &envelope));
        assert!(!answer.to_string().contains(SECRET), "{answer}");
        assert!(answer.to_string().contains("something went wrong"), "{answer}");
        assert!(log.contains(&format!("the answer holds an access token, {place}")), "{log}");
    }
}

/// A token may have signs (RFC 6749, appendix A.12) that are written otherwise in JSON, in SSML and in what `Debug` shows.
#[test]
fn a_token_is_found_however_it_is_written() {
    const ODD: &str = r#"s3cret-"0123\4567&89<"#;
    let leaking: &[small::Answer] = &[
        |_, _| Ok(Response::tell(Speech::text(ODD))),
        |_, _| Ok(Response::empty().card(sayso::Card::simple("t", ODD))),
        |cx, _| {
            cx.session().set("token", ODD)?;
            Ok(Response::ask(Speech::text("ok")))
        },
        |_, _| Err(Error::Failed(format!("header {ODD:?}").into())),
    ];
    for answer in leaking {
        let (answer, log) = logged(|| send(&small::app(*answer), &envelope(json!({"type": "LaunchRequest"}), Some(ODD))));
        assert!(answer.to_string().contains("something went wrong"), "{answer}");
        assert!(!log.contains("s3cret-"), "{log}");
    }
}

/// SSML has no control characters, so nothing is left of such a token: nothing is in every text.
#[test]
fn what_is_left_of_an_odd_token_is_not_looked_for() {
    for odd in ["\u{1}".repeat(12), format!("{}a", "\u{1}".repeat(12))] {
        let answer =
            send(&skill::app(RideHailer), &envelope(intent("AvailabilityByCity", json!({"city": {"value": "Dallas"}})), Some(&odd)));
        assert!(ssml(&answer).contains("Dallas"), "{answer}");
    }
}

#[test]
fn the_context_shows_no_token() {
    let app = small::app(|cx, other| {
        let session = format!("{:?}", cx.session());
        let seen = format!("{cx:?} {cx:#?} {other:?} {session}");
        let interfaces: Vec<&str> = cx.interfaces().collect();
        let ids = [cx.user_id(), cx.person_id(), cx.device_id(), cx.locale(), cx.request_id(), cx.timestamp()];
        assert!(!format!("{seen} {interfaces:?} {ids:?}").contains(SECRET));
        Ok(Response::end())
    });
    for request in [json!({"type": "LaunchRequest"}), json!({"type": "Something.NobodyKnows", "accessToken": SECRET})] {
        let answer = send(&app, &tokens_everywhere(request));
        assert_eq!(answer["response"]["shouldEndSession"], true, "the handler panicked: {answer}");
    }
}

#[test]
fn a_refusal_quotes_nothing() {
    let app = skill::app(RideHailer);
    let body = tokens_everywhere(json!({"type": "LaunchRequest"})).to_string();
    let broken = body.replace("LaunchRequest", "LaunchRequest\\q");
    let cut = &body[..body.len() - 4];
    for body in [broken.as_bytes(), cut.as_bytes(), &[body.as_bytes(), b"\xff"].concat()] {
        let refused = sayso::testing::block_on(app.handle(body)).expect_err("the body is broken");
        assert!(!format!("{refused} {refused:?}").contains(SECRET));
        assert!(refused.to_string().contains("line 1, column"), "{refused}");
    }
}
