//! What Alexa would refuse is not sent: a reason is logged, and a legal answer goes instead.

use serde_json::json;

use crate::small::{self, Answer};
use crate::support::{envelope, event, logged, send, ssml};
use sayso::{Card, Directive, Image, Response, Speech};

fn launch() -> serde_json::Value {
    envelope(json!({"type": "LaunchRequest"}), None)
}

fn image(url: String) -> Response {
    Response::empty().card(Card::standard("t", "x", Image { small: Some(url), large: None }))
}

fn clips(count: usize) -> Speech {
    Speech::ssml("<audio src='https://a.example/a.mp3'/>".repeat(count))
}

fn play() -> Directive {
    Directive::from_json(json!({"type": "AudioPlayer.Play"})).expect("a directive")
}

#[test]
fn what_is_too_much_is_replaced_and_logged() {
    let cases: &[(Answer, &str)] = &[
        (|_, _| Ok(Response::tell(Speech::text("x".repeat(7986)))), "the speech has 8001 characters"),
        (|_, _| Ok(Response::ask(Speech::text("x")).reprompt(Speech::text("x".repeat(8000)))), "the speech has 8015"),
        (|_, _| Ok(Response::empty().card(Card::simple("t", "é".repeat(8000)))), "the card has 8001 characters"),
        (|_, _| Ok(image(format!("https://a.example/{}", "x".repeat(2000)))), "longer than 2000"),
        (|_, _| Ok(image("http://a.example/x.png".into())), "does not begin with `https://`"),
        (|_, _| Ok(Response::tell(clips(6))), "6 audio tags"),
        (|_, _| Ok(Response::ask(clips(3)).reprompt(clips(3))), "6 audio tags"),
        (|_, _| Ok(Response::tell(Speech::ssml("fish & chips"))), "SSML is not well-formed at byte 5"),
        (|_, _| Ok(Response::empty().directive(play()).directive(play())), "more than one `AudioPlayer.Play`"),
        (
            |cx, _| {
                cx.session().set("large", &"x".repeat(122_880))?;
                Ok(Response::ask(Speech::text("ok")))
            },
            "Alexa takes 122880",
        ),
    ];
    for (answer, reason) in cases {
        let (answer, log) = logged(|| send(&small::app(*answer), &launch()));
        assert!(log.contains("ERROR") && log.contains(reason), "{reason}: {log}");
        assert!(ssml(&answer).contains("something went wrong"), "{reason}: {answer}");
        assert!(answer.to_string().len() < 1000);
    }
}

#[test]
fn what_just_fits_is_sent() {
    let cases: &[Answer] = &[
        |_, _| Ok(Response::tell(Speech::text("x".repeat(7985)))),
        |_, _| Ok(Response::tell(Speech::text("é".repeat(7985)))),
        |_, _| Ok(Response::tell(Speech::text("x")).card(Card::simple("t", "x".repeat(7999)))),
        |_, _| Ok(Response::ask(clips(5))),
    ];
    for answer in cases {
        let (answer, log) = logged(|| send(&small::app(*answer), &launch()));
        assert!(!log.contains("ERROR"), "{log}");
        assert!(!ssml(&answer).contains("something went wrong"), "{answer}");
    }
}

#[test]
fn a_large_answer_is_sent_with_a_warning() {
    let app = small::app(|cx, _| {
        cx.session().set("large", &"x".repeat(30_000))?;
        Ok(Response::ask(Speech::text("ok")))
    });
    let (answer, log) = logged(|| send(&app, &launch()));
    assert_eq!(ssml(&answer), "<speak>ok</speak>");
    assert!(log.contains("WARN") && log.contains("the answer is large"), "{log}");
}

#[test]
fn audio_requests_take_audio_directives_and_nothing_else() {
    let request = event(json!({"type": "PlaybackController.PlayCommandIssued"}), None);
    let answer = send(&small::app(|_, _| Ok(Response::empty().directive(play()))), &request);
    assert_eq!(answer["response"], json!({"directives": [{"type": "AudioPlayer.Play"}]}));
    let other: Answer = |_, _| Ok(Response::empty().directive(Directive::from_json(json!({"type": "VideoApp.Launch"}))?));
    assert_eq!(send(&small::app(other), &request)["response"], json!({}));
}

#[test]
fn a_video_leaves_the_session_to_the_device() {
    let app =
        small::app(|_, _| Ok(Response::tell(Speech::text("now")).directive(Directive::from_json(json!({"type": "VideoApp.Launch"}))?)));
    assert_eq!(send(&app, &launch())["response"].get("shouldEndSession"), None);
}

#[test]
fn the_three_ends_of_an_answer() {
    let cases: &[(Answer, Option<bool>)] = &[
        (|_, _| Ok(Response::ask(Speech::text("x"))), Some(false)),
        (|_, _| Ok(Response::tell(Speech::text("x"))), Some(true)),
        (|_, _| Ok(Response::idle(Speech::text("x"))), None),
        (|_, _| Ok(Response::empty()), None),
        (|_, _| Ok(Response::end()), Some(true)),
        (|_, _| Ok(Response::empty().reprompt(Speech::text("x"))), Some(false)),
    ];
    for (answer, ended) in cases {
        let answer = send(&small::app(*answer), &launch());
        assert_eq!(answer["response"].get("shouldEndSession").map(|end| end == true), *ended, "{answer}");
    }
}
