//! Alexa with her services, and the service that issues the tokens: everything that the skill hears from outside quotes tokens.

use sayso::fetch::{Fetch, Fetching, Limits};
use sayso::verify::Authority;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::SystemTime;

/// All secrets begin with this.
pub const NEEDLE: &str = "zq5N33dleX8";

const SKILL: &str = "amzn1.ask.skill.0a1b2c3d-0000-4000-8000-000000000044";

/// Answers every question of the skill in the words of the question, secrets and all.
pub struct Quoting;

impl Fetch for Quoting {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        let asked = String::from_utf8_lossy(request.body()).into_owned();
        let quoted = format!("{:?} {:?} {asked}", request.uri(), request.headers());
        let (status, answer) = match request.uri().host() {
            Some("login.clerk.dev") if asked.contains("-broken") => (500, json!({"error": quoted})),
            Some("login.clerk.dev") => (200, json!({"active": !asked.contains("-stale"), "scope": "work", "sub": "ada", "quoted": quoted})),
            _ => (500, json!({"code": quoted, "message": quoted})),
        };
        let answer = http::Response::builder().status(status).body(answer.to_string().into_bytes());
        Box::pin(std::future::ready(Ok(answer.expect("an answer"))))
    }
}

/// A request with a secret at each place for one.
pub fn envelope(mut request: Value, account: &str) -> Value {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a time after 1970").as_millis();
    request["timestamp"] = json!(u64::try_from(now).expect("a time of this age"));
    request["requestId"] = json!("r");
    request["locale"] = json!("en-US");
    let user = json!({
        "userId": "amzn1.ask.account.ADA",
        "accessToken": format!("{NEEDLE}-{account}"),
        "permissions": {"consentToken": format!("{NEEDLE}-consent")},
    });
    let system = json!({
        "application": {"applicationId": SKILL},
        "user": user,
        "person": {"personId": "amzn1.ask.person.ADA", "accessToken": format!("{NEEDLE}-person")},
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": format!("{NEEDLE}-services"),
    });
    let session = json!({"new": true, "sessionId": "s", "application": {"applicationId": SKILL}, "user": user});
    json!({"version": "1.0", "session": session, "context": {"System": system}, "request": request})
}

pub fn intent(name: &str) -> Value {
    json!({"type": "IntentRequest", "intent": {"name": name, "confirmationStatus": "NONE"}})
}

/// Sends a body with the headers of a signature, if it has one; the answer, head and all.
pub fn send(address: SocketAddr, signer: Option<&Authority>, body: &str) -> String {
    let headers = signer.map(|signer| signer.sign(body.as_bytes()).expect("a signature")).unwrap_or_default();
    let mut head = format!("POST / HTTP/1.1\r\nHost: clerk.dev\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in &headers {
        head.push_str(&format!("{name}: {}\r\n", value.to_str().expect("text")));
    }
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}
