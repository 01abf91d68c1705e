//! The development server.
#![cfg(feature = "dev")]

mod by_hand;

use by_hand::{handlers::RideHailer, skill};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// One exchange with a server of its own; the whole answer as text.
async fn exchange(head: &str, body: &[u8]) -> String {
    exchange_with(&format!("{head}\r\nHost: localhost"), body).await
}

/// The same with a head that names its own host.
async fn exchange_with(head: &str, body: &[u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(async move { axum::serve(listener, sayso::dev::router(skill::app(RideHailer))).await });
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = format!("{head}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
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
    assert!(answer.contains(r#"{"error":"the body is not an Alexa request, a JSON object with `request` and `context` (reading stopped at line 1, column 13)"}"#) && !answer.contains("secret"), "{answer}");
    let other = LAUNCH.replace("0000-0000", "1111-1111");
    assert!(exchange("POST / HTTP/1.1", other.as_bytes()).await.starts_with("HTTP/1.1 403"));
    let look = exchange("GET / HTTP/1.1", b"").await;
    assert!(look.starts_with("HTTP/1.1 405") && look.contains("with POST"), "{look}");
    assert!(exchange("POST /other HTTP/1.1", b"{}").await.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn a_large_body_is_not_read() {
    let answer = exchange("POST / HTTP/1.1", &vec![b' '; 256 * 1024 + 1]).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[tokio::test]
async fn a_name_of_this_machine_is_answered() {
    for host in ["localhost", "LocalHost:3000", "127.0.0.1", "127.0.0.1:3000", "[::1]", "[::1]:3000"] {
        let answer = exchange_with(&format!("POST / HTTP/1.1\r\nHost: {host}"), LAUNCH.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
}

#[tokio::test]
async fn another_host_is_refused() {
    let others = [
        "Host: evil.example",
        "Host: evil.example:3000",
        "Host: localhost.evil.example",
        "Host: 127.0.0.1.evil.example",
        "Host: evil.example@localhost",
        "Host: localhost@evil.example",
        "Host: 192.0.2.1",
        "Host: [::2]:3000",
        "Host: ",
        "Host: localhost:port",
        "Host: [::1",
        "X-Host: localhost",
        "Host: localhost\r\nHost: evil.example",
    ];
    for host in others {
        let answer = exchange_with(&format!("POST / HTTP/1.1\r\n{host}"), LAUNCH.as_bytes()).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(status == "421" || status == "400", "{host}: {answer}");
        assert!(!answer.contains("Welcome"), "{host}: {answer}");
    }
    let answer = exchange_with("POST http://evil.example/ HTTP/1.1\r\nHost: localhost", LAUNCH.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 421") && answer.contains("evil.example"), "{answer}");
    let answer = exchange_with("POST /other HTTP/1.1\r\nHost: evil.example", LAUNCH.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
}

#[tokio::test]
async fn a_port_that_is_taken_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = taken.local_addr().expect("an address");
    let error = sayso::dev::serve(skill::app(RideHailer), address).await.expect_err("the port is taken");
    let port = address.port();
    assert_eq!(error.to_string(), format!("port {port} is in use: end what listens there, or choose another port"));
}

#[tokio::test]
async fn only_the_loopback_interface_is_listened_on() {
    for address in ["0.0.0.0:0", "192.0.2.1:0", "[::]:0"] {
        let address: SocketAddr = address.parse().expect("an address");
        let error = sayso::dev::serve(skill::app(RideHailer), address).await.expect_err("not a loopback address");
        assert!(error.to_string().contains("does not verify that requests come from Alexa"), "{error}");
    }
}
