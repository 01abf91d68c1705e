//! How long a call takes at most, how often it is tried, and what its end is called.

use std::time::Duration;

use sayso::store::{Expected, Store, StoreError};
use serde_json::json;
use tokio::time::Instant;

use crate::wire::{self, Answer, error, names};
use crate::{attributes, key, user};

/// A turn loads and saves, and Alexa waits eight seconds. The handler needs some of them.
const LONGEST: Duration = Duration::from_millis(2_500);

#[tokio::test]
async fn a_dynamodb_that_says_nothing_is_not_waited_for() {
    let (store, calls) = wire::store(|_, _, _| Answer::Silence).await;
    let begin = Instant::now();
    let loaded = store.load(&key()).await;
    let time = begin.elapsed();
    assert!(matches!(loaded, Err(StoreError::TimedOut)), "{loaded:?}");
    assert!(time >= Duration::from_secs(1) && time < LONGEST + Duration::from_millis(700), "{time:?}");
    assert!(names(&calls).len() >= 2, "a second attempt is made while there is time");
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_told_at_once() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let store = sayso_dynamodb::DynamoDb::new(&crate::client(port), "attributes");
    let begin = Instant::now();
    let told = told(store.load(&key()).await);
    assert!(told.starts_with("GetItem could not be sent to DynamoDB: "), "{told}");
    assert!(begin.elapsed() < LONGEST);
}

#[tokio::test]
async fn throttling_is_tried_again_and_then_told() {
    for code in ["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"] {
        let (store, calls) = wire::store(move |_, _, _| error(code)).await;
        let begin = Instant::now();
        let saved = store.save(&key(), &attributes(), Expected::Absent, None).await;
        assert!(matches!(saved, Err(StoreError::Throttled)), "{code}: {saved:?}");
        assert_eq!(names(&calls).len(), 3, "{code}");
        assert!(begin.elapsed() < LONGEST, "{code}");
    }
}

#[tokio::test]
async fn what_goes_by_is_not_told() {
    let faults: [fn() -> Answer; 4] =
        [|| error("ThrottlingException"), || error("InternalServerError"), || Answer::Html(503), || Answer::Silence];
    for (number, fault) in faults.into_iter().enumerate() {
        let (store, calls) = wire::store(move |number, _, _| if number == 0 { fault() } else { Answer::Ok(json!({})) }).await;
        assert_eq!(store.load(&key()).await.unwrap_or_else(|error| panic!("fault {number}: {error:?}")), None);
        assert_eq!(names(&calls).len(), 2, "fault {number}");
    }
}

#[tokio::test]
async fn throttling_is_told_of_every_operation() {
    let (store, _) = wire::store(|_, _, _| error("ThrottlingException")).await;
    let loaded = store.load(&key()).await.map(drop);
    let deleted = (store.delete(&key()).await, store.delete_user(&user()).await);
    for result in [loaded, deleted.0, deleted.1] {
        assert!(matches!(result, Err(StoreError::Throttled)), "{result:?}");
    }
}

fn told<T: std::fmt::Debug>(result: Result<T, StoreError>) -> String {
    let Err(StoreError::Failed(cause)) = result else { panic!("{result:?}") };
    cause.to_string()
}

#[tokio::test]
async fn a_refusal_is_told_with_its_code() {
    for (code, text) in [
        ("AccessDeniedException", "DynamoDB refused GetItem: AccessDeniedException"),
        ("ResourceNotFoundException", "DynamoDB refused GetItem: there is no such table (ResourceNotFoundException)"),
        ("UnrecognizedClientException", "DynamoDB refused GetItem: UnrecognizedClientException"),
        ("Not a name", "what came back for GetItem is no answer of DynamoDB's"),
    ] {
        let (store, calls) = wire::store(move |_, _, _| error(code)).await;
        assert_eq!(told(store.load(&key()).await), text);
        assert_eq!(names(&calls).len(), 1, "{code} is not tried again");
    }
}

#[tokio::test]
async fn what_is_no_answer_is_told() {
    for status in [200, 400] {
        let (store, _) = wire::store(move |_, _, _| Answer::Html(status)).await;
        assert_eq!(told(store.load(&key()).await), "what came back for GetItem is no answer of DynamoDB's");
    }
}

#[tokio::test]
async fn a_client_without_credentials_is_told() {
    use sayso_dynamodb::aws_sdk_dynamodb::{Client, Config, config::BehaviorVersion};
    let client = Client::from_conf(Config::builder().behavior_version(BehaviorVersion::latest()).build());
    let store = sayso_dynamodb::DynamoDb::new(&client, "attributes");
    let told = told(store.load(&key()).await);
    assert!(told.starts_with("GetItem could not be sent to DynamoDB: "), "{told}");
}
