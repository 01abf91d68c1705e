//! Lambda's side: the interface that a function asks for its invocations, on the loopback interface.
//!
//! The paths and headers are those of <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>.
#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, SystemTime};

/// Longer than any invocation of the tests takes.
const LONG: Duration = Duration::from_secs(20);

/// An invocation that waits to be asked for.
struct Invocation {
    id: usize,
    event: Vec<u8>,
    time: Duration,
}

/// What the function sent.
#[derive(Debug)]
pub struct Sent {
    /// The path after the version, such as `/runtime/invocation/7/response`.
    pub path: String,
    /// The type of the error, where it is one.
    pub error_type: Option<String>,
    pub body: Vec<u8>,
}

impl Sent {
    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

pub struct LambdaApi {
    pub address: SocketAddr,
    invocations: Sender<Invocation>,
    sent: Receiver<Sent>,
    count: usize,
}

impl LambdaApi {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (invocations, waiting) = channel();
        let (answers, sent) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (waiting, answers) = (waiting.clone(), answers.clone());
                thread::spawn(move || serve(&stream, &waiting, &answers));
            }
        });
        Self { address, invocations, sent, count: 0 }
    }

    /// The environment that Lambda gives to a function.
    pub fn environment(&self, command: &mut Command) {
        command.env("AWS_LAMBDA_RUNTIME_API", self.address.to_string());
        command.env("AWS_LAMBDA_FUNCTION_NAME", "ride-hailer").env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        command.env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128").env("AWS_REGION", "us-east-1");
    }

    /// Invokes the function, and waits for what it sends.
    pub fn invoke(&mut self, event: &[u8], time: Duration) -> Sent {
        self.count += 1;
        let id = self.count;
        self.invocations.send(Invocation { id, event: event.to_vec(), time }).expect("the interface runs");
        let sent = self.sent.recv_timeout(LONG).expect("the function sends something");
        assert!(sent.path.starts_with(&format!("/runtime/invocation/{id}/")), "{sent:?}");
        sent
    }
}

/// One connection, with one request after the other.
fn serve(stream: &TcpStream, waiting: &Mutex<Receiver<Invocation>>, answers: &Sender<Sent>) {
    stream.set_nodelay(true).expect("an option of the socket");
    let mut reader = BufReader::new(stream);
    while let Some((line, headers, body)) = request(&mut reader) {
        let path = line.split(' ').nth(1).and_then(|path| path.strip_prefix("/2018-06-01"));
        let path = path.unwrap_or_else(|| panic!("`{line}` is of no known version"));
        if line.starts_with("GET ") {
            assert_eq!(path, "/runtime/invocation/next");
            let Ok(invocation) = waiting.lock().expect("the queue").recv() else { return };
            if respond(stream, "200 OK", &head(&invocation), &invocation.event).is_none() {
                return;
            }
        } else {
            let error_type = headers.iter().find_map(|line| header(line, "lambda-runtime-function-error-type"));
            // Nobody may be waiting any more.
            let _ = answers.send(Sent { path: path.to_owned(), error_type, body });
            if respond(stream, "202 Accepted", "", b"{\"status\":\"OK\"}").is_none() {
                return;
            }
        }
    }
}

fn head(invocation: &Invocation) -> String {
    let deadline = SystemTime::now() + invocation.time;
    let deadline = deadline.duration_since(SystemTime::UNIX_EPOCH).expect("a time after 1970").as_millis();
    let id = invocation.id;
    format!(
        "Lambda-Runtime-Aws-Request-Id: {id}\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\n\
         Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:ride-hailer\r\n\
         Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r\n"
    )
}

type Request = (String, Vec<String>, Vec<u8>);

fn request(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let length = lines.iter().find_map(|line| header(line, "content-length")).map_or(0, |length| length.parse().expect("a length"));
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let first = lines.remove(0);
    Some((first, lines, body))
}

fn header(line: &str, name: &str) -> Option<String> {
    let (found, value) = line.split_once(':')?;
    found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
}

fn respond(mut stream: &TcpStream, status: &str, headers: &str, body: &[u8]) -> Option<()> {
    let length = body.len();
    let mut answer =
        format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}\r\n").into_bytes();
    answer.extend_from_slice(body);
    stream.write_all(&answer).ok()
}
