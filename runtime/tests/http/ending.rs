//! The end of a server, in this process.

use std::time::{Duration, Instant};

use sayso::http::Patience;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::support::{LONG, Request, Running, launch, read_all, read_one, server, slow, status};

#[tokio::test]
async fn what_is_under_way_is_finished_and_nothing_new_is_taken() {
    let mut server = Running::start(server()).await;
    let mut busy = server.connect().await;
    busy.write_all(&Request::of(&slow(1.0)).bytes()).await.expect("a request");
    let mut idle = server.connect().await;
    idle.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
    assert_eq!(status(&read_one(&mut idle).await), 200);
    server.end();
    sleep(Duration::from_millis(100)).await;
    assert!(TcpStream::connect(server.address).await.is_err(), "it still accepts");
    // Who was there before is still heard, once.
    idle.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
    let last = read_all(&mut idle).await;
    assert!(status(&last) == 200 && last.contains("connection: close"), "{last}");
    let answer = read_all(&mut busy).await;
    assert!(status(&answer) == 200 && answer.contains("connection: close"), "{answer}");
    timeout(LONG, server.task).await.expect("it ends").expect("without a panic");
}

#[tokio::test]
async fn who_stands_before_the_door_when_it_closes_comes_in() {
    let listening = server().listen().await.expect("the server listens");
    let address = listening.address();
    let mut waiting = Vec::new();
    for _ in 0..5 {
        // The system connects them; nobody has accepted them yet.
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        waiting.push(stream);
    }
    let ended = tokio::spawn(listening.run_until(std::future::ready(())));
    for mut stream in waiting {
        let answer = read_all(&mut stream).await;
        assert!(status(&answer) == 200 && answer.contains("connection: close"), "{answer}");
    }
    timeout(LONG, ended).await.expect("it ends").expect("without a panic");
}

#[tokio::test]
async fn a_connection_without_a_request_does_not_hold_the_end_up() {
    let mut server = Running::start(server()).await;
    let mut idle = server.connect().await;
    let started = Instant::now();
    server.end();
    assert_eq!(read_all(&mut idle).await, "");
    timeout(LONG, server.task).await.expect("it ends").expect("without a panic");
    assert!(started.elapsed() < Duration::from_millis(880), "it took {:?}, as long as a connection may be idle", started.elapsed());
}

#[tokio::test]
async fn the_end_comes_whatever_is_under_way() {
    let long = Duration::from_secs(60);
    let patience = Patience { handshake: long, head: long, body: long, idle: long, write: long, end: Duration::from_millis(700) };
    let mut server = Running::start(server().patience(patience)).await;
    let mut stuck = server.connect().await;
    let request = Request::of(&launch()).bytes();
    stuck.write_all(&request[..request.len() - 1]).await.expect("a part");
    let started = Instant::now();
    server.end();
    timeout(LONG, server.task).await.expect("it ends").expect("without a panic");
    assert!(started.elapsed() >= Duration::from_millis(700));
    assert_eq!(read_all(&mut stuck).await, "", "it is closed with the others");
}
