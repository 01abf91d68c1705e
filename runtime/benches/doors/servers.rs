//! The servers: two floors, and ours.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{KeyPair, PKCS_RSA_SHA256, PublicKeyData, SigningKey};
use sayso::App;
use sayso::http::Server;
use sayso::verify::{Authority, Verifier};
use tokio::net::TcpListener;

use super::by_hand::handlers::{GOOD_TOKEN, RideHailer};
use super::by_hand::skill;
use super::order::order;

/// 2026-11-22T12:00:00Z, when the request says that it was sent.
const NOW: Duration = Duration::from_secs(1_795_348_800);

const LOOPBACK: ([u8; 4], u16) = ([127, 0, 0, 1], 0);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Floor,
    Dev,
    VerifiedFloor,
    Verified,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Floor, Self::Dev, Self::VerifiedFloor, Self::Verified];

    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Dev => "dev",
            Self::VerifiedFloor => "verified-floor",
            Self::Verified => "verified",
        }
    }

    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|role| role.name() == name).expect("a role")
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Floor => "floor: axum, a fixed answer",
            Self::Dev => "ours, not verified (sayso::dev)",
            Self::VerifiedFloor => "floor: the same and RSA-2048 with SHA-256",
            Self::Verified => "ours, verified (sayso::http)",
        }
    }
}

/// Serves for as long as the process runs, after a line that says where, and what to send.
pub fn run(role: Role) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("an executor");
    runtime.block_on(async {
        match role {
            Role::Floor => axum(Router::new().route("/", post(fixed)), &HeaderMap::new()).await,
            Role::Dev => axum(sayso::dev::router(app()), &HeaderMap::new()).await,
            Role::VerifiedFloor => verified_floor().await,
            Role::Verified => verified().await,
        }
    });
}

fn app() -> App {
    skill::app(RideHailer)
}

fn body() -> Vec<u8> {
    order(GOOD_TOKEN)
}

async fn axum(routes: Router, headers: &HeaderMap) {
    let listener = TcpListener::bind(std::net::SocketAddr::from(LOOPBACK)).await.expect("a port");
    ready(&listener.local_addr().expect("an address").to_string(), headers);
    axum::serve(listener, routes).await.expect("a server");
}

fn ready(address: &str, headers: &HeaderMap) {
    let body = body();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().expect("text"))).collect();
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json;charset=UTF-8\r\n";
    let text = String::from_utf8(body).expect("text");
    let request = format!("{head}{headers}Content-Length: {}\r\n\r\n{text}", text.len());
    println!("{address} {}", serde_json::Value::from(request));
}

/// An answer of the size of ours.
async fn fixed(body: Bytes) -> impl IntoResponse {
    std::hint::black_box(body);
    ([(header::CONTENT_TYPE, "application/json;charset=UTF-8")], FIXED)
}

const FIXED: &str = r#"{"version":"1.0","sessionAttributes":{"destination":"Main Street","history":["place 0","place 1"],"pool":true},"response":{"outputSpeech":{"type":"SSML","ssml":"<speak>Ordering a ride using your Ride Hailer account. You wanted to go to Main Street, right?</speak>"},"shouldEndSession":false}}"#;

async fn verified_floor() {
    let key = KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key");
    let signature = STANDARD.encode(key.sign(&body()).expect("a signature"));
    let public = Arc::new(ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key.der_bytes()).expect("a key"));
    let answer = async move |headers: HeaderMap, body: Bytes| {
        let signature = STANDARD.decode(headers["signature-256"].as_bytes()).expect("base64");
        match public.verify_sig(&body, &signature) {
            Ok(()) => fixed(body).await.into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        }
    };
    let mut headers = HeaderMap::new();
    headers.insert("signaturecertchainurl", "https://s3.amazonaws.com/echo.api/echo-api-cert.pem".parse().expect("a value"));
    headers.insert("signature-256", signature.parse().expect("a value"));
    axum(Router::new().route("/", post(answer)), &headers).await;
}

async fn verified() {
    let now = SystemTime::UNIX_EPOCH + NOW;
    let alexa = Arc::new(Authority::at(now).expect("keys"));
    let headers = alexa.sign(&body()).expect("a signature");
    let verifier = Verifier::builder().trust(alexa.trust()).fetch(alexa).clock(move || now).build();
    let server = Server::new(app()).verifier(verifier).address(LOOPBACK).listen().await.expect("the server listens");
    ready(&server.address().to_string(), &headers);
    server.run().await;
}
