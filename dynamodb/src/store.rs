//! The store itself: what is asked of DynamoDB, one call for each operation.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::ReturnValuesOnConditionCheckFailure;
use aws_sdk_dynamodb::{Client, Config};
use sayso::store::{Attributes, Expected, Expiry, Key, Record, Store, StoreError, Storing, UserId, Version};

use crate::config::{self, MissingVariable};
use crate::error::{Failure, failed};
use crate::item::{self, EXPIRES, USER, VERSION};
use crate::limits;
use crate::quiet::quiet;

/// Keeps records in a table of DynamoDB's. Clones share the connections.
///
/// Every call has at most 2.5 seconds: three attempts of one second, with short pauses. These limits replace those of the
/// client. [`StoreError::Throttled`] and [`StoreError::TimedOut`] come when they are used up.
///
/// A save that was done but whose answer was lost is known again by its version, which is 128 random bits for each
/// save, so a repeated attempt does not take it for another turn's.
#[derive(Clone)]
pub struct DynamoDb {
    pub(crate) client: Client,
    pub(crate) table: Arc<str>,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl DynamoDb {
    /// A store in a table, through a client of yours. What the client says of time-outs and retries does not count.
    ///
    /// ```no_run
    /// use sayso_dynamodb::DynamoDb;
    /// use sayso_dynamodb::aws_sdk_dynamodb::{Client, config::Config};
    ///
    /// # fn example(config: Config) {
    /// // With the crate `aws-config`: `Client::new(&aws_config::load_from_env().await)`.
    /// let store = DynamoDb::new(&Client::from_conf(config), "ride-hailer");
    /// # }
    /// ```
    #[must_use]
    pub fn new(client: &Client, table: impl Into<Arc<str>>) -> Self {
        Self::with_config(client.config(), table.into())
    }

    /// A store in a table, on AWS Lambda, with the region and the credentials of the function.
    ///
    /// ```no_run
    /// let store = sayso_dynamodb::DynamoDb::on_lambda("ride-hailer")?;
    /// # Ok::<(), sayso_dynamodb::MissingVariable>(())
    /// ```
    ///
    /// # Errors
    /// If the environment is not that of a function.
    pub fn on_lambda(table: impl Into<Arc<str>>) -> Result<Self, MissingVariable> {
        let config = config::from_environment(|name| std::env::var(name).ok())?;
        Ok(Self::with_config(&config, table.into()))
    }

    fn with_config(config: &Config, table: Arc<str>) -> Self {
        Self { client: Client::from_conf(limits::apply(config)), table, clock: Arc::new(SystemTime::now) }
    }

    /// Asks another clock whether records are over their expiry.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    fn now(&self) -> SystemTime {
        (self.clock)()
    }

    async fn load_record(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        let call = self.client.get_item().table_name(&*self.table).set_key(Some(item::key(key))).consistent_read(true);
        let found = quiet(call.send()).await.map_err(|error| failed("GetItem", &error))?;
        let record = found.item().map(item::record).transpose()?;
        // DynamoDB removes what expired within days, not at once.
        Ok(record.filter(|record| !record.is_over(self.now())))
    }

    async fn save_record(
        &self,
        key: &Key,
        attributes: &Attributes,
        expected: Expected,
        expires: Option<Expiry>,
    ) -> Result<Version, StoreError> {
        let version = random_version()?;
        let now = self.now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let call = self.client.put_item().table_name(&*self.table).set_item(Some(item::item(key, version, attributes, expires)));
        let call = call.expression_attribute_names("#expires", EXPIRES).expression_attribute_values(":now", item::number(now));
        let call = match expected {
            Expected::Absent => {
                call.condition_expression("attribute_not_exists(#user) OR #expires <= :now").expression_attribute_names("#user", USER)
            }
            Expected::Version(version) => call
                .condition_expression("#version = :expected AND (attribute_not_exists(#expires) OR #expires > :now)")
                .expression_attribute_names("#version", VERSION)
                .expression_attribute_values(":expected", item::version_text(version)),
        };
        let call = call.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match quiet(call.send()).await {
            Ok(_) => Ok(version),
            Err(error) if was_done(&error, version) => Ok(version),
            Err(error) => Err(refused(&error)),
        }
    }

    async fn delete_record(&self, key: &Key) -> Result<(), StoreError> {
        let call = self.client.delete_item().table_name(&*self.table).set_key(Some(item::key(key)));
        quiet(call.send()).await.map(drop).map_err(|error| failed("DeleteItem", &error))
    }
}

/// A version that no other save has, whoever makes it and whatever was deleted before.
fn random_version() -> Result<Version, StoreError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Failure::NoRandomness)?;
    Ok(Version::new(u128::from_be_bytes(bytes)))
}

/// Whether an earlier attempt did what this one was refused for: then the record is the very one that was to be saved.
fn was_done<R>(error: &SdkError<PutItemError, R>, version: Version) -> bool {
    match error.as_service_error() {
        Some(PutItemError::ConditionalCheckFailedException(refused)) => refused.item().and_then(item::version) == Some(version),
        _ => false,
    }
}

fn refused<R>(error: &SdkError<PutItemError, R>) -> StoreError {
    match error.as_service_error() {
        Some(PutItemError::ConditionalCheckFailedException(_)) => StoreError::Conflict,
        _ => failed("PutItem", error),
    }
}

impl Store for DynamoDb {
    fn load<'a>(&'a self, key: &'a Key) -> Storing<'a, Option<Record>> {
        Box::pin(self.load_record(key))
    }

    fn save<'a>(&'a self, key: &'a Key, attributes: &'a Attributes, expected: Expected, expires: Option<Expiry>) -> Storing<'a, Version> {
        Box::pin(self.save_record(key, attributes, expected, expires))
    }

    fn delete<'a>(&'a self, key: &'a Key) -> Storing<'a, ()> {
        Box::pin(self.delete_record(key))
    }

    fn delete_user<'a>(&'a self, user: &'a UserId) -> Storing<'a, ()> {
        Box::pin(self.delete_records(user))
    }
}

impl fmt::Debug for DynamoDb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DynamoDb").field("table", &self.table).finish_non_exhaustive()
    }
}
