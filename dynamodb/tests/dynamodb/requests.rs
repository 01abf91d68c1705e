//! What DynamoDB is asked, and what is made of its answers.

use std::time::{Duration, UNIX_EPOCH};

use sayso::store::{Attributes, Expected, Expiry, Key, Store, StoreError, Version};
use serde_json::{Value, json};

use crate::wire::{self, Answer, asked, error, names};
use crate::{USER, attributes, key, user};

fn now() -> std::time::SystemTime {
    UNIX_EPOCH + Duration::from_millis(1_700_000_000_900)
}

#[tokio::test]
async fn a_load_sees_every_save_before_it() {
    let (store, calls) = wire::store(|_, _, _| Answer::Ok(json!({}))).await;
    assert_eq!(store.load(&key()).await.expect("loaded"), None);
    let name = json!({"user_id": {"S": USER}, "part": {"S": "user"}});
    assert_eq!(asked(&calls), [("GetItem".to_owned(), json!({"TableName": "attributes", "Key": name, "ConsistentRead": true}))]);
}

#[tokio::test]
async fn a_save_says_what_it_expects() {
    let (store, calls) = wire::store(|_, _, _| Answer::Ok(json!({}))).await;
    let store = store.with_clock(now);
    let first = store.save(&key(), &attributes(), Expected::Absent, Some(Expiry::from_seconds(1_800_000_000))).await.expect("saved");
    store.save(&key(), &attributes(), Expected::Version(first), None).await.expect("saved");
    let asked = asked(&calls);
    let mut absent = asked[0].1.clone();
    let version = absent["Item"]["version"]["S"].take();
    assert_eq!(version, format!("{:032x}", first.get()));
    let expected = json!({
        "TableName": "attributes",
        "Item": {
            "user_id": {"S": USER},
            "part": {"S": "user"},
            "attributes": {"S": r#"{"home": "P3RSONAL"}"#},
            "version": {"S": null},
            "expires_at": {"N": "1800000000"},
        },
        "ConditionExpression": "attribute_not_exists(#user) OR #expires <= :now",
        "ExpressionAttributeNames": {"#user": "user_id", "#expires": "expires_at"},
        "ExpressionAttributeValues": {":now": {"N": "1700000000"}},
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    });
    assert_eq!(absent, expected);
    let replacing = &asked[1].1;
    assert_eq!(replacing["ConditionExpression"], "#version = :expected AND (attribute_not_exists(#expires) OR #expires > :now)");
    assert_eq!(replacing["ExpressionAttributeValues"], json!({":expected": {"S": version}, ":now": {"N": "1700000000"}}));
    assert_eq!(replacing["ExpressionAttributeNames"], json!({"#version": "version", "#expires": "expires_at"}));
    assert_eq!(replacing["Item"]["expires_at"], Value::Null);
}

#[tokio::test]
async fn versions_are_random() {
    let (store, _) = wire::store(|_, _, _| Answer::Ok(json!({}))).await;
    let mut versions = std::collections::HashSet::new();
    for _ in 0..20 {
        let version = store.save(&key(), &attributes(), Expected::Absent, None).await.expect("saved");
        assert!(version.get() >> 64 != 0 && versions.insert(version), "{version:?}");
    }
}

/// The answer to a save that was refused because of this item.
fn conflict(item: &Value) -> Answer {
    Answer::Error("ConditionalCheckFailedException", json!({"Item": item}))
}

#[tokio::test]
async fn a_save_whose_answer_was_lost_is_known_again() {
    let (store, calls) = wire::store(|number, _, request| if number == 0 { Answer::Silence } else { conflict(&request["Item"]) }).await;
    let version = store.save(&key(), &attributes(), Expected::Absent, None).await.expect("it was saved by the first attempt");
    let asked = asked(&calls);
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].1["Item"], asked[1].1["Item"], "both attempts save the same version");
    assert_eq!(asked[1].1["Item"]["version"]["S"], format!("{:032x}", version.get()));
}

#[tokio::test]
async fn a_save_of_another_turn_is_a_conflict() {
    let other = json!({"version": {"S": "00000000000000000000000000000001"}, "attributes": {"S": "{}"}});
    for answer in [json!({"Item": other}), json!({"Item": {}}), json!({})] {
        let (store, calls) = wire::store(move |_, _, _| Answer::Error("ConditionalCheckFailedException", answer.clone())).await;
        let saved = store.save(&key(), &attributes(), Expected::Version(Version::new(7)), None).await;
        assert!(matches!(saved, Err(StoreError::Conflict)), "{saved:?}");
        assert_eq!(names(&calls).len(), 1, "a conflict is not tried again");
    }
}

