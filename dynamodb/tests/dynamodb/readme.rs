//! The permissions in the README are those that the calls need, and no more.

use std::collections::BTreeSet;

use sayso::store::{Expected, Store};
use serde_json::{Value, json};

use crate::wire::{self, Answer, names};
use crate::{attributes, key, user};

const README: &str = include_str!("../../README.md");

#[tokio::test]
async fn the_role_of_the_function_may_do_what_the_store_does() {
    let policy = README.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("a policy");
    let policy: Value = serde_json::from_str(policy).expect("JSON");
    let allowed: BTreeSet<&str> = policy["Statement"][0]["Action"].as_array().expect("actions").iter().filter_map(Value::as_str).collect();

    let item = json!({"user_id": {"S": "u"}, "part": {"S": "user"}});
    let (store, calls) = wire::store(move |_, _, _| Answer::Ok(json!({"Items": [item]}))).await;
    store.load(&key()).await.expect("loaded");
    store.save(&key(), &attributes(), Expected::Absent, None).await.expect("saved");
    store.delete(&key()).await.expect("deleted");
    store.delete_user(&user()).await.expect("deleted");
    let needed: BTreeSet<String> = names(&calls).iter().map(|call| format!("dynamodb:{call}")).collect();
    assert_eq!(allowed, needed.iter().map(String::as_str).collect());
}

#[tokio::test]
async fn who_makes_the_table_may_do_so() {
    let keys = json!([{"AttributeName": "user_id", "KeyType": "HASH"}, {"AttributeName": "part", "KeyType": "RANGE"}]);
    let (store, calls) = wire::store(move |_, _, _| Answer::Ok(json!({"Table": {"TableStatus": "ACTIVE", "KeySchema": keys}}))).await;
    store.create_table().await.expect("a table");
    for call in names(&calls) {
        assert!(README.contains(&format!("`dynamodb:{call}`")), "{call} is not in the README");
    }
}
