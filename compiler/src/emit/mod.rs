//! The files for Amazon, in memory. Nothing here can fail: a checked skill has everything that it takes.

mod account_linking;
mod files;
mod interaction_model;
mod json;
mod manifest;
#[cfg(feature = "import")]
mod ours;
mod raw;
mod reread;

#[cfg(feature = "import")]
pub(crate) use account_linking::placeheld;
pub use account_linking::{SecretReference, account_linking, account_linking_with_secret, secret_reference};
pub use files::{ACCOUNT_LINKING, ASK_RESOURCES, Files, MANIFEST, interaction_model_path, package};
#[cfg(feature = "import")]
pub(crate) use interaction_model::INLINE;
pub use interaction_model::interaction_model;
pub use manifest::manifest;
#[cfg(feature = "import")]
pub use ours::may_replace;
