//! The `build.rs` door of Sayso's compiler.
//!
//! ```no_run
//! // in `fn main` of build.rs
//! sayso_build::compile("skill.yaml").unwrap();
//! ```
//!
//! ```ignore
//! // src/main.rs
//! include!(concat!(env!("OUT_DIR"), "/skill.rs"));
//! ```
//!
//! Against `sayso::skill!` it shows errors with the lines of skill.yaml around them, and cargo notices new files in `locales/` at once.

mod config;
mod error;
mod folder;

pub use config::Config;
pub use error::Error;

/// Compiles the skill at `path`, relative to the folder of `Cargo.toml`, into `OUT_DIR/skill.rs`.
///
/// # Errors
///
/// When the file cannot be read, when the skill has errors (they are printed with their places first), or when the result cannot be
/// written. A build script just unwraps it.
pub fn compile(path: &str) -> Result<(), Error> {
    Config::new().compile(path)
}
