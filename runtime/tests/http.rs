//! The development server.
#![cfg(feature = "http")]

mod by_hand;

use by_hand::{handlers::RideHailer, skill};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// One exchange with a server of its own; the whole answer as text.
async fn exchange(head: &str, body: &[u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(async move { axum::serve(listener, sayso::dev::router(skill::app(RideHailer))).await });
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = format!("{head}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await.expect("the head");
    // A refused body may close the connection before all of it is written.
    let _ = stream.write_all(body).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    server.abort();
    String::from_utf8_lossy(&answer).into_owned()
}

const LAUNCH: &str = r#"{"version":"1.0","context":{"System":{"application":{"applicationId":"amzn1.ask.skill.00000000-0000-0000-0000-000000000000"}}},"request":{"type":"LaunchRequest","locale":"en-US"}}"#;

#[tokio::test]
async fn a_request_is_answered() {
    let answer = exchange("POST / HTTP/1.1", LAUNCH.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("content-type: application/json") && answer.contains("Welcome"), "{answer}");
}

#[tokio::test]
async fn what_is_no_request_is_told_so() {
    let answer = exchange("POST / HTTP/1.1", b"{\"request\": secret-words}").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains(r#"{"error":"the body is not an Alexa request"#) && !answer.contains("secret"), "{answer}");
    let other = LAUNCH.replace("0000-0000", "1111-1111");
    assert!(exchange("POST / HTTP/1.1", other.as_bytes()).await.starts_with("HTTP/1.1 403"));
    assert!(exchange("GET / HTTP/1.1", b"").await.starts_with("HTTP/1.1 405"));
    assert!(exchange("POST /other HTTP/1.1", b"{}").await.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn a_large_body_is_not_read() {
    let answer = exchange("POST / HTTP/1.1", &vec![b' '; 256 * 1024 + 1]).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[tokio::test]
async fn only_the_loopback_interface_is_listened_on() {
    for address in ["0.0.0.0:0", "192.0.2.1:0", "[::]:0"] {
        let address = address.parse().expect("an address");
        let error = sayso::dev::serve(skill::app(RideHailer), address).await.expect_err("not a loopback address");
        assert!(error.to_string().contains("does not verify that requests come from Alexa"), "{error}");
    }
}
