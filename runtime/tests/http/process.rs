//! The server as a process of its own, which is told to end while it is busy.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{LONG, Request, server, slow};

const CLIENTS: usize = 32;

/// The server. It alone can sign, so it says what to send.
#[test]
#[ignore = "a process that the other test starts"]
fn program() {
    tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::TRACE).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("an executor");
    runtime.block_on(async {
        let listening = server().listen().await.expect("the server listens");
        let request = String::from_utf8(Request::of(&slow(0.02)).bytes()).expect("text");
        println!("\nready {} {}", listening.address(), serde_json::Value::from(request));
        listening.run().await;
    });
}

/// Starts it; where it listens, and what to send.
fn start() -> (Child, String, Vec<u8>) {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "process::program", "--ignored", "--nocapture", "--test-threads=1"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("this program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let ready = lines.find_map(|line| line.strip_prefix("ready ").map(str::to_owned)).expect("the server says where it listens");
    thread::spawn(move || lines.for_each(drop));
    let (address, request) = ready.split_once(' ').expect("an address and a request");
    let request: String = serde_json::from_str(request).expect("a text in quotes");
    (child, address.to_owned(), request.into_bytes())
}

#[derive(Default)]
struct Count {
    answered: AtomicUsize,
    lost: AtomicUsize,
}

/// One request after the other on one connection, for as long as the server keeps it.
fn converse(address: &str, request: &[u8], count: &Count) {
    let Ok(stream) = TcpStream::connect(address) else { return };
    stream.set_read_timeout(Some(LONG)).expect("an option");
    let mut reader = BufReader::new(&stream);
    loop {
        let sent = (&stream).write_all(request).is_ok();
        let Some(head) = answer(&mut reader).filter(|_| sent) else {
            count.lost.fetch_add(1, Ordering::Relaxed);
            return;
        };
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        count.answered.fetch_add(1, Ordering::Relaxed);
        if head.contains("connection: close") {
            return;
        }
    }
}

/// The head of an answer that came whole.
fn answer(reader: &mut impl BufRead) -> Option<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
    let mut body = vec![0; length.parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some(head)
}

#[test]
#[cfg(unix)]
fn an_end_under_load_loses_no_answer() {
    let (mut child, address, request) = start();
    let log = thread::spawn({
        let mut stderr = child.stderr.take().expect("a pipe");
        move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).expect("text");
            log
        }
    });
    let count = Count::default();
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| converse(&address, &request, &count));
        }
        thread::sleep(Duration::from_millis(500));
        let before = count.answered.load(Ordering::Relaxed);
        assert!(before > CLIENTS, "there is no load: {before} answers");
        let kill = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("the process is told to end");
        assert!(kill.success());
    });
    let status = child.wait().expect("it ends");
    assert!(status.success(), "{status}");
    assert!(started.elapsed() < LONG);
    assert_eq!(count.lost.into_inner(), 0, "of {} requests", count.answered.into_inner());
    let log = log.join().expect("a log");
    assert!(log.contains("no more connections are accepted"), "{log}");
    assert!(!log.contains("good-token"), "the finest log shows the user's token");
}
