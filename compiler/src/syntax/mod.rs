//! The language: what may stand in `skill.yaml` and in the files of `locales/`, with the place of everything.
//!
//! Reading is tolerant: unknown keys and wrong types are reported and left out, and the rest is read.

mod account_linking;
mod block;
mod document;
mod endpoint;
mod intents;
mod interfaces;
mod model;
mod read;
mod requests;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod store;
mod token;
mod types;

pub(crate) use account_linking::*;
pub(crate) use block::{block, word};
pub(crate) use document::*;
pub(crate) use endpoint::*;
pub(crate) use intents::*;
pub(crate) use interfaces::*;
pub(crate) use model::*;
pub(crate) use read::{List, Map, Named, Raw, Read, Reader, is_omit, listed};
pub(crate) use requests::*;
pub(crate) use store::*;
pub(crate) use token::*;
pub(crate) use types::*;

/// One of a fixed set of words.
pub(crate) trait Word {
    /// The words, as they are written.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    fn words() -> &'static [&'static str];
}
