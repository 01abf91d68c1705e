//! The skill as an AWS Lambda function: a process that asks for its invocations, and what it sends back.
#![cfg(feature = "lambda")]

#[path = "../by_hand/mod.rs"]
mod by_hand;
#[path = "../by_hand/unwell.rs"]
mod unwell;

mod api;

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use api::{LambdaApi, Sent};
use serde_json::{Value, json};

const SKILL_ID: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";
const TOKEN: &str = "good-token-5f1c7e9a0b";
/// As long as Lambda lets a function run where nobody changed it.
const DEFAULT: Duration = Duration::from_secs(3);

/// The program that Lambda starts.
#[test]
#[ignore = "a process that the other tests start"]
fn function() -> Result<(), sayso::ServeError> {
    tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::TRACE).init();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
    runtime.block_on(sayso::lambda::run(unwell::app()))
}

/// It as a process of its own: this program, which runs that one test alone.
struct Function {
    api: LambdaApi,
    process: Child,
}

impl Function {
    fn start() -> Self {
        let api = LambdaApi::start();
        let mut command = command();
        api.environment(&mut command);
        let process = command.spawn().expect("this program starts");
        Self { api, process }
    }

    fn invoke(&mut self, event: &Value) -> Sent {
        self.api.invoke(event.to_string().as_bytes(), DEFAULT)
    }

    /// Ends the process; what it printed.
    fn end(mut self) -> String {
        self.process.kill().expect("it can be ended");
        let mut printed = String::new();
        self.process.stdout.take().expect("a pipe").read_to_string(&mut printed).expect("text");
        self.process.stderr.take().expect("a pipe").read_to_string(&mut printed).expect("text");
        self.process.wait().expect("it has ended");
        printed
    }
}

fn command() -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "function", "--ignored", "--nocapture", "--test-threads=1"]);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_")) {
        command.env_remove(name);
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn event(request: &Value, token: Option<&str>) -> Value {
    let mut user = json!({"userId": "amzn1.ask.account.ONE"});
    if let Some(token) = token {
        user["accessToken"] = token.into();
    }
    let session = json!({"new": true, "sessionId": "s", "application": {"applicationId": SKILL_ID}, "user": user});
    let system = json!({"application": {"applicationId": SKILL_ID}, "user": user});
    json!({"version": "1.0", "session": session, "context": {"System": system}, "request": request})
}

