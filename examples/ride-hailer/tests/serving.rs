//! The program that serves the skill, where it cannot.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Far more than it takes to find a port taken.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn a_port_that_is_taken_is_told_in_one_line() {
    // When somebody else has the port already, it is taken all the same.
    let _taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 3000));
    let mut server = Command::new(env!("CARGO_BIN_EXE_ride-hailer")).stderr(Stdio::piped()).spawn().expect("the program runs");
    let started = Instant::now();
    while server.try_wait().expect("it can be asked").is_none() {
        if started.elapsed() > LONG {
            server.kill().expect("it can be ended");
        }
        thread::sleep(Duration::from_millis(5));
    }
    let ended = server.wait_with_output().expect("it ended");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(said.trim_end(), "error: port 3000 is in use: end what listens there, or choose another port");
    assert_eq!(ended.status.code(), Some(1));
}
