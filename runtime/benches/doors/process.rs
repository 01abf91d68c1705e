//! A server as a process of its own, and what it takes by the operating system's own accounting.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::servers::Role;

/// A server that runs until this is dropped.
pub struct Server {
    pub role: Role,
    pub address: String,
    /// What to send.
    pub request: Vec<u8>,
    child: Child,
}

/// In MiB.
#[derive(Clone, Copy)]
pub struct Memory {
    pub now: f64,
    pub most: f64,
}

impl Server {
    pub fn start(role: Role) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        let mut child = command.args(["--serve", role.name()]).stdout(Stdio::piped()).spawn().expect("this program starts");
        let mut ready = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut ready).expect("the server says where it listens");
        let (address, request) = ready.trim_end().split_once(' ').expect("an address and a request");
        let request: String = serde_json::from_str(request).expect("a text in quotes");
        Self { role, address: address.to_owned(), request: request.into_bytes(), child }
    }

    /// The time that its threads have run, of all of them together.
    pub fn cpu(&self) -> Duration {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.id())).expect("this bench needs Linux");
        let of = |thread: fs::DirEntry| {
            let text = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
            text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()).unwrap_or(0)
        };
        Duration::from_nanos(threads.flatten().map(of).sum())
    }

    pub fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("this bench needs Linux");
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of the status");
            let kilobytes: f64 = line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().expect("a number");
            kilobytes / 1024.0
        };
        Memory { now: of("VmRSS"), most: of("VmHWM") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
