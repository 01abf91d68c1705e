//! Making the table: against the emulator, and the time-to-live, which the emulator does not have, against the wire.

use sayso::store::StoreError;
use sayso_dynamodb::DynamoDb;
use serde_json::{Value, json};

use crate::emulator;
use crate::wire::{self, Answer, error};

#[tokio::test]
async fn a_table_is_made_once_and_can_be_used_at_once() {
    let Some(store) = emulator::store("made").await else { return };
    store.create_table().await.expect("a table that is there is left as it is");
    let client = emulator::emulator().expect("the emulator");
    let found = client.describe_table().table_name("made").send().await.expect("described").table.expect("a table");
    assert_eq!(found.table_status().map(|status| status.as_str()), Some("ACTIVE"));
    let billing = found.billing_mode_summary().and_then(|summary| summary.billing_mode()).map(|mode| mode.as_str());
    assert_eq!(billing, Some("PAY_PER_REQUEST"));
    let keys: Vec<_> = found.key_schema().iter().map(|key| (key.attribute_name(), key.key_type().as_str())).collect();
    assert_eq!(keys, [("user_id", "HASH"), ("part", "RANGE")]);
}

#[tokio::test]
async fn a_table_of_something_else_is_refused() {
    use sayso_dynamodb::aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
    let Some(client) = emulator::emulator() else { return };
    let attribute = AttributeDefinition::builder().attribute_name("id").attribute_type(ScalarAttributeType::S).build().expect("complete");
    let element = KeySchemaElement::builder().attribute_name("id").key_type(KeyType::Hash).build().expect("complete");
    let call = client.create_table().table_name("other").billing_mode(BillingMode::PayPerRequest);
    call.attribute_definitions(attribute).key_schema(element).send().await.expect("a table");
    assert!(told(DynamoDb::new(&client, "other").create_table().await).contains("other keys than `user_id` and `part`"));
}

fn told(result: Result<(), StoreError>) -> String {
    let Err(StoreError::Failed(cause)) = result else { panic!("{result:?}") };
    cause.to_string()
}

fn described(status: &str) -> Answer {
    let keys = json!([{"AttributeName": "user_id", "KeyType": "HASH"}, {"AttributeName": "part", "KeyType": "RANGE"}]);
    Answer::Ok(json!({"Table": {"TableStatus": status, "KeySchema": keys}}))
}

#[tokio::test]
async fn the_time_to_live_is_turned_on_when_the_table_is_active() {
    let (store, calls) = wire::store(|number, call, _| match (number, call) {
        (0, "CreateTable") => Answer::Ok(json!({"TableDescription": {"TableStatus": "CREATING"}})),
        (1, "DescribeTable") => described("CREATING"),
        (2, "DescribeTable") => described("ACTIVE"),
        (3, "DescribeTimeToLive") => Answer::Ok(json!({"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}})),
        (4, "UpdateTimeToLive") => Answer::Ok(json!({})),
        _ => error("ValidationException"),
    })
    .await;
    store.create_table().await.expect("a table");
    let asked = wire::asked(&calls);
    let create = json!({
        "TableName": "attributes",
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "user_id", "AttributeType": "S"}, {"AttributeName": "part", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "user_id", "KeyType": "HASH"}, {"AttributeName": "part", "KeyType": "RANGE"}],
    });
    assert_eq!(asked[0].1, create);
    let expires = json!({"Enabled": true, "AttributeName": "expires_at"});
    assert_eq!(asked[4].1, json!({"TableName": "attributes", "TimeToLiveSpecification": expires}));
    assert_eq!(asked.len(), 5);
}

async fn with_time_to_live(description: Value) -> (Result<(), StoreError>, Vec<String>) {
    let (store, calls) = wire::store(move |_, call, _| match call {
        "CreateTable" => error("ResourceInUseException"),
        "DescribeTable" => described("ACTIVE"),
        "DescribeTimeToLive" => Answer::Ok(json!({"TimeToLiveDescription": description})),
        _ => Answer::Ok(json!({})),
    })
    .await;
    (store.create_table().await, wire::names(&calls))
}

#[tokio::test]
async fn a_time_to_live_that_is_there_is_left_as_it_is() {
    for status in ["ENABLED", "ENABLING"] {
        let (made, calls) = with_time_to_live(json!({"TimeToLiveStatus": status, "AttributeName": "expires_at"})).await;
        made.expect("the table is as it should be");
        assert_eq!(calls, ["CreateTable", "DescribeTable", "DescribeTimeToLive"]);
        let (made, calls) = with_time_to_live(json!({"TimeToLiveStatus": status, "AttributeName": "other"})).await;
        assert!(told(made).contains("on another attribute than `expires_at`"));
        assert_eq!(calls.len(), 3);
    }
}

#[tokio::test]
async fn what_is_not_allowed_is_told() {
    let (store, _) = wire::store(|_, _, _| error("AccessDeniedException")).await;
    assert_eq!(told(store.create_table().await), "DynamoDB refused CreateTable: AccessDeniedException");
}
