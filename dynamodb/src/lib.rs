#![doc = include_str!("../README.md")]

mod config;
mod error;
mod item;
mod limits;
mod quiet;
mod store;
mod table;
mod user;

pub use aws_sdk_dynamodb;
pub use config::MissingVariable;
pub use store::DynamoDb;
