//! An OAuth 2.0 service on this machine, and the way to it. It speaks plain HTTP on the loopback; the runtime asks for https addresses.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::{HeaderMap, Request, Response, StatusCode};
use sayso::fetch::{Fetch, FetchError, Fetching, Limits};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// All servers of this process run here, whatever thread a test is on.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime"))
}

#[derive(Clone)]
pub struct Service {
    address: SocketAddr,
    pub books: Arc<Books>,
}

/// What the service knows, and what was asked of it.
#[derive(Default)]
pub struct Books {
    pub keys: Mutex<Vec<Value>>,
    pub headers: Mutex<Vec<(&'static str, &'static str)>>,
    /// What it answers instead of what it should.
    pub trouble: Mutex<Option<(u16, &'static str)>>,
    pub delay: Mutex<Duration>,
    pub tokens: Mutex<HashMap<String, Value>>,
    pub asked: AtomicUsize,
    pub questions: Mutex<Vec<Question>>,
}

/// What came with a question about a token.
#[derive(Clone, Debug)]
pub struct Question {
    pub uri: String,
    pub authorization: Option<String>,
    pub content_type: Option<String>,
    pub form: HashMap<String, String>,
}

impl Service {
    pub fn new() -> Self {
        let books = Arc::new(Books::default());
        let router = axum::Router::new().route("/keys", get(keys)).route("/introspect", post(introspect)).with_state(books.clone());
        let address = runtime().block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            tokio::spawn(async move { axum::serve(listener, router).await });
            address
        });
        Self { address, books }
    }

    /// A service with these keys.
    pub fn with(keys: impl IntoIterator<Item = Value>) -> Self {
        let service = Self::new();
        service.publish(keys);
        service
    }

    pub fn publish(&self, keys: impl IntoIterator<Item = Value>) {
        *self.books.keys.lock().unwrap() = keys.into_iter().collect();
    }

    pub fn header(&self, name: &'static str, value: &'static str) {
        self.books.headers.lock().unwrap().push((name, value));
    }

    pub fn trouble(&self, trouble: Option<(u16, &'static str)>) {
        *self.books.trouble.lock().unwrap() = trouble;
    }

    /// The token is active, and this is what else is said of it.
    pub fn know(&self, token: &str, claims: Value) {
        self.books.tokens.lock().unwrap().insert(token.to_owned(), claims);
    }

    /// How often the service was asked.
    pub fn asked(&self) -> usize {
        self.books.asked.load(Ordering::SeqCst)
    }

    pub fn question(&self) -> Question {
        self.books.questions.lock().unwrap().last().expect("a question").clone()
    }
}

impl Books {
    /// Counts the question, and answers it after a while.
    async fn answer(&self, json: Value) -> impl IntoResponse + use<> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let delay = *self.delay.lock().unwrap();
        tokio::time::sleep(delay).await;
        let headers: HeaderMap =
            self.headers.lock().unwrap().iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        match *self.trouble.lock().unwrap() {
            Some((status, body)) => (StatusCode::from_u16(status).expect("a status"), headers, body.to_owned()),
            None => (StatusCode::OK, headers, json.to_string()),
        }
    }
}

async fn keys(State(books): State<Arc<Books>>) -> impl IntoResponse {
    let keys = books.keys.lock().unwrap().clone();
    books.answer(json!({"keys": keys})).await
}

async fn introspect(State(books): State<Arc<Books>>, request: axum::extract::Request) -> impl IntoResponse {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 64 * 1024).await.expect("a body");
    let text = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let question = Question {
        uri: head.uri.to_string(),
        authorization: text("authorization"),
        content_type: text("content-type"),
        form: form_urlencoded::parse(&body).into_owned().collect(),
    };
    let known = question.form.get("token").and_then(|token| books.tokens.lock().unwrap().get(token).cloned());
    books.questions.lock().unwrap().push(question);
    let answer = match known {
        Some(mut claims) => {
            if claims.get("active").is_none() {
                claims["active"] = true.into();
            }
            claims
        }
        None => json!({"active": false}),
    };
    books.answer(answer).await
}

impl Fetch for Service {
    fn fetch<'a>(&'a self, request: Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        assert_eq!(request.uri().scheme_str(), Some("https"), "tokens and keys go over https alone");
        assert_eq!(request.uri().host(), Some("auth.tokens.example"));
        assert!(limits.time <= Duration::from_secs(4), "a turn has eight seconds");
        let address = self.address;
        let exchange = runtime().spawn(async move { tokio::time::timeout(limits.time, exchange(address, request)).await });
        Box::pin(async move {
            match exchange.await.expect("the exchange does not panic") {
                Ok(answer) => answer.filter(|answer| answer.body().len() <= limits.body),
                Err(_) => return Err(FetchError::TimedOut),
            }
            .ok_or(FetchError::Unreachable)
        })
    }
}

async fn exchange(address: SocketAddr, request: Request<Vec<u8>>) -> Option<Response<Vec<u8>>> {
    let (head, body) = request.into_parts();
    let mut text = format!("{} {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", head.method, head.uri.path_and_query()?);
    for (name, value) in &head.headers {
        text.push_str(&format!("{name}: {}\r\n", value.to_str().ok()?));
    }
    text.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    let mut stream = TcpStream::connect(address).await.ok()?;
    stream.write_all(text.as_bytes()).await.ok()?;
    stream.write_all(&body).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, body) = (std::str::from_utf8(&answer[..end]).ok()?, &answer[end + 4..]);
    let mut lines = head.lines();
    let mut response = Response::builder().status(lines.next()?.split(' ').nth(1)?.parse::<u16>().ok()?);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        response = response.header(name, value);
    }
    response.body(body.to_vec()).ok()
}
