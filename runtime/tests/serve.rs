//! `sayso::serve`, as a process in one environment or another.
#![cfg(any(feature = "http", feature = "lambda"))]

mod by_hand;

use std::process::{Command, Stdio};

use by_hand::{handlers::RideHailer, skill};

#[test]
#[ignore = "a process that the other tests start"]
fn program() -> Result<(), sayso::ServeError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
    runtime.block_on(sayso::serve(skill::app(RideHailer)))
}

fn command(environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "program", "--ignored", "--nocapture", "--test-threads=1"]);
    let known = |name: &str| name == "PORT" || name.starts_with("AWS_") || name.starts_with("SAYSO_");
    for (name, _) in std::env::vars().filter(|(name, _)| known(name)) {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

#[track_caller]
fn fails(environment: &[(&str, &str)], told: &str) {
    let output = command(environment).output().expect("this program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.lines().any(|line| line == format!("Error: {told}")), "{said}");
    assert!(!output.status.success());
}

#[cfg(feature = "http")]
mod http {
    use super::{command, fails};
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;
    use std::process::Command;

    #[test]
    fn a_setting_that_cannot_be_used_is_told() {
        let address = "and not an address with a port, such as 127.0.0.1:8080 or [::]:8080";
        for wrong in ["localhost", "8080", "127.0.0.1", "0.0.0.0:99999"] {
            fails(&[("SAYSO_ADDRESS", wrong)], &format!("the environment variable SAYSO_ADDRESS is `{wrong}`, {address}"));
        }
        fails(&[("PORT", "http")], "the environment variable PORT is `http`, and not the number of a port");
        fails(
            &[("SAYSO_TLS_CERTIFICATE", "/chain.pem")],
            "the environment variable SAYSO_TLS_KEY is missing: SAYSO_TLS_CERTIFICATE is set, and a certificate is of no use without its key",
        );
        fails(
            &[("SAYSO_TLS_KEY", "/key.pem"), ("SAYSO_TLS_CERTIFICATE", "")],
            "the environment variable SAYSO_TLS_CERTIFICATE is missing: SAYSO_TLS_KEY is set, and a key is of no use without its certificate",
        );
        fails(
            &[("SAYSO_TLS_KEY", "/nowhere/key.pem"), ("SAYSO_TLS_CERTIFICATE", "/nowhere/chain.pem")],
            "/nowhere/chain.pem cannot be read: No such file or directory (os error 2)",
        );
        fails(&[("SAYSO_PATH", "alexa")], "the environment variable SAYSO_PATH is `alexa`, which does not begin with `/`");
        fails(
            &[("SAYSO_PATH", "/healthz")],
            "the environment variable SAYSO_PATH is `/healthz`, which is where the server says that it is well",
        );
    }

    #[test]
    fn an_empty_variable_of_lambdas_is_none() {
        let why = "is `http`, and not the number of a port";
        fails(&[("AWS_LAMBDA_RUNTIME_API", ""), ("PORT", "http")], &format!("the environment variable PORT {why}"));
    }

    #[test]
    #[cfg(unix)]
    fn outside_of_lambda_it_is_a_web_service_that_verifies() {
        let environments = [
            (&[("SAYSO_ADDRESS", "127.0.0.1:0"), ("PORT", "not looked at")][..], "/"),
            (&[("PORT", "0"), ("SAYSO_ADDRESS", ""), ("SAYSO_PATH", "")], "/"),
            (&[("SAYSO_ADDRESS", "127.0.0.1:0"), ("SAYSO_PATH", "/alexa")], "/alexa"),
        ];
        for (environment, path) in environments {
            let mut child = command(environment).spawn().expect("this program starts");
            let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
            let address =
                lines.find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned)).expect("it says where it listens");
            let mut stream = TcpStream::connect(&address).expect("a connection");
            let request = format!("POST {path} HTTP/1.0\r\nContent-Length: 2\r\n\r\n{{}}");
            stream.write_all(request.as_bytes()).expect("a request");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            assert!(answer.starts_with("HTTP/1.0 400") && answer.ends_with(r#"{"error":"the request is refused"}"#), "{answer}");
            let kill = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("the process is told to end");
            assert!(kill.success() && child.wait().expect("it ends").success());
        }
    }
}

#[test]
#[cfg(feature = "lambda")]
fn on_lambda_it_is_a_function() {
    let api = [("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")];
    fails(&api, "the environment variable AWS_LAMBDA_FUNCTION_NAME is missing: this is no AWS Lambda function");
}

#[test]
#[cfg(not(feature = "lambda"))]
fn on_lambda_it_says_what_is_missing() {
    let told = "this program was built without the feature `lambda` of `sayso`, which it needs on AWS Lambda";
    fails(&[("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")], told);
}

#[test]
#[cfg(not(feature = "http"))]
fn outside_of_lambda_it_says_what_is_missing() {
    let why = "which it needs outside of AWS Lambda; for development there is `sayso::dev`";
    fails(&[], &format!("this program was built without the feature `http` of `sayso`, {why}"));
}
