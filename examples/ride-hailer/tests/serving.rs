//! The program that serves the skill, as it is built for production.

#[path = "../../../runtime/tests/lambda/api.rs"]
mod api;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use api::LambdaApi;

const LINKED: &[u8] = include_bytes!("../requests/order-linked.json");
const UNLINKED: &[u8] = include_bytes!("../requests/order-unlinked.json");

/// A process that ends with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ride-hailer"));
    command.env_remove("AWS_LAMBDA_RUNTIME_API").env_remove("SAYSO_TLS_CERTIFICATE").env_remove("SAYSO_TLS_KEY");
    command.env("SAYSO_ADDRESS", "127.0.0.1:0").stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_port_that_is_taken_is_told_in_one_line() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = taken.local_addr().expect("an address");
    let ended = program().env("SAYSO_ADDRESS", address.to_string()).output().expect("the program runs");
    let said = String::from_utf8_lossy(&ended.stderr);
    let port = address.port();
    assert_eq!(said.trim_end(), format!("Error: port {port} is in use: end what listens there, or choose another port"));
    assert_eq!(ended.status.code(), Some(1));
}

#[test]
fn as_a_web_service_it_answers_nobody_but_alexa() {
    let mut program = Program(program().spawn().expect("the program runs"));
    let mut lines = BufReader::new(program.0.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let address = lines.find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned)).expect("it says where it listens");
    let ask = |head: &str, body: &[u8]| {
        let mut stream = TcpStream::connect(&address).expect("a connection");
        write!(stream, "{head} HTTP/1.0\r\nContent-Length: {}\r\n\r\n", body.len()).expect("a head");
        stream.write_all(body).expect("a body");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    };
    assert!(ask("GET /healthz", b"").starts_with("HTTP/1.0 200"));
    let answer = ask("POST /", LINKED);
    assert!(answer.starts_with("HTTP/1.0 400") && answer.ends_with(r#"{"error":"the request is refused"}"#), "{answer}");
}

#[test]
fn as_a_function_it_orders_a_ride_for_who_is_linked() {
    let mut lambda = LambdaApi::start();
    let mut command = program();
    lambda.environment(&mut command);
    let _program = Program(command.spawn().expect("the program runs"));
    let time = Duration::from_secs(8);
    let linked = lambda.invoke(LINKED, time);
    assert!(linked.path.ends_with("/response") && linked.text().contains("Ordering a ride"), "{linked:?}");
    let unlinked = lambda.invoke(UNLINKED, time);
    assert!(unlinked.path.ends_with("/response") && unlinked.text().contains("LinkAccount"), "{unlinked:?}");
    let odd = lambda.invoke(b"{}", time);
    assert!(odd.path.ends_with("/error") && odd.text().contains("is not an Alexa request"), "{odd:?}");
}
