//! What the tests that span the crates share.

pub mod case;
pub mod code;
pub mod disk;
pub mod package;
pub mod public;
pub mod sayso;
pub mod trip;
