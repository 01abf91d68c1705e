//! Alexa's services on the loopback interface: a real server, and a fetcher that finds it under Alexa's names.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use sayso::fetch::{Fetch, FetchError, Fetching, Limits};
use sayso::services::{Asking, ServiceError};
use sayso::{App, Context, Response};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::small;

/// The token of every request here. Nothing but the `Authorization` header may ever show it.
pub const API_TOKEN: &str = "eyJ0eXAi.s3cret-of-alexas-services.c2lnbmF0dXJl";
pub const ACCOUNT_TOKEN: &str = "s3cret-of-the-linked-account";

/// What the server was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The method and the path with the query, as in `GET /v1/alerts/timers`.
    pub line: String,
    pub headers: HeaderMap,
    /// Null where there was none.
    pub body: Value,
}

/// What the server answers next.
struct Planned {
    status: u16,
    body: Vec<u8>,
    after: Duration,
}

#[derive(Default)]
struct Desk {
    asked: Vec<Asked>,
    planned: VecDeque<Planned>,
    hosts: Vec<String>,
}

/// The server. It ends with the test's runtime.
#[derive(Clone)]
pub struct Alexa {
    desk: Arc<Mutex<Desk>>,
    port: u16,
}

impl Alexa {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let alexa = Self { desk: Arc::default(), port };
        let router = Router::new().fallback(answer).with_state(alexa.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        alexa
    }

    /// Answers the next request like this; without a plan the server has nothing (204).
    pub fn answers(&self, status: u16, body: impl Into<Vec<u8>>) -> &Self {
        self.answers_after(Duration::ZERO, status, body)
    }

    pub fn answers_after(&self, after: Duration, status: u16, body: impl Into<Vec<u8>>) -> &Self {
        self.desk.lock().expect("the desk").planned.push_back(Planned { status, body: body.into(), after });
        self
    }

    /// What was asked since the last look.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.desk.lock().expect("the desk").asked)
    }

    /// The hosts that the runtime asked for, in their order.
    pub fn hosts(&self) -> Vec<String> {
        self.desk.lock().expect("the desk").hosts.clone()
    }

    /// The one request since the last look.
    #[track_caller]
    pub fn asked_once(&self) -> Asked {
        let mut asked = self.asked();
        assert_eq!(asked.len(), 1, "{asked:?}");
        asked.remove(0)
    }

    /// Makes one call in a turn of a whole skill.
    pub async fn ask<T: Send + 'static>(&self, call: for<'a> fn(&'a Context) -> Asking<'a, T>) -> Result<T, ServiceError> {
        self.ask_in(&request(), |app| app, call).await
    }

    /// The same in a turn of another request, or of an app that is set up otherwise.
    pub async fn ask_in<T: Send + 'static>(
        &self,
        request: &Value,
        set_up: fn(App) -> App,
        call: for<'a> fn(&'a Context) -> Asking<'a, T>,
    ) -> Result<T, ServiceError> {
        let told = Arc::new(Mutex::new(None));
        let tell = told.clone();
        let app = small::app(move |cx| {
            let tell = tell.clone();
            Box::pin(async move {
                let result = call(cx).await;
                *tell.lock().expect("the result") = Some(result);
                Ok(Response::empty())
            })
        });
        set_up(app.fetch(self.clone())).handle(request.to_string().as_bytes()).await.expect("an answer");
        let result = told.lock().expect("the result").take();
        result.expect("the handler ran to its end")
    }
}

async fn answer(State(alexa): State<Alexa>, request: Request) -> (StatusCode, Vec<u8>) {
    let (head, body) = request.into_parts();
    let body: Bytes = axum::body::to_bytes(body, 1 << 20).await.expect("a body");
    let line = format!("{} {}", head.method, head.uri);
    let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).expect("JSON") };
    let planned = {
        let mut desk = alexa.desk.lock().expect("the desk");
        desk.asked.push(Asked { line, headers: head.headers, body });
        desk.planned.pop_front().unwrap_or(Planned { status: 204, body: Vec::new(), after: Duration::ZERO })
    };
    tokio::time::sleep(planned.after).await;
    (StatusCode::from_u16(planned.status).expect("a status"), planned.body)
}

/// Plain HTTP to the loopback interface, whatever the host; which one was asked for is remembered.
impl Fetch for Alexa {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        Box::pin(async move {
            assert_eq!(request.uri().scheme_str(), Some("https"));
            let authorization = request.headers().get("authorization").expect("a token");
            assert!(authorization.is_sensitive(), "the token can be printed");
            self.desk.lock().expect("the desk").hosts.push(request.uri().authority().expect("a host").to_string());
            match tokio::time::timeout(limits.time, exchange(self.port, &request)).await {
                Err(_) => Err(FetchError::TimedOut),
                Ok(Err(_)) => Err(FetchError::Unreachable),
                Ok(Ok(response)) if response.body().len() > limits.body => Err(FetchError::TooLarge),
                Ok(Ok(response)) => Ok(response),
            }
        })
    }
}

async fn exchange(port: u16, request: &http::Request<Vec<u8>>) -> std::io::Result<http::Response<Vec<u8>>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let mut head = format!("{} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n", request.method()).into_bytes();
    for (name, value) in request.headers() {
        head.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    head.extend(format!("Content-Length: {}\r\n\r\n", request.body().len()).into_bytes());
    stream.write_all(&head).await?;
    stream.write_all(request.body()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("an answer of HTTP");
    let status = std::str::from_utf8(&answer[9..12]).expect("a status").parse().expect("a number");
    let mut response = http::Response::new(answer.split_off(end + 4));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    Ok(response)
}

/// An intent of a linked user, as a device sends it.
pub fn request() -> Value {
    json!({
        "version": "1.0",
        "session": {"new": true, "sessionId": "s", "application": {"applicationId": "a"}, "user": {"userId": "u"}},
        "context": {"System": {
            "application": {"applicationId": "a"},
            "user": {"userId": "u", "accessToken": ACCOUNT_TOKEN},
            "person": {"personId": "p"},
            "device": {"deviceId": "amzn1.ask.device.ONE", "supportedInterfaces": {}},
            "apiEndpoint": "https://api.amazonalexa.com",
            "apiAccessToken": API_TOKEN,
        }},
        "request": {"type": "LaunchRequest", "requestId": "amzn1.echo-api.request.1", "timestamp": "2026-11-22T12:00:00Z", "locale": "de-DE"},
    })
}
