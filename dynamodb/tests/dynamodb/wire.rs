//! A server that answers as a test says, and remembers what it was asked.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sayso_dynamodb::DynamoDb;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::client;

/// What the server says to one request.
pub enum Answer {
    Ok(Value),
    Error(&'static str, Value),
    Html(u16),
    /// Nothing, for longer than anybody waits.
    Silence,
}

/// An error without more.
pub fn error(code: &'static str) -> Answer {
    Answer::Error(code, json!({}))
}

/// What the server was asked: the name of the call, and the request.
pub type Calls = Arc<Mutex<Vec<(String, Value)>>>;

/// A store whose DynamoDB answers each request with what `answer` says, given the number of the request, its call and its content.
pub async fn store(answer: impl Fn(usize, &str, &Value) -> Answer + Send + Sync + 'static) -> (DynamoDb, Calls) {
    let calls = Calls::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (answer, asked) = (Arc::new(answer), calls.clone());
    let router = Router::new().fallback(move |request| respond(request, asked.clone(), answer.clone()));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (DynamoDb::new(&client(port), "attributes"), calls)
}

type Answers = dyn Fn(usize, &str, &Value) -> Answer + Send + Sync;

fn respond(request: Request, calls: Calls, answer: Arc<Answers>) -> Pin<Box<dyn Future<Output = Response> + Send>> {
    Box::pin(async move {
        let target = request.headers().get("x-amz-target").expect("a call").to_str().expect("text").to_owned();
        assert!(
            request
                .headers()
                .get("authorization")
                .is_some_and(|signature| signature.to_str().expect("text").starts_with("AWS4-HMAC-SHA256"))
        );
        let call = target.strip_prefix("DynamoDB_20120810.").expect("a call of DynamoDB's").to_owned();
        let body: Bytes = to_bytes(request.into_body(), usize::MAX).await.expect("a body");
        let content: Value = serde_json::from_slice(&body).expect("JSON");
        let number = {
            let mut calls = calls.lock().expect("no panic");
            calls.push((call.clone(), content.clone()));
            calls.len() - 1
        };
        match answer(number, &call, &content) {
            Answer::Ok(content) => reply(StatusCode::OK, content.to_string()),
            Answer::Error(code, mut content) => {
                content["__type"] = format!("com.amazonaws.dynamodb.v20120810#{code}").into();
                content["message"] = json!("as asked for");
                let is_fault = code == "InternalServerError";
                reply(if is_fault { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::BAD_REQUEST }, content.to_string())
            }
            Answer::Html(status) => reply(StatusCode::from_u16(status).expect("a status"), "<html>".to_owned()),
            Answer::Silence => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                reply(StatusCode::OK, "{}".to_owned())
            }
        }
    })
}

fn reply(status: StatusCode, body: String) -> Response {
    (status, [("content-type", "application/x-amz-json-1.0")], body).into_response()
}

/// What was asked, and what not to wait for any more.
pub fn asked(calls: &Calls) -> Vec<(String, Value)> {
    calls.lock().expect("no panic").clone()
}

/// The names of the calls.
pub fn names(calls: &Calls) -> Vec<String> {
    asked(calls).into_iter().map(|(call, _)| call).collect()
}
