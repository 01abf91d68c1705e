//! Making the table.

use std::time::Duration;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::create_table::CreateTableError;
use aws_sdk_dynamodb::types::builders::{AttributeDefinitionBuilder, KeySchemaElementBuilder};
use aws_sdk_dynamodb::types::{
    BillingMode, KeySchemaElement, KeyType, ScalarAttributeType, TableDescription, TableStatus, TimeToLiveSpecification, TimeToLiveStatus,
};
use sayso::store::StoreError;
use tokio::time::{Instant, sleep};

use crate::DynamoDb;
use crate::error::{Failure, failed};
use crate::item::{EXPIRES, PART, USER};
use crate::quiet::quiet;

/// How long a table may take until it can be used. Seconds are usual.
const PATIENCE: Duration = Duration::from_secs(120);
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

impl DynamoDb {
    /// Makes the table if it is not there, waits until it can be used, and has DynamoDB remove what expired.
    ///
    /// For a development machine or a deployment, not for the skill itself: a skill that cannot make tables cannot make
    /// one by a misspelt name either, and a cold start has no time for it. A table that is there is not changed but for
    /// its time-to-live.
    ///
    /// ```no_run
    /// # async fn example(store: sayso_dynamodb::DynamoDb) -> Result<(), sayso::store::StoreError> {
    /// store.create_table().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// If a table of that name has other keys or another time-to-live, if it cannot be used within two minutes, or if
    /// DynamoDB refuses.
    pub async fn create_table(&self) -> Result<(), StoreError> {
        self.make().await?;
        let table = self.until_active().await?;
        if !is_ours(&table) {
            return Err(Failure::OtherTable.into());
        }
        self.have_expired_removed().await
    }

    async fn make(&self) -> Result<(), StoreError> {
        let mut call = self.client.create_table().table_name(&*self.table).billing_mode(BillingMode::PayPerRequest);
        for (name, kind) in KEYS {
            let attribute = AttributeDefinitionBuilder::default().attribute_name(name).attribute_type(ScalarAttributeType::S);
            let element = KeySchemaElementBuilder::default().attribute_name(name).key_type(kind);
            let both = attribute.build().and_then(|attribute| Ok((attribute, element.build()?)));
            let (attribute, element) = both.map_err(|_| Failure::OtherTable)?;
            call = call.attribute_definitions(attribute).key_schema(element);
        }
        match quiet(call.send()).await {
            Ok(_) => Ok(()),
            Err(error) if is_there(&error) => Ok(()),
            Err(error) => Err(failed("CreateTable", &error)),
        }
    }

    async fn until_active(&self) -> Result<TableDescription, StoreError> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let call = self.client.describe_table().table_name(&*self.table);
            let found = quiet(call.send()).await.map_err(|error| failed("DescribeTable", &error))?;
            match found.table {
                Some(table) if table.table_status == Some(TableStatus::Active) => return Ok(table),
                _ => sleep(BETWEEN_LOOKS).await,
            }
        }
        Err(StoreError::TimedOut)
    }

    async fn have_expired_removed(&self) -> Result<(), StoreError> {
        let call = self.client.describe_time_to_live().table_name(&*self.table);
        let found = quiet(call.send()).await.map_err(|error| failed("DescribeTimeToLive", &error))?;
        let found = found.time_to_live_description;
        let status = found.as_ref().and_then(|found| found.time_to_live_status.clone());
        match status {
            Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling) => {
                let attribute = found.and_then(|found| found.attribute_name);
                if attribute.as_deref() == Some(EXPIRES) { Ok(()) } else { Err(Failure::OtherExpiry.into()) }
            }
            _ => self.set_time_to_live().await,
        }
    }

    async fn set_time_to_live(&self) -> Result<(), StoreError> {
        let specification = TimeToLiveSpecification::builder().enabled(true).attribute_name(EXPIRES).build();
        let call = self.client.update_time_to_live().table_name(&*self.table).set_time_to_live_specification(specification.ok());
        quiet(call.send()).await.map(drop).map_err(|error| failed("UpdateTimeToLive", &error))
    }
}

const KEYS: [(&str, KeyType); 2] = [(USER, KeyType::Hash), (PART, KeyType::Range)];

fn is_there<R>(error: &SdkError<CreateTableError, R>) -> bool {
    matches!(error.as_service_error(), Some(CreateTableError::ResourceInUseException(_)))
}

fn is_ours(table: &TableDescription) -> bool {
    let is = |element: &KeySchemaElement, (name, kind): &(&str, KeyType)| element.attribute_name() == *name && element.key_type() == kind;
    let keys = table.key_schema();
    keys.len() == KEYS.len() && keys.iter().zip(&KEYS).all(|(element, key)| is(element, key))
}