#[tokio::test]
async fn a_delete_has_no_condition() {
    let (store, calls) = wire::store(|_, _, _| Answer::Ok(json!({}))).await;
    store.delete(&Key::of_device(user(), "d").expect("a key")).await.expect("deleted");
    let name = json!({"user_id": {"S": USER}, "part": {"S": "device:d"}});
    assert_eq!(asked(&calls), [("DeleteItem".to_owned(), json!({"TableName": "attributes", "Key": name}))]);
}

fn name(part: usize) -> Value {
    json!({"user_id": {"S": USER}, "part": {"S": format!("device:{part}")}})
}

/// A table with 60 records of the user, in two pages; each batch leaves half undone at first.
fn large_table(_: usize, call: &str, request: &Value) -> Answer {
    match call {
        "Query" if request.get("ExclusiveStartKey").is_none() => {
            Answer::Ok(json!({"Items": (0..40).map(name).collect::<Vec<_>>(), "LastEvaluatedKey": name(39)}))
        }
        "Query" => Answer::Ok(json!({"Items": (40..60).map(name).collect::<Vec<_>>()})),
        "BatchWriteItem" => {
            let all = request["RequestItems"]["attributes"].as_array().expect("requests");
            let undone = if [25, 15, 20].contains(&all.len()) { json!({"attributes": all[all.len() / 2..]}) } else { json!({}) };
            Answer::Ok(json!({"UnprocessedItems": undone}))
        }
        _ => error("ValidationException"),
    }
}

#[tokio::test]
async fn a_user_is_deleted_page_by_page_and_what_is_left_undone_is_done() {
    let (store, calls) = wire::store(large_table).await;
    store.delete_user(&user()).await.expect("deleted");
    let asked = asked(&calls);
    let query = json!({
        "TableName": "attributes",
        "ConsistentRead": true,
        "Limit": 100,
        "KeyConditionExpression": "#user = :user",
        "ProjectionExpression": "#user, #part",
        "ExpressionAttributeNames": {"#user": "user_id", "#part": "part"},
        "ExpressionAttributeValues": {":user": {"S": USER}},
    });
    let queries: Vec<&Value> = asked.iter().filter(|(call, _)| call == "Query").map(|(_, request)| request).collect();
    let mut second = query.clone();
    second["ExclusiveStartKey"] = name(39);
    assert_eq!(queries, [&query, &second]);

    let batches = asked.iter().filter(|(call, _)| call == "BatchWriteItem");
    let batches: Vec<&Vec<Value>> =
        batches.map(|(_, request)| request["RequestItems"]["attributes"].as_array().expect("requests")).collect();
    let sizes: Vec<usize> = batches.iter().map(|batch| batch.len()).collect();
    // 40 are 25 and 15, then 20; of each batch half is done with the second call.
    assert_eq!(sizes, [25, 13, 15, 8, 20, 10]);
    for part in 0..60 {
        let wanted = json!({"DeleteRequest": {"Key": name(part)}});
        assert!(batches.iter().any(|batch| batch.contains(&wanted)), "device {part} is not deleted");
    }
}

#[tokio::test]
async fn what_is_never_done_is_told() {
    let (store, calls) = wire::store(|_, call, request| match call {
        "Query" => Answer::Ok(json!({"Items": [name(0)]})),
        _ => Answer::Ok(json!({"UnprocessedItems": request["RequestItems"]})),
    })
    .await;
    let deleted = store.delete_user(&user()).await;
    assert!(matches!(deleted, Err(StoreError::Throttled)), "{deleted:?}");
    assert_eq!(names(&calls).len(), 7, "one question and six tries");
}

#[tokio::test]
async fn a_user_of_whom_nothing_is_kept_is_one_question() {
    let (store, calls) = wire::store(|_, _, _| Answer::Ok(json!({"Items": []}))).await;
    store.delete_user(&user()).await.expect("deleted");
    assert_eq!(names(&calls), ["Query"]);
}

#[tokio::test]
async fn the_largest_item_is_one_that_dynamodb_takes() {
    let (store, calls) = wire::store(|_, _, _| Answer::Ok(json!({}))).await;
    let user = sayso::store::UserId::new(&"u".repeat(1_000)).expect("an id");
    let key = Key::of_person(user, &"p".repeat(1_000)).expect("a key");
    let attributes = Attributes::from_json(format!("{{\"a\":\"{}\"}}", "x".repeat(Attributes::LIMIT - 8))).expect("attributes");
    store.save(&key, &attributes, Expected::Absent, Some(Expiry::from_seconds(u64::MAX))).await.expect("saved");
    // Names and texts count by their bytes, a number by half its digits and one: see "DynamoDB item sizes and formats".
    let item = asked(&calls)[0].1["Item"].clone();
    let size = |value: &Value| value["S"].as_str().or(value["N"].as_str()).expect("a text or a number").len();
    let size: usize = item.as_object().expect("an item").iter().map(|(name, value)| name.len() + size(value)).sum();
    assert!(size > 390_000 && size <= 400 * 1_024, "{size}");
}
