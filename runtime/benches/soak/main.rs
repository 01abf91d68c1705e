//! A server under load for minutes, while the host that has the certificates goes away and comes back: is something lost, and does memory stay where it is?
//!
//! `cargo bench -p sayso --all-features --bench soak -- --minutes 10`
//!
//! - Fifteen callers use an address whose certificates are known: each request of theirs has to be answered as it should, whether the host is there or not.
//!   One in fifty is counted in the store, some of them for the same user at the same time, and in the end each count has to be the number of answers.
//! - One caller uses an address that nobody has used before, and stays with it until it is believed: seven seconds after the host came back at the latest.
//! - The host is away for four of each ten seconds, and its connections are cut.
//!
//! Anything else is told, and the program ends with 1. So it does if memory grows from the middle third of five minutes or more to the last one; before
//! that the allocator has not yet given each thread that fetches certificates a part of its own.

mod alexa;
#[path = "../callers/mod.rs"]
mod callers;
#[path = "../../tests/https/detour.rs"]
mod detour;
#[path = "../../tests/https/server.rs"]
#[allow(dead_code, reason = "what only the tests of the client need")]
mod host;
mod server;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use alexa::{Alexa, Said, body};
use callers::Caller;
use futures_util::future::join_all;
use tokio::time::sleep;

const CALLERS: usize = 15;
/// Fewer than callers, so that some count for the same one.
const USERS: usize = 10;
/// How many requests a caller has, of which one is counted.
const POOL: usize = 50;
/// Requests are believed for 150 seconds.
const RENEWED_AFTER: Duration = Duration::from_secs(60);
const KNOWN: &str = "known";
/// As many addresses as a verifier remembers, and none of them twice.
const FRESH: usize = 60;
const NEW_AFTER: Duration = Duration::from_secs(8);
const PERIOD: Duration = Duration::from_secs(10);
const AWAY: Duration = Duration::from_secs(4);
const LONG_ENOUGH: Duration = Duration::from_secs(300);
/// An address that failed is left alone for five seconds.
const BELIEVED_WITHIN: Duration = Duration::from_secs(7);

/// What all share.
struct Shared {
    alexa: Alexa,
    address: String,
    over: AtomicBool,
    /// Since when the host is there.
    there: Mutex<Option<Instant>>,
    answered: AtomicU64,
    counted: [AtomicU64; USERS],
    believed: AtomicU64,
    refused: AtomicU64,
    faults: AtomicU64,
}

impl Shared {
    fn goes_on(&self) -> bool {
        !self.over.load(Relaxed)
    }

