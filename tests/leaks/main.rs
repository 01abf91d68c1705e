//! Whatever a run prints and stores is looked through for every secret that it was given: a process of its own, with the door of production,
//! requests that are signed, a store in a file, and the log at its finest.

mod alexa;
mod clerk;

use alexa::{NEEDLE, Quoting, envelope, intent, send};
use clerk::{Clerk, KEPT, skill};
use sayso::http::Server;
use sayso::store::Embedded;
use sayso::verify::{Authority, Verifier};
use serde_json::json;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// Where the store is.
const STORE: &str = "STORE";

/// The process: a server, and beside it who asks. It prints the answers, and no request.
#[test]
#[ignore = "a process that the other test starts"]
fn program() {
    tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::TRACE).init();
    tracing::trace!("the finest level is heard");
    let store = Embedded::open(std::env::var_os(STORE).expect("a place for the store")).expect("a store");
    let app = skill::app(Clerk, store).fetch(Quoting).answer_within(Duration::from_secs(1)).observe(|report| println!("{report:?}"));
    let alexa = Arc::new(Authority::new().expect("keys"));
    let verifier = Verifier::builder().trust(alexa.trust()).fetch(Arc::clone(&alexa)).build();
    let server = Server::new(app).verifier(verifier).address(([127, 0, 0, 1], 0));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("an executor");
    let listening = runtime.block_on(server.listen()).expect("a server that listens");
    let address = listening.address();
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let server = runtime.spawn(listening.run_until(async move { drop(ended.await) }));
    ask_everything(address, &alexa);
    drop(end);
    runtime.block_on(server).expect("the server ends");
}

fn ask_everything(address: SocketAddr, alexa: &Authority) {
    let signed = |body: &str| println!("{}", send(address, Some(alexa), body));
    let ask = |request, account: &str| signed(&envelope(request, account).to_string());
    ask(json!({"type": "LaunchRequest"}), "account");
    let undeclared = format!("{NEEDLE}-account");
    // What is kept last stays in the file.
    for name in ["Work", "Quote", "Say", "Show", "Remember", "Shout", "Drop", "Ask", &undeclared, "Keep"] {
        ask(intent(name), "account");
    }
    for account in ["stale", "broken"] {
        ask(intent("Work"), account);
    }
    let quoting = json!({"type": "INVALID_RESPONSE", "message": format!("Bearer {NEEDLE}-account was refused")});
    ask(json!({"type": "SessionEndedRequest", "reason": "ERROR", "error": quoting}), "account");
    ask(json!({"type": "System.ExceptionEncountered", "error": quoting, "cause": {"requestId": "r"}}), "account");
    ask(json!({"type": "Something.NobodyKnows", "note": format!("{NEEDLE}-account")}), "account");
    let body = envelope(intent("Work"), "account").to_string();
    signed(&body[..body.len() - 1]);
    println!("{}", send(address, None, &body));
}

#[test]
fn nothing_that_a_run_prints_or_stores_holds_a_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(["--exact", "program", "--ignored", "--nocapture", "--test-threads=1"]).current_dir(&folder);
    program.env(STORE, folder.path().join("attributes.redb")).env("CLERK_SECRET", format!("{NEEDLE}-clerk")).env("RUST_BACKTRACE", "0");
    let output = program.output().expect("this program runs");
    let printed = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{printed}");
    let lines: Vec<&str> = printed.lines().filter(|line| line.contains(NEEDLE)).collect();
    assert!(lines.is_empty(), "printed:\n{}", lines.join("\n"));
    for (what, times) in [
        ("It is done.", 1),
        ("the finest level is heard", 1),
        ("a handler failed", 2),
        ("a handler panicked", 2),
        ("[token]", 4),
        ("LinkAccount", 1),
        ("HTTP/1.1 200", 15),
        ("HTTP/1.1 400", 2),
    ] {
        let found = printed.matches(what).count();
        assert!(found >= times, "this was no such run: `{what}` is there {found} times, and not {times}\n{printed}");
    }
    let stored = files(folder.path());
    assert!(!stored.iter().any(|file| holds(file, NEEDLE)), "a secret is stored");
    assert!(stored.iter().any(|file| holds(file, KEPT)), "nothing is stored");
}

/// What all files of a folder hold, and those of folders in it.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![fs::read(path).expect("a file")] }).collect()
}

fn holds(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|window| window == text.as_bytes())
}
