//! Deleting all records of a user: page by page, batch by batch.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::types::{DeleteRequest, WriteRequest};
use sayso::store::{StoreError, UserId};

use crate::DynamoDb;
use crate::error::failed;
use crate::item::{self, Item, PART, USER};
use crate::quiet::quiet;

/// How many keys are asked for at a time.
const PAGE: i32 = 100;
/// How many [DynamoDB deletes](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html)
/// in one call.
const BATCH: usize = 25;
/// How often what DynamoDB left undone is tried, and the first pause before it is, which doubles.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(50);

impl DynamoDb {
    pub(crate) async fn delete_records(&self, user: &UserId) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let (keys, next) = self.page(user, after).await?;
            for batch in keys.chunks(BATCH) {
                self.delete_batch(batch).await?;
            }
            if next.is_none() {
                return Ok(());
            }
            after = next;
        }
    }

    async fn page(&self, user: &UserId, after: Option<Item>) -> Result<(Vec<Item>, Option<Item>), StoreError> {
        let call = self.client.query().table_name(&*self.table).consistent_read(true).limit(PAGE);
        let call = call
            .key_condition_expression("#user = :user")
            .projection_expression("#user, #part")
            .expression_attribute_names("#user", USER)
            .expression_attribute_names("#part", PART)
            .expression_attribute_values(":user", item::text(user.as_str()))
            .set_exclusive_start_key(after);
        let found = quiet(call.send()).await.map_err(|error| failed("Query", &error))?;
        Ok((found.items.unwrap_or_default(), found.last_evaluated_key))
    }

    async fn delete_batch(&self, keys: &[Item]) -> Result<(), StoreError> {
        let mut left: HashMap<String, Vec<WriteRequest>> = HashMap::from([(self.table.to_string(), keys.iter().map(deletion).collect())]);
        for attempt in 0..TRIES {
            let call = self.client.batch_write_item().set_request_items(Some(left));
            let done = quiet(call.send()).await.map_err(|error| failed("BatchWriteItem", &error))?;
            left = done.unprocessed_items.unwrap_or_default();
            if left.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(PAUSE * 2_u32.pow(attempt)).await;
        }
        Err(StoreError::Throttled)
    }
}

fn deletion(key: &Item) -> WriteRequest {
    let delete = DeleteRequest::builder().set_key(Some(key.clone())).build();
    WriteRequest::builder().set_delete_request(delete.ok()).build()
}
