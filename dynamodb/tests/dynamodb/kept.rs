//! What every store does, against the emulator.

use proptest::test_runner::{Config, TestRunner};
use proptest::{collection, num};
use sayso::store::conformance::{self, TestClock};
use sayso::store::{Attributes, Expected, Key, Store, StoreError, UserId};
use tokio::runtime::Runtime;

use crate::emulator;

fn clock() -> (TestClock, impl Fn() -> std::time::SystemTime + Send + Sync + 'static) {
    let clock = TestClock::new();
    let reader = clock.clone();
    (clock, move || reader.now())
}

#[tokio::test]
async fn it_does_what_every_store_does() {
    let Some(store) = emulator::store("conformance").await else { return };
    let (clock, now) = clock();
    conformance::run(&store.with_clock(now), &clock).await;
}

#[test]
fn no_order_of_steps_loses_a_save() {
    let runtime = Runtime::new().expect("a runtime");
    let Some(store) = runtime.block_on(emulator::store("interleaved")) else { return };
    let steps = collection::vec(num::u8::ANY, 0..120);
    let mut runner = TestRunner::new(Config { source_file: Some(file!()), ..Config::with_cases(10) });
    let found = runner.run(&steps, |choices| {
        let (clock, now) = clock();
        runtime.block_on(conformance::interleave(&store.clone().with_clock(now), &clock, &choices));
        Ok(())
    });
    found.unwrap_or_else(|failed| panic!("{failed}"));
}

#[tokio::test]
async fn several_functions_share_a_table() {
    let Some(one) = emulator::store("shared").await else { return };
    let other = sayso_dynamodb::DynamoDb::new(&emulator::emulator().expect("the emulator"), "shared");
    let key = Key::of_user(UserId::new("u").expect("an id"));
    let attributes = Attributes::default();
    one.save(&key, &attributes, Expected::Absent, None).await.expect("saved");
    let found = other.load(&key).await.expect("loaded").expect("what the other saved");
    other.save(&key, &attributes, Expected::Version(found.version), None).await.expect("saved");
    let late = one.save(&key, &attributes, Expected::Version(found.version), None).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
}

#[tokio::test]
async fn what_something_else_wrote_is_told() {
    use sayso_dynamodb::aws_sdk_dynamodb::types::AttributeValue;
    let Some(store) = emulator::store("foreign").await else { return };
    let client = emulator::emulator().expect("the emulator");
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let key = Key::of_user(UserId::new("u").expect("an id"));
    for (name, value) in [
        ("version", text("not hexadecimal")),
        ("attributes", text("[]")),
        ("attributes", AttributeValue::Bool(true)),
        ("expires_at", text("1")),
    ] {
        let item = client.put_item().table_name("foreign").item("user_id", text("u")).item("part", text("user"));
        let item = item.item("version", text("a")).item("attributes", text("{}")).item(name, value);
        item.send().await.expect("written");
        let found = store.load(&key).await;
        assert!(matches!(found, Err(StoreError::Unreadable)), "{name}: {found:?}");
    }
    store.delete(&key).await.expect("it can be deleted");
    assert!(store.load(&key).await.expect("loaded").is_none());
}