    fn fault(&self, what: &str) {
        // The first ones tell enough.
        if self.faults.fetch_add(1, Relaxed) < 20 {
            eprintln!("FAULT: {what}");
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    if let (Some(folder), Some(host)) = (after("--serve"), after("--host")) {
        server::run(Path::new(folder), host);
        return ExitCode::SUCCESS;
    }
    if arguments.iter().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS; // `cargo test --benches` only asks whether this builds.
    }
    let minutes: f64 = after("--minutes").map_or(0.5, |minutes| minutes.parse().expect("--minutes NUMBER"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
    runtime.block_on(soak(Duration::from_secs_f64(minutes * 60.0)))
}

async fn soak(time: Duration) -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    let (alexa, certificate) = (Alexa::new(), host::Certificate::new("127.0.0.1"));
    std::fs::write(folder.path().join("root.pem"), &alexa.root).expect("a file");
    std::fs::write(folder.path().join("host.pem"), certificate.pem()).expect("a file");
    let host = host::Server::start(&certificate).await;
    let mut server = Server::start(folder.path(), &host.address().to_string());
    let shared = Shared {
        alexa,
        address: server.address.clone(),
        over: AtomicBool::new(false),
        there: Mutex::new(None),
        answered: AtomicU64::new(0),
        counted: Default::default(),
        believed: AtomicU64::new(0),
        refused: AtomicU64::new(0),
        faults: AtomicU64::new(0),
    };
    furnish(&shared, &host);
    let callers = join_all((0..CALLERS).map(|n| caller(&shared, n)));
    let (memory, ..) = tokio::join!(watch(&shared, &server, time), callers, newcomer(&shared), restarts(&shared, host, &certificate));
    check_counts(&shared).await;
    server.stop();
    report(&shared, &memory, time)
}

/// One whose certificates are known.
async fn caller(shared: &Shared, n: usize) {
    let user = n % USERS;
    let pool = || {
        (0..POOL)
            .map(|n| if n == 0 { Said::CountOne } else { Said::Account })
            .map(|said| (said, shared.alexa.request(KNOWN, &body(said, user))))
    };
    let (mut requests, mut since): (Vec<_>, _) = (pool().collect(), Instant::now());
    let mut line = Caller::new(&shared.address).await.expect("a connection");
    while shared.goes_on() {
        if since.elapsed() > RENEWED_AFTER {
            (requests, since) = (pool().collect(), Instant::now());
        }
        for (said, request) in &requests {
            let expected = if *said == Said::CountOne { "I have counted" } else { "It is." };
            match line.send(request).await {
                Ok(answer) if answer.status == 200 && answer.body.contains(expected) => {
                    shared.answered.fetch_add(1, Relaxed);
                    if *said == Said::CountOne {
                        shared.counted[user].fetch_add(1, Relaxed);
                    }
                }
                Ok(answer) => shared.fault(&format!("{} {}", answer.status, answer.body)),
                Err(error) => {
                    shared.fault(&format!("a connection broke: {error}"));
                    line = Caller::new(&shared.address).await.expect("a connection");
                }
            }
        }
    }
}

/// One whose certificates nobody has asked for yet.
async fn newcomer(shared: &Shared) {
    let mut line = Caller::new(&shared.address).await.expect("a connection");
    for n in 0..FRESH {
        loop {
            if !shared.goes_on() {
                return;
            }
            let request = shared.alexa.request(&format!("fresh-{n}"), &body(Said::Account, 0));
            let there = shared.there.lock().expect("a lock").map(|since| since.elapsed());
            match line.send(&request).await.map(|answer| answer.status) {
                Ok(200) => break,
                Ok(400) if there.is_none_or(|there| there < BELIEVED_WITHIN) => shared.refused.fetch_add(1, Relaxed),
                other => {
                    shared.fault(&format!("a new address, with the host there for {there:?}: {other:?}"));
                    0
                }
            };
            sleep(Duration::from_millis(100)).await;
        }
        shared.believed.fetch_add(1, Relaxed);
        sleep(NEW_AFTER).await;
    }
}

/// Takes the host away, and brings it back.
async fn restarts(shared: &Shared, mut host: host::Server, certificate: &host::Certificate) {
    // Until then everybody has asked.
    sleep(PERIOD - AWAY).await;
    while shared.goes_on() {
        let address = host.address();
        *shared.there.lock().expect("a lock") = None;
        host.stop().await;
        sleep(AWAY).await;
        host = host::Server::start_at(address, certificate).await;
        furnish(shared, &host);
        sleep(PERIOD - AWAY).await;
    }
}

/// Puts the certificates where they are asked for.
fn furnish(shared: &Shared, host: &host::Server) {
    let names = (0..FRESH).map(|n| format!("fresh-{n}")).chain([KNOWN.to_owned()]);
    names.for_each(|name| host.serve(&format!("/echo.api/{name}.pem"), &shared.alexa.chain));
    *shared.there.lock().expect("a lock") = Some(Instant::now());
}

/// Looks at the memory of the server until the time is over, in MiB.
async fn watch(shared: &Shared, server: &Server, time: Duration) -> Vec<f64> {
    let (began, mut memory) = (Instant::now(), Vec::new());
    println!("{:>8} {:>12} {:>10} {:>10} {:>10} {:>8} {:>7}", "seconds", "answered", "counted", "believed", "refused", "MiB", "faults");
    while began.elapsed() < time {
        sleep(time / 30).await;
        memory.push(server.memory());
        let counted: u64 = shared.counted.iter().map(|counted| counted.load(Relaxed)).sum();
        let [answered, believed, refused, faults] =
            [&shared.answered, &shared.believed, &shared.refused, &shared.faults].map(|n| n.load(Relaxed));
        let (seconds, now) = (began.elapsed().as_secs(), server.memory());
        println!("{seconds:>8} {answered:>12} {counted:>10} {believed:>10} {refused:>10} {now:>8.1} {faults:>7}");
    }
    shared.over.store(true, Relaxed);
    memory
}

/// Each count is the number of answers, and one for this question.
async fn check_counts(shared: &Shared) {
    let mut line = Caller::new(&shared.address).await.expect("a connection");
    for (user, counted) in shared.counted.iter().enumerate() {
        let answer = line.send(&shared.alexa.request(KNOWN, &body(Said::CountOne, user))).await.expect("an answer");
        let expected = counted.load(Relaxed) + 1;
        if !answer.body.contains(&format!("I have counted {expected}.")) {
            shared.fault(&format!("user {user} was told {expected} counts, and the store has another: {}", answer.body));
        }
    }
}

fn report(shared: &Shared, memory: &[f64], time: Duration) -> ExitCode {
    let third = memory.len() / 3;
    let most = |part: &[f64]| part.iter().copied().fold(0.0, f64::max);
    let (middle, last) = (most(&memory[third..2 * third]), most(&memory[2 * third..]));
    let (answered, faults) = (shared.answered.load(Relaxed), shared.faults.load(Relaxed));
    println!(
        "\n{answered} answers in {} s, {faults} faults; most memory in the middle third {middle:.1} MiB, in the last {last:.1} MiB",
        time.as_secs()
    );
    let judges = time >= LONG_ENOUGH;
    if !judges {
        println!("memory is judged from {} minutes on", LONG_ENOUGH.as_secs() / 60);
    }
    if faults == 0 && (!judges || last <= middle * 1.05) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The server, a process of its own.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(folder: &Path, host: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        let mut child =
            command.arg("--serve").arg(folder).args(["--host", host]).stdout(Stdio::piped()).spawn().expect("this program starts");
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut address).expect("the server says where it listens");
        Self { child, address: address.trim_end().to_owned() }
    }

    /// In MiB.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("this soak needs Linux");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line of the status");
        line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number") / 1024.0
    }

    fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
