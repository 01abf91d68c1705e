//! Far more than Amazon takes: what it costs in time and memory is printed, and ends.

use crate::support::{Case, SAYSO, is_refusal};
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// A model of about so many bytes.
fn model(bytes: usize) -> String {
    let mut text = String::from(
        r#"{"interactionModel": {"languageModel": {"invocationName": "green car", "intents": [{"name": "OrderRide", "slots": [{"name": "car", "type": "Car"}], "samples": ["order a {car}"]}], "types": [{"name": "Car", "values": ["#,
    );
    for at in 0.. {
        if text.len() > bytes {
            break;
        }
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            text,
            r#"{comma}{{"id": "CAR_{at}", "name": {{"value": "car number {at}", "synonyms": ["vehicle {at}", "wagon {at}"]}}}}"#
        );
    }
    text + "]}]}}}"
}

#[test]
fn a_model_of_a_hundred_megabytes_ends() {
    let case = Case::with("models/en-US.json", model(100_000_000));
    let out = case.folder.path().join("skill");
    let start = Instant::now();
    let mut command = Command::new(SAYSO.path());
    command.arg("import").arg(case.package()).arg("--out").arg(&out).arg("--lenient");
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("sayso starts");
    let ended = child.wait4().expect("sayso ends");
    let memory = ended.rusage.maxrss / (1024 * 1024);
    println!("100 MB: {:?} after {:.1} s with {memory} MiB", ended.status.code(), start.elapsed().as_secs_f64());
    assert!(matches!(ended.status.code(), Some(0..=2)), "ended with {:?}", ended.status);
    assert!(memory < 2048, "{memory} MiB");
    if ended.status.code() != Some(0) {
        assert!(!out.exists(), "something was written");
        is_refusal(&case.import(), &[1, 2], &["en-US.json"]);
    }
}
