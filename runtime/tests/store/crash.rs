//! The store in a file, with processes of its own: what a crash leaves, who else has the file, and AWS Lambda.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sayso::store::{Attributes, Embedded, Expected, Key, Store, UserId};
use sayso::testing::block_on;

const FILE: &str = "SAYSO_TEST_FILE";
const FIRST_STEP: &str = "SAYSO_TEST_FIRST_STEP";

/// Runs this program again, with nothing but the test of that name.
fn program(test: &str, path: &Path) -> Command {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args([&format!("crash::{test}"), "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    program.env(FILE, path).env("RUST_BACKTRACE", "0").stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

fn keys() -> [Key; 3] {
    let user = UserId::new("u").expect("an id");
    [Key::of_user(user.clone()), Key::of_person(user.clone(), "p").expect("a key"), Key::of_device(user, "d").expect("a key")]
}

/// What is kept after a number of steps: the number of the step that saved it, by key.
fn model(steps: usize) -> [Option<usize>; 3] {
    let mut kept = [None; 3];
    for step in 0..steps {
        match step % 7 {
            6 => kept = [None; 3],
            key => kept[key % 3] = Some(step),
        }
    }
    kept
}

fn do_step(store: &Embedded, step: usize) {
    let keys = keys();
    let key = match step % 7 {
        6 => return block_on(store.delete_user(keys[0].user())).expect("deleted"),
        key => &keys[key % 3],
    };
    let expected = Expected::after(block_on(store.load(key)).expect("loaded").as_ref());
    // Large enough for several pages, so that a save is more than one write.
    let attributes = Attributes::new(&serde_json::json!({"step": step, "more": "x".repeat(20_000)})).expect("attributes");
    block_on(store.save(key, &attributes, expected, None)).expect("saved");
}

fn kept(store: &Embedded) -> [Option<usize>; 3] {
    keys().map(|key| {
        let found = block_on(store.load(&key)).expect("loaded")?;
        let json: serde_json::Value = found.attributes.read().expect("JSON");
        usize::try_from(json["step"].as_u64().expect("a step")).ok()
    })
}

#[test]
#[ignore = "another test runs it in a process of its own, and kills it"]
fn steps_until_it_is_killed() {
    let (Some(path), Ok(first)) = (std::env::var_os(FILE), std::env::var(FIRST_STEP)) else { return };
    let store = Embedded::open(path).expect("a store");
    for step in first.parse().expect("a number").. {
        do_step(&store, step);
        println!("\ndone {step}");
        std::io::stdout().flush().expect("flushed");
    }
}

#[test]
fn a_crash_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attributes.redb");
    let (mut steps, mut killed) = (0, 0);
    for round in 0..12 {
        let child = program("steps_until_it_is_killed", &path).env(FIRST_STEP, steps.to_string()).spawn().expect("a process");
        let acknowledged = kill_after(child, Duration::from_millis(5 + 17 * round)).map_or(steps, |step| step + 1);
        killed += acknowledged - steps;
        let found = kept(&Embedded::open(&path).expect("the file can be opened after a crash"));
        // The step that was under way may be done or not, but not a part of it.
        steps = match found {
            found if found == model(acknowledged) => acknowledged,
            found if found == model(acknowledged + 1) => acknowledged + 1,
            found => panic!("after {acknowledged} steps {found:?} is kept, not {:?}", model(acknowledged)),
        };
    }
    assert!(killed >= 12, "only {killed} steps were acknowledged before the crashes");
}

/// Kills a process some time after its first step, and tells its last.
fn kill_after(mut child: Child, time: Duration) -> Option<usize> {
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut next = move || lines.by_ref().map_while(Result::ok).find_map(|line| line.strip_prefix("done ")?.parse().ok());
    let first: Option<usize> = next();
    let reader = thread::spawn(move || std::iter::from_fn(next).last());
    thread::sleep(time);
    child.kill().expect("killed");
    child.wait().expect("gone");
    reader.join().expect("no panic").or(first)
}

#[test]
#[ignore = "another test runs it in a process of its own"]
fn opens() {
    let Some(path) = std::env::var_os(FILE) else { return };
    match Embedded::open(path) {
        Ok(_) => println!("\nopened"),
        Err(error) => println!("\nrefused: {error}"),
    }
}

fn opened(program: &mut Command) -> String {
    let Output { stdout, stderr, status } = program.output().expect("a process");
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    let said = String::from_utf8(stdout).expect("text");
    said.lines().find(|line| line.starts_with("opened") || line.starts_with("refused")).expect("an answer").to_owned()
}

#[test]
fn another_process_does_not_get_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attributes.redb");
    let store = Embedded::open(&path).expect("a store");
    let said = opened(&mut program("opens", &path));
    assert!(said.starts_with("refused: ") && said.contains("is in use: another process has it"), "{said}");
    do_step(&store, 0);
    drop(store);
    assert_eq!(opened(&mut program("opens", &path)), "opened");
}

#[test]
fn on_lambda_no_file_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attributes.redb");
    for name in ["AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API"] {
        let said = opened(program("opens", &path).env(name, "x"));
        assert!(said.starts_with("refused: the disk of AWS Lambda does not last") && said.contains("sayso-dynamodb"), "{said}");
        assert!(!path.exists(), "a file was made on Lambda");
    }
    assert_eq!(opened(program("opens", &path).env("AWS_LAMBDA_RUNTIME_API", "")), "opened", "an empty variable is none");
}

#[test]
fn of_several_processes_that_make_the_file_one_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("attributes.redb");
    let start = || program("steps_until_it_is_killed", &path).env(FIRST_STEP, "0").stdout(Stdio::null()).spawn().expect("a process");
    let mut children = [(); 4].map(|()| start());
    let end = Instant::now() + Duration::from_secs(60);
    let is_running = |child: &mut Child| child.try_wait().expect("a state").is_none();
    while children.iter_mut().filter_map(|child| is_running(child).then_some(())).count() > 1 && Instant::now() < end {
        thread::sleep(Duration::from_millis(20));
    }
    let running: Vec<&mut Child> = children.iter_mut().filter_map(|child| is_running(child).then_some(child)).collect();
    assert_eq!(running.len(), 1, "each process but one is refused");
    for child in running {
        child.kill().expect("killed");
        child.wait().expect("gone");
    }
    Embedded::open(&path).expect("the file is a store");
    let names: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(names, ["attributes.redb"], "those that were refused leave nothing");
}
