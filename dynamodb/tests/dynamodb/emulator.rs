//! A DynamoDB of this machine's, for all tests of this program.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use aws_sdk_dynamodb::Client;
use sayso_dynamodb::DynamoDb;
use sayso_dynamodb::aws_sdk_dynamodb;
use serde_json::json;

use crate::{client, npm};

const VERSION: &str = "4.0.0";

/// A client of the emulator's; `None` where it cannot be had, which is said on standard error.
pub fn emulator() -> Option<Client> {
    // Its standard input is closed with this process, and then it ends.
    static EMULATOR: OnceLock<Option<(Child, u16)>> = OnceLock::new();
    let (_, port) = EMULATOR.get_or_init(start).as_ref()?;
    Some(client(*port))
}

fn start() -> Option<(Child, u16)> {
    let package = npm::package("dynalite", VERSION, &json!({}))?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dynamodb/emulator.js");
    let mut node = Command::new("node");
    node.arg(script).arg(package).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = match node.spawn() {
        Ok(child) => child,
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "node does not run: {error}");
            npm::skip(&format!("the store in DynamoDB was not tested against an emulator: node does not run: {error}"));
            return None;
        }
    };
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    Some((child, line.trim().parse().expect("a port")))
}

/// A store in a table of its own.
pub async fn store(table: &str) -> Option<DynamoDb> {
    let store = DynamoDb::new(&emulator()?, table);
    store.create_table().await.expect("a table");
    Some(store)
}
