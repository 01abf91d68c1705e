//! HTTP as it comes over the wire, well and badly.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::support::{LONG, Request, Running, launch, read_all, read_one, server, slow, status};

async fn running() -> Running {
    Running::start(server()).await
}

#[tokio::test]
async fn a_connection_takes_many_requests() {
    let server = running().await;
    let mut stream = server.connect().await;
    for _ in 0..5 {
        stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        assert_eq!(status(&read_one(&mut stream).await), 200);
    }
    // An error that is no fault of the connection's does not end it.
    stream.write_all(&Request::of(&launch()).without("signature-256").bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut stream).await), 400);
    stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut stream).await), 200);
}

#[tokio::test]
async fn requests_that_come_at_once_are_answered_in_turn() {
    let server = running().await;
    let mut bytes = Request::of(&slow(0.05)).bytes();
    bytes.extend(Request::of(&launch()).without("signature-256").bytes());
    bytes.extend(Request::of(&launch()).header("Connection: close").bytes());
    let answers = server.exchange(&bytes).await;
    let statuses: Vec<u16> = answers.split("HTTP/1.1").skip(1).map(|answer| status(&format!("HTTP/1.1{answer}"))).collect();
    assert_eq!(statuses, [200, 400, 200], "{answers}");
}

#[tokio::test]
async fn one_byte_at_a_time_is_a_request_as_well() {
    let server = running().await;
    let mut stream = server.connect().await;
    stream.set_nodelay(true).expect("an option");
    let bytes = Request::of(&launch()).header("Connection: close").bytes();
    for byte in bytes.chunks(40) {
        stream.write_all(byte).await.expect("a part");
        tokio::task::yield_now().await;
    }
    assert_eq!(status(&read_all(&mut stream).await), 200);
}

#[tokio::test]
async fn chunks_are_read() {
    let server = running().await;
    let request = Request::of(&launch()).header("Transfer-Encoding: chunked").header("Connection: close");
    let mut bytes = format!("{}\r\n", request.head()).into_bytes();
    for chunk in request.body.chunks(7) {
        bytes.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
        bytes.extend(chunk);
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"0\r\nTrailer: ignored\r\n\r\n");
    assert_eq!(status(&server.exchange(&bytes).await), 200);
}

#[tokio::test]
async fn two_lengths_are_none() {
    let server = running().await;
    let request = Request::of(&launch());
    for header in ["Content-Length: 1", "Content-Length: -1", "Content-Length: 99999999999999999999", "Transfer-Encoding: gzip"] {
        let answer = server.ask(&request.clone().header(header)).await;
        assert_eq!(status(&answer), 400, "{header}: {answer}");
    }
}

#[tokio::test]
async fn the_old_http_is_answered_and_closed() {
    let server = running().await;
    let answer = server.exchange(&Request::of(&launch()).line("POST / HTTP/1.0").bytes()).await;
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
}

#[tokio::test]
async fn what_is_no_http_is_refused() {
    let server = running().await;
    for bytes in
        [&b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..], b"nonsense\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\0\0\0\0"]
    {
        let answer = server.exchange(bytes).await;
        assert!(answer.is_empty() || status(&answer) == 400, "{answer}");
    }
}

#[tokio::test]
async fn who_has_said_all_still_hears_the_answer() {
    let server = running().await;
    let mut stream = server.connect().await;
    stream.write_all(&Request::of(&slow(0.2)).bytes()).await.expect("a request");
    stream.shutdown().await.expect("a half of the connection");
    assert_eq!(status(&read_all(&mut stream).await), 200);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    let server = running().await;
    let request = Request::of(&launch()).bytes();
    let mut stream = server.connect().await;
    stream.write_all(&request[..request.len() - 10]).await.expect("a part");
    stream.shutdown().await.expect("a half of the connection");
    let answer = read_all(&mut stream).await;
    assert!(answer.is_empty() || status(&answer) == 400, "{answer}");
}

#[tokio::test]
async fn a_large_head_is_refused() {
    let server = running().await;
    let large = format!("X-Large: {}", "x".repeat(20 * 1024));
    assert_eq!(status(&server.ask(&Request::of(&launch()).header(&large)).await), 431);
    let many = (0..200).map(|at| format!("X-{at}: x")).collect::<Vec<_>>().join("\r\n");
    assert_eq!(status(&server.ask(&Request::of(&launch()).header(&many)).await), 431);
    // It need not be whole.
    let answer = server.exchange(&vec![b'x'; 100 * 1024]).await;
    assert!(answer.is_empty() || [400, 414, 431].contains(&status(&answer)), "{answer}");
    let fits = format!("X-Large: {}", "x".repeat(14 * 1024));
    assert_eq!(status(&server.ask(&Request::of(&launch()).header(&fits)).await), 200);
}

