//! What the tests that span the crates share.

pub mod case;
pub mod code;
pub mod disk;
