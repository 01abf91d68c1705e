//! What a skill's program weighs, with each feature, and how long it takes from its start to its first answer.
//!
//! Each program is a crate of its own, built for release and stripped. On Lambda the measure is a hello-world on the same crate of Amazon's, started
//! in turn with ours, against the same interface on the loopback interface. `cargo bench --bench programs`; it builds for minutes.

#[path = "../../tests/lambda/api.rs"]
mod api;
mod crates;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use api::LambdaApi;
use crates::{Kind, Program};
use wait4::Wait4;

const RUNS: usize = 31;

/// A launch, as small as it may be: what is measured is the start.
const LAUNCH: &[u8] = br#"{"version":"1.0","context":{"System":{"application":{"applicationId":"amzn1.ask.skill.00000000-0000-0000-0000-000000000000"}}},"request":{"type":"LaunchRequest","requestId":"r","locale":"en-US"}}"#;

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only asks whether this builds.
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let built = Kind::ALL.map(|kind| Program::build(folder.path(), kind));
    println!("size of the program, release, stripped\n");
    let least = size(&built[0].path);
    for program in &built {
        let size = size(&program.path);
        println!("{:<48} {size:>8.2} MB {:>+8.2} MB", program.kind.title(), size - least);
    }
    let of = |kind: Kind| &built[kind as usize];
    println!("\nfrom the start to the first answer; medians of {RUNS}\n");
    println!("{:<48} {:>9} {:>9} {:>9}", "program", "CPU ms", "wall ms", "MiB");
    let (hello, ours) = in_turn(|| on_lambda(of(Kind::Hello)), || on_lambda(of(Kind::Lambda)));
    let (both, served) = in_turn(|| on_lambda(of(Kind::Both)), || over_http(of(Kind::Http)));
    row("hello-world on Lambda", hello);
    row("ours on Lambda", ours);
    row("ours on Lambda, with `http` as well", both);
    row("ours as a web service, to its health", served);
    println!(
        "\nours on Lambda beside hello-world: {:.2} times the CPU, {:.2} times the time",
        ours.cpu / hello.cpu,
        ours.wall / hello.wall
    );
}

/// In MB.
fn size(program: &Path) -> f64 {
    fs::metadata(program).expect("a program").len() as f64 / 1e6
}

/// What a process took until its first answer, in milliseconds and MiB.
#[derive(Clone, Copy)]
struct Start {
    cpu: f64,
    wall: f64,
    memory: f64,
}

fn row(title: &str, start: Start) {
    println!("{title:<48} {:>9.2} {:>9.2} {:>9.1}", start.cpu, start.wall, start.memory);
}

/// Two programs in turn, so that a change of the machine's speed touches both.
fn in_turn(a: impl Fn() -> Start, b: impl Fn() -> Start) -> (Start, Start) {
    a();
    b();
    let (first, second): (Vec<Start>, Vec<Start>) = (0..RUNS).map(|_| (a(), b())).unzip();
    (middle(&first), middle(&second))
}

fn middle(starts: &[Start]) -> Start {
    let of = |figure: fn(&Start) -> f64| {
        let mut figures: Vec<f64> = starts.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Start { cpu: of(|start| start.cpu), wall: of(|start| start.wall), memory: of(|start| start.memory) }
}

fn on_lambda(program: &Program) -> Start {
    let mut lambda = LambdaApi::start();
    let mut command = Command::new(&program.path);
    lambda.environment(&mut command);
    let started = Instant::now();
    let child = command.stdout(Stdio::null()).spawn().expect("the program starts");
    let sent = lambda.invoke(LAUNCH, Duration::from_secs(8));
    let wall = started.elapsed();
    assert!(sent.path.ends_with("/response"), "{sent:?}");
    ended(child, wall)
}

fn over_http(program: &Program) -> Start {
    let mut command = Command::new(&program.path);
    command.env("SAYSO_ADDRESS", "127.0.0.1:0").env_remove("AWS_LAMBDA_RUNTIME_API");
    let started = Instant::now();
    let mut child = command.stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("a pipe")).read_line(&mut line).expect("it says where it listens");
    let address = line.trim_end().strip_prefix("listening on http://").expect("an address");
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(b"GET /healthz HTTP/1.0\r\n\r\n").expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let wall = started.elapsed();
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
    ended(child, wall)
}

fn ended(mut child: Child, wall: Duration) -> Start {
    child.kill().expect("it can be ended");
    let usage = child.wait4().expect("it has ended").rusage;
    let cpu = (usage.utime + usage.stime).as_secs_f64() * 1e3;
    Start { cpu, wall: wall.as_secs_f64() * 1e3, memory: usage.maxrss as f64 / (1024.0 * 1024.0) }
}