fn intent(name: &str) -> Value {
    let slots = json!({"destination": {"name": "destination", "value": "Main Street", "confirmationStatus": "NONE"}});
    json!({"type": "IntentRequest", "requestId": "r", "locale": "en-US", "dialogState": "COMPLETED",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": slots}})
}

#[track_caller]
fn spoken(sent: &Sent) -> String {
    assert!(sent.path.ends_with("/response"), "{sent:?}");
    let answer: Value = serde_json::from_slice(&sent.body).expect("JSON");
    answer["response"]["outputSpeech"]["ssml"].as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn failure(sent: &Sent) -> Value {
    assert!(sent.path.ends_with("/error"), "{sent:?}");
    assert_eq!(sent.error_type.as_deref(), Some("unhandled"));
    serde_json::from_slice(&sent.body).expect("JSON")
}

#[test]
fn one_process_answers_many_invocations() {
    let mut function = Function::start();
    let launch = json!({"type": "LaunchRequest", "requestId": "r", "locale": "en-US"});
    for token in [None, Some(TOKEN), None] {
        assert!(spoken(&function.invoke(&event(&launch, token))).contains("Welcome"));
    }
    assert!(spoken(&function.invoke(&event(&intent("OrderRide"), Some(TOKEN)))).contains("Main Street"));
    let unlinked = function.invoke(&event(&intent("OrderRide"), None));
    assert!(unlinked.text().contains("LinkAccount"), "{unlinked:?}");
    let printed = function.end();
    assert!(!printed.contains(TOKEN), "the finest log shows the user's token");
    assert!(printed.contains("TRACE") && printed.contains("raw JSON event"), "this log is not the finest:\n{printed}");
}

#[test]
fn what_is_no_request_for_this_skill_fails_and_tells_nothing_of_it() {
    let mut function = Function::start();
    let other = event(&intent("OrderRide"), Some(TOKEN)).to_string().replace("0000-0000", "1111-1111");
    let told = failure(&function.api.invoke(other.as_bytes(), DEFAULT));
    assert_eq!(
        told,
        json!({"errorType": "Refused", "errorMessage": "the request is for another skill: its `applicationId` is missing, or not the `skill.id` of skill.yaml"})
    );
    for odd in [&b"null"[..], b"", b"{", b"\"text\"", b"[1, 2]", b"{\"secret-key\": \"secret-value\"}", b"\xff\xfe", &[b'['; 100_000]] {
        let told = failure(&function.api.invoke(odd, DEFAULT)).to_string();
        assert!(told.contains("\"Refused\"") && !told.contains("secret"), "{told}");
    }
    let launch = json!({"type": "LaunchRequest", "requestId": "r", "locale": "en-US"});
    assert!(spoken(&function.invoke(&event(&launch, None))).contains("Welcome"), "and the function goes on");
    assert!(!function.end().contains("secret"));
}

#[test]
fn a_handler_that_fails_panics_or_takes_too_long_is_answered_with_an_apology() {
    let mut function = Function::start();
    for name in ["AMAZON.FallbackIntent", "AMAZON.NoIntent"] {
        let sent = function.invoke(&event(&intent(name), None));
        assert!(spoken(&sent).contains("something went wrong"), "{name}: {sent:?}");
    }
    let started = Instant::now();
    let late = function.api.invoke(event(&intent("AvailabilityByCity"), None).to_string().as_bytes(), Duration::from_millis(600));
    assert!(spoken(&late).contains("something went wrong"), "{late:?}");
    // Without Lambda's deadline, it would have had as long as Alexa waits.
    assert!(started.elapsed() < Duration::from_secs(5), "it took {:?}", started.elapsed());
    let launch = json!({"type": "LaunchRequest", "requestId": "r", "locale": "en-US"});
    assert!(spoken(&function.invoke(&event(&launch, None))).contains("Welcome"), "and the function goes on");
    let printed = function.end();
    for reason in ["the fallback always fails here", "the handler gave up", "longer than it has"] {
        assert!(printed.contains(reason), "{printed}");
    }
}

#[test]
fn an_event_that_fails_is_delivered_again() {
    let mut function = Function::start();
    let mut enabled = event(&json!({"type": "AlexaSkillEvent.SkillEnabled", "requestId": "r"}), None);
    enabled.as_object_mut().expect("an object").remove("session");
    let told = failure(&function.invoke(&enabled));
    assert_eq!(told, json!({"errorType": "Failed", "errorMessage": "the turn failed, and the user could not be told"}));
    function.end();
}

#[test]
fn what_is_no_function_is_told_so() {
    let cases = [
        ("AWS_LAMBDA_FUNCTION_NAME", None, "is missing: this is no AWS Lambda function"),
        ("AWS_LAMBDA_FUNCTION_VERSION", Some(""), "is missing: this is no AWS Lambda function"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Some("much"), "is not a number"),
        ("AWS_LAMBDA_RUNTIME_API", Some("/nowhere"), "is not an address"),
    ];
    for (name, value, why) in cases {
        let api = LambdaApi::start();
        let mut command = command();
        api.environment(&mut command);
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
        let output = command.output().expect("this program starts");
        let printed = String::from_utf8_lossy(&output.stderr);
        assert!(printed.contains(&format!("Error: the environment variable {name} {why}")), "{printed}");
        assert!(!output.status.success());
    }
}

#[test]
fn where_lambda_cannot_be_reached_is_told() {
    let api = LambdaApi::start();
    let mut command = command();
    api.environment(&mut command);
    // A port that nothing listens on any more.
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let output = command.env("AWS_LAMBDA_RUNTIME_API", closed.to_string()).output().expect("this program starts");
    let printed = String::from_utf8_lossy(&output.stderr);
    let told =
        format!("the server ended: the runtime API of AWS Lambda is out of reach, which AWS_LAMBDA_RUNTIME_API says is at `{closed}`: ");
    assert!(printed.contains(&format!("Error: {told}")) && printed.contains("Connection refused"), "{printed}");
}
