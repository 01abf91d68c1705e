//! What Amazon has: intents, slot types, and the lists that the store and the manifest choose from.

mod intents;
mod requests;
mod slot_types;
mod store;
mod utterances;

pub use intents::*;
pub use requests::*;
pub use slot_types::*;
pub use store::*;
pub use utterances::*;
