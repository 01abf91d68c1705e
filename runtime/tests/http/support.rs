//! A server in this process, requests that are signed for real, and raw bytes on a socket.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use sayso::App;
use sayso::http::{Patience, Server};
use sayso::verify::{Authority, Verifier};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::unwell;

pub const SKILL_ID: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

/// Longer than anything takes that goes well.
pub const LONG: Duration = Duration::from_secs(20);

/// Who signs in the place of Alexa; the same for all tests, since its keys take a moment.
pub fn alexa() -> &'static Arc<Authority> {
    static ALEXA: OnceLock<Arc<Authority>> = OnceLock::new();
    ALEXA.get_or_init(|| Arc::new(Authority::new().expect("keys")))
}

pub fn verifier() -> Verifier {
    Verifier::builder().trust(alexa().trust()).fetch(Arc::clone(alexa())).build()
}

/// A server on a port of its own, with patience that does not outlast the tests'.
pub fn server() -> Server {
    server_of(unwell::app())
}

pub fn server_of(app: App) -> Server {
    let patience = Patience {
        handshake: Duration::from_millis(300),
        head: Duration::from_millis(300),
        body: Duration::from_millis(300),
        idle: Duration::from_millis(900),
        write: Duration::from_millis(300),
        end: Duration::from_secs(3),
    };
    Server::new(app).verifier(verifier()).address(([127, 0, 0, 1], 0)).patience(patience)
}

/// A server that runs.
pub struct Running {
    pub address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    pub task: JoinHandle<()>,
}

impl Running {
    pub async fn start(server: Server) -> Self {
        let listening = server.listen().await.expect("the server listens");
        let address = listening.address();
        let (end, ended) = oneshot::channel();
        let task = tokio::spawn(listening.run_until(async move { drop(ended.await) }));
        Self { address, end: Some(end), task }
    }

    /// A server that is not ours.
    pub fn of(address: SocketAddr, task: JoinHandle<()>) -> Self {
        Self { address, end: None, task }
    }

    /// Asks the server to end.
    pub fn end(&mut self) {
        drop(self.end.take());
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    /// Sends bytes on a connection of their own; everything that comes back.
    pub async fn exchange(&self, bytes: &[u8]) -> String {
        exchange(self.connect().await, bytes).await
    }

    /// The same, for what is closed after one answer.
    pub async fn ask(&self, request: &Request) -> String {
        self.exchange(&request.clone().header("Connection: close").bytes()).await
    }
}

pub async fn exchange(mut stream: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> String {
    // What is refused may be closed before all of it is written.
    let _ = stream.write_all(bytes).await;
    read_all(&mut stream).await
}

/// Everything until the connection is closed.
pub async fn read_all(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut answer = Vec::new();
    let _ = timeout(LONG, stream.read_to_end(&mut answer)).await.expect("the server closes the connection");
    String::from_utf8(answer).expect("text")
}

/// One answer on a connection that stays open.
pub async fn read_one(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut answer = Vec::new();
    while !is_whole(&answer) {
        let read = timeout(LONG, stream.read_buf(&mut answer)).await.expect("an answer in time").expect("an answer");
        assert_ne!(read, 0, "the connection was closed after {:?}", String::from_utf8_lossy(&answer));
    }
    String::from_utf8(answer).expect("text")
}

fn is_whole(answer: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(answer) else { return false };
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |length| length.parse().expect("a length"));
    body.len() >= length
}

pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

pub fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// A request as bytes.
#[derive(Clone)]
pub struct Request {
    line: String,
    headers: Vec<String>,
    pub body: Vec<u8>,
}

impl Request {
    /// A body that Alexa signed.
    pub fn signed(body: &[u8]) -> Self {
        let headers = alexa().sign(body).expect("a signature");
        let headers = headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().expect("text"))).collect();
        Self { line: "POST / HTTP/1.1".to_owned(), headers, body: body.to_vec() }.header("Host: skill.example")
    }

    pub fn of(envelope: &Value) -> Self {
        Self::signed(envelope.to_string().as_bytes())
    }

    pub fn line(self, line: &str) -> Self {
        Self { line: line.to_owned(), ..self }
    }

    pub fn header(mut self, header: &str) -> Self {
        self.headers.push(header.to_owned());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|header| !header.starts_with(name));
        self
    }

    pub fn body(self, body: &[u8]) -> Self {
        Self { body: body.to_vec(), ..self }
    }

    /// The head alone, without its end.
    pub fn head(&self) -> String {
        format!("{}\r\n{}\r\n", self.line, self.headers.join("\r\n"))
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{}Content-Length: {}\r\n\r\n", self.head(), self.body.len()).into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// A request of Alexa's, sent now.
pub fn envelope(mut request: Value) -> Value {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a time after 1970").as_millis();
    request["timestamp"] = json!(u64::try_from(now).expect("a time of this age"));
    request["requestId"] = json!("r");
    let user = json!({"userId": "amzn1.ask.account.ONE", "accessToken": "good-token-5f1c7e9a0b"});
    let session = json!({"new": true, "sessionId": "s", "application": {"applicationId": SKILL_ID}, "user": user});
    let system = json!({"application": {"applicationId": SKILL_ID}, "user": user});
    json!({"version": "1.0", "session": session, "context": {"System": system}, "request": request})
}

pub fn launch() -> Value {
    envelope(json!({"type": "LaunchRequest", "locale": "en-US"}))
}

/// Asks a handler that takes so many seconds.
pub fn slow(seconds: f64) -> Value {
    let slots = json!({"city": {"name": "city", "value": seconds.to_string(), "confirmationStatus": "NONE"}});
    let intent = json!({"name": "AvailabilityByCity", "confirmationStatus": "NONE", "slots": slots});
    envelope(json!({"type": "IntentRequest", "locale": "en-US", "intent": intent}))
}

pub fn intent(name: &str) -> Value {
    envelope(json!({"type": "IntentRequest", "locale": "en-US", "intent": {"name": name, "confirmationStatus": "NONE"}}))
}
