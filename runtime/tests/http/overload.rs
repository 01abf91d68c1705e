//! More than there may be.

use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::time::sleep;

use crate::support::{Request, Running, launch, read_all, read_one, server, slow, status};

#[tokio::test]
async fn one_turn_too_many_is_told_at_once() {
    let server = Running::start(server().turns(2)).await;
    let mut slow_ones = [server.connect().await, server.connect().await];
    for stream in &mut slow_ones {
        stream.write_all(&Request::of(&slow(1.0)).bytes()).await.expect("a request");
    }
    sleep(Duration::from_millis(300)).await;
    let started = Instant::now();
    let mut third = server.connect().await;
    for _ in 0..3 {
        third.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        let answer = read_one(&mut third).await;
        assert!(status(&answer) == 503 && answer.contains(r#"{"error":"there is too much to do"}"#), "{answer}");
    }
    assert!(started.elapsed() < Duration::from_millis(600), "it took {:?}", started.elapsed());
    // What is not believed takes no turn, and neither does the question whether the server is well.
    third.write_all(&Request::of(&launch()).without("signature").bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut third).await), 400);
    third.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("a request");
    assert_eq!(status(&read_one(&mut third).await), 200);
    for stream in &mut slow_ones {
        assert_eq!(status(&read_one(stream).await), 200);
    }
    third.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut third).await), 200);
}

#[tokio::test]
async fn one_connection_too_many_is_closed_at_once() {
    let server = Running::start(server().connections(2)).await;
    let mut first = server.connect().await;
    let _second = server.connect().await;
    let started = Instant::now();
    assert_eq!(read_all(&mut server.connect().await).await, "");
    assert!(started.elapsed() < Duration::from_millis(280), "it took {:?}", started.elapsed());
    // A place that is left is free for another.
    first.write_all(&Request::of(&launch()).header("Connection: close").bytes()).await.expect("a request");
    assert_eq!(status(&read_all(&mut first).await), 200);
    sleep(Duration::from_millis(100)).await;
    assert_eq!(status(&server.ask(&Request::of(&launch())).await), 200);
}