#[tokio::test]
async fn a_large_body_is_not_read() {
    let server = running().await;
    let most = 256 * 1024;
    let mut body = launch().to_string().into_bytes();
    body.resize(most, b' ');
    assert_eq!(status(&server.ask(&Request::signed(&body)).await), 200);
    body.push(b' ');
    let large = Request::signed(&body);
    let mut stream = server.connect().await;
    stream.write_all(format!("{}Content-Length: 1000000000\r\n\r\n", large.head()).as_bytes()).await.expect("a head");
    assert_eq!(status(&read_one(&mut stream).await), 413, "before anything of it has come");
    let mut chunked = format!("{}Transfer-Encoding: chunked\r\n\r\n", large.head()).into_bytes();
    for chunk in body.chunks(32 * 1024) {
        chunked.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
        chunked.extend(chunk);
        chunked.extend(b"\r\n");
    }
    let answer = server.exchange(&chunked).await;
    assert!(answer.is_empty() || status(&answer) == 413, "{answer}");
}

#[tokio::test]
async fn who_asks_first_is_told_to_go_on() {
    let server = running().await;
    let request = Request::of(&launch()).header("Expect: 100-continue");
    let mut stream = server.connect().await;
    let length = request.body.len();
    stream.write_all(format!("{}Content-Length: {length}\r\n\r\n", request.head()).as_bytes()).await.expect("a head");
    let mut go_on = vec![0; 25];
    stream.read_exact(&mut go_on).await.expect("an answer");
    assert_eq!(go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(&request.body).await.expect("a body");
    assert_eq!(status(&read_one(&mut stream).await), 200);
    // Or is told at once that there is no use in it.
    let mut stream = server.connect().await;
    stream.write_all(format!("{}Content-Length: 300000\r\n\r\n", request.head()).as_bytes()).await.expect("a head");
    assert_eq!(status(&read_one(&mut stream).await), 413);
}

/// The time until a connection is closed, on which this is sent and then nothing more.
async fn time_of(server: &Running, bytes: &[u8]) -> (Duration, String) {
    let mut stream = server.connect().await;
    stream.write_all(bytes).await.expect("a part");
    let started = Instant::now();
    let answer = read_all(&mut stream).await;
    (started.elapsed(), answer)
}

#[tokio::test]
async fn slow_callers_are_waited_for_and_not_for_long() {
    let server = running().await;
    let request = Request::of(&launch());
    let whole = request.bytes();
    let (head, body) = (request.head().into_bytes(), &whole[..whole.len() - 1]);
    let ((idle, nothing), (half_head, none), (half_body, late)) =
        tokio::join!(time_of(&server, b""), time_of(&server, &head), time_of(&server, body));
    assert!(idle > Duration::from_millis(800) && idle < LONG && nothing.is_empty(), "{idle:?} {nothing}");
    assert!(half_head > Duration::from_millis(250) && half_head < idle && none.is_empty(), "{half_head:?} {none}");
    assert!(half_body > Duration::from_millis(250) && half_body < idle && status(&late) == 408, "{half_body:?} {late}");
}

#[tokio::test]
async fn a_head_has_its_time_as_a_whole() {
    let server = running().await;
    let mut stream = server.connect().await;
    let started = Instant::now();
    for byte in Request::of(&launch()).bytes().chunks(1) {
        if stream.write_all(byte).await.is_err() {
            break;
        }
        sleep(Duration::from_millis(50)).await;
        assert!(started.elapsed() < LONG, "it is still waited for");
    }
    assert!(started.elapsed() > Duration::from_millis(250));
}

#[tokio::test]
async fn time_between_requests_is_idle_time_and_the_time_of_a_turn_is_not() {
    let server = running().await;
    let mut stream = server.connect().await;
    for _ in 0..3 {
        // Longer than a head may take, and together longer than a connection may be idle.
        sleep(Duration::from_millis(450)).await;
        stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        assert_eq!(status(&read_one(&mut stream).await), 200);
    }
    stream.write_all(&Request::of(&slow(1.1)).bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut stream).await), 200);
    let started = Instant::now();
    assert_eq!(read_all(&mut stream).await, "");
    assert!(started.elapsed() > Duration::from_millis(800), "it was closed after {:?}", started.elapsed());
}

/// Requests without end, and nobody who reads an answer.
async fn never_reads(mut stream: TcpStream) -> Duration {
    let request = Request::of(&launch()).without("signature").bytes();
    let started = Instant::now();
    while stream.write_all(&request).await.is_ok() {
        assert!(started.elapsed() < LONG, "it is still waited for");
    }
    started.elapsed()
}

#[tokio::test]
async fn who_does_not_take_the_answers_is_left() {
    let server = running().await;
    let took = never_reads(server.connect().await).await;
    assert!(took > Duration::from_millis(250), "{took:?}");
}
