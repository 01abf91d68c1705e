//! The store in DynamoDB: against an emulator where the protocol counts, and against a server of the test's where a
//! request or a fault does.

mod emulator;
mod kept;
mod limits;
#[path = "../../../tests/amazon/npm.rs"]
mod npm;
mod packages;
mod privacy;
mod readme;
mod requests;
mod table;
mod wire;

use sayso_dynamodb::aws_sdk_dynamodb::Client;
use sayso_dynamodb::aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};

use sayso::store::{Attributes, Key, UserId};

/// A client of a DynamoDB on this machine.
fn client(port: u16) -> Client {
    let credentials = Credentials::new("an-id", "a-secret", None, None, "test");
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("eu-west-1"));
    Client::from_conf(config.credentials_provider(credentials).endpoint_url(format!("http://127.0.0.1:{port}")).build())
}

const USER: &str = "amzn1.ask.account.P3RSONAL";

fn user() -> UserId {
    UserId::new(USER).expect("an id")
}

fn key() -> Key {
    Key::of_user(user())
}

fn attributes() -> Attributes {
    Attributes::from_json(r#"{"home": "P3RSONAL"}"#).expect("attributes")
}
