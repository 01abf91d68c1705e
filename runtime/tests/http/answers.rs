//! What is answered to what.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Request, Running, body, envelope, intent, launch, server, server_of, slow, status};
use crate::{log, unwell};

async fn running() -> Running {
    Running::start(server()).await
}

#[tokio::test]
async fn a_request_of_alexas_is_answered() {
    let server = running().await;
    let answer = server.ask(&Request::of(&launch())).await;
    assert_eq!(status(&answer), 200, "{answer}");
    assert!(answer.contains("content-type: application/json;charset=UTF-8\r\n"), "{answer}");
    let answer: Value = serde_json::from_str(body(&answer)).expect("JSON");
    assert!(answer["response"]["outputSpeech"]["ssml"].as_str().expect("speech").contains("Welcome"), "{answer}");
}

#[tokio::test]
async fn what_does_not_come_from_alexa_is_refused_and_always_in_the_same_way() {
    let server = running().await;
    let good = Request::of(&launch());
    let mut changed = good.clone();
    changed.body.push(b' ');
    let mut of_another = Request::of(&launch());
    of_another.body = launch().to_string().replace("ONE", "TWO").into_bytes();
    let mut old = launch();
    old["request"]["timestamp"] = json!("2026-01-01T00:00:00Z");
    let other_skill = launch().to_string().replace("0000-0000", "1111-1111");
    let unsigned = good.clone().without("signature");
    let cases = [
        ("no headers", unsigned.clone()),
        ("no signature", good.clone().without("signature-256")),
        ("no certificate", good.clone().without("signaturecertchainurl")),
        ("only the old signature", good.clone().without("signature-256").header("Signature: c2lnbmF0dXJl")),
        ("no base64", good.clone().without("signature-256").header("Signature-256: ?")),
        ("a changed body", changed),
        ("another body", of_another),
        ("no body", good.clone().body(b"")),
        (
            "another host",
            unsigned.clone().header("SignatureCertChainUrl: https://evil.example/echo.api/a.pem").header("Signature-256: YQ=="),
        ),
        (
            "an unknown file",
            unsigned.header("SignatureCertChainUrl: https://s3.amazonaws.com/echo.api/b.pem").header("Signature-256: YQ=="),
        ),
        ("an old request", Request::of(&old)),
        ("another skill", Request::signed(other_skill.as_bytes())),
        ("no request", Request::signed(b"{\"secret-key\": \"secret-value\"}")),
        ("no JSON", Request::signed(b"\xff\xfe")),
        ("no type", Request::of(&envelope(json!({"locale": "en-US"})))),
    ];
    let mut bodies = Vec::new();
    for (name, request) in cases {
        let answer = server.ask(&request).await;
        assert_eq!(status(&answer), 400, "{name}: {answer}");
        assert!(answer.contains("content-type: application/json"), "{name}: {answer}");
        bodies.push(body(&answer).to_owned());
    }
    assert_eq!(bodies[0], r#"{"error":"the request is refused"}"#);
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
}

#[tokio::test]
async fn a_failing_handler_apologises_where_it_is_heard() {
    let server = running().await;
    for name in ["AMAZON.FallbackIntent", "AMAZON.NoIntent"] {
        let answer = server.ask(&Request::of(&intent(name))).await;
        assert!(status(&answer) == 200 && answer.contains("something went wrong"), "{name}: {answer}");
    }
}

#[tokio::test]
async fn a_handler_that_takes_too_long_apologises_too() {
    let server = Running::start(server_of(unwell::app().answer_within(Duration::from_millis(200)))).await;
    let answer = server.ask(&Request::of(&slow(60.0))).await;
    assert!(status(&answer) == 200 && answer.contains("something went wrong"), "{answer}");
}

#[tokio::test]
async fn a_failure_that_nobody_hears_of_is_told_to_alexa() {
    let server = running().await;
    let mut enabled = envelope(json!({"type": "AlexaSkillEvent.SkillEnabled"}));
    enabled.as_object_mut().expect("an object").remove("session");
    let answer = server.ask(&Request::of(&enabled)).await;
    assert_eq!(status(&answer), 500, "{answer}");
    assert!(answer.contains("content-type: application/json"), "{answer}");
    assert_eq!(body(&answer), r#"{"version":"1.0","response":{}}"#);
}

#[tokio::test]
async fn the_server_is_well_and_says_nothing_else() {
    let server = running().await;
    let answer = server.exchange(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(status(&answer) == 200 && body(&answer).is_empty(), "{answer}");
    let answer = server.exchange(b"HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert_eq!(status(&answer), 200, "{answer}");
    assert_eq!(status(&server.ask(&Request::of(&launch()).line("POST /healthz HTTP/1.1")).await), 405);
}

#[tokio::test]
async fn other_methods_and_paths_are_not_answered() {
    let server = running().await;
    for method in ["GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "ODD"] {
        let answer = server.exchange(format!("{method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).await;
        assert!(status(&answer) == 405 && answer.contains("allow: POST\r\n"), "{method}: {answer}");
    }
    for path in ["/other", "/?query", "//", "/%2f", "/healthz/", "/..", "*", "http://other.example/elsewhere"] {
        let answer = server.ask(&Request::of(&launch()).line(&format!("POST {path} HTTP/1.1"))).await;
        let expected = if path == "/?query" { 200 } else { 404 };
        assert_eq!(status(&answer), expected, "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_path_of_ones_own_is_the_only_one() {
    let server = Running::start(server().path("/alexa/ride-hailer")).await;
    let request = Request::of(&launch());
    assert_eq!(status(&server.ask(&request.clone().line("POST /alexa/ride-hailer HTTP/1.1")).await), 200);
    assert_eq!(status(&server.ask(&request).await), 404);
    assert_eq!(status(&server.exchange(b"GET /healthz HTTP/1.0\r\n\r\n").await), 200);
}

#[tokio::test]
async fn a_post_to_where_nothing_is_is_told_in_the_log() {
    log::begin();
    let server = Running::start(server().path("/alexa")).await;
    server.ask(&Request::of(&launch()).line("POST /elsewhere?with=more HTTP/1.1")).await;
    let log = log::end();
    let told: Vec<&str> = log.lines().filter(|line| line.contains(" WARN ")).collect();
    assert_eq!(told.len(), 1, "{log}");
    let said = "a POST to `/elsewhere` is not answered: the skill answers at `/alexa`; SAYSO_PATH or `Server::path` says where";
    assert!(told[0].ends_with(said), "{log}");
}

#[tokio::test]
async fn what_strangers_look_for_is_told_shortly_or_not_at_all() {
    log::begin();
    let server = running().await;
    server.exchange(b"GET /favicon.ico HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    server.ask(&Request::of(&launch()).line(&format!("POST /{} HTTP/1.1", "a".repeat(5000)))).await;
    server.ask(&Request::of(&launch()).line("POST /\u{85}\u{202e}\u{1f600}\"`{ HTTP/1.1")).await;
    let log = log::end();
    let told: Vec<&str> = log.lines().filter(|line| line.contains(" WARN ")).collect();
    assert!(!told.is_empty() && told.iter().all(|line| line.len() < 400 && line.is_ascii()), "{log}");
    assert!(!log.contains("favicon"), "{log}");
}

#[tokio::test]
async fn a_path_that_cannot_be_served_is_told() {
    let cases = [
        ("", "the path `` does not begin with `/`"),
        ("alexa", "the path `alexa` does not begin with `/`"),
        ("/{all}", "the path `/{all}` has other characters than letters, digits, `/`, `-`, `.`, `_` and `~`"),
        ("/healthz", "the path `/healthz` is where the server says that it is well"),
    ];
    for (path, told) in cases {
        let error = server().path(path).listen().await.err().expect("an error");
        assert_eq!(error.to_string(), told);
    }
    // Odd ones do no harm.
    for path in ["//", "/a//b/", "/..", "/~me"] {
        assert!(server().path(path).listen().await.is_ok(), "{path}");
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_told() {
    let taken = running().await.address;
    let error = server().address(taken).listen().await.err().expect("an error");
    let port = taken.port();
    assert_eq!(error.to_string(), format!("port {port} is in use: end what listens there, or choose another port"));
    let error = server().address(([192, 0, 2, 1], 0)).listen().await.err().expect("an error");
    assert!(error.to_string().starts_with("192.0.2.1:0 cannot be listened on: "), "{error}");
}
