//! What a file may ask of the reader at most.

/// How long a file may be, in bytes.
pub(crate) const MAX_BYTES: usize = 32 << 20;

/// How deep lists and maps may be nested.
pub(super) const MAX_DEPTH: usize = 64;

/// How many nodes may be reached through aliases, those within aliased nodes included.
pub(super) const MAX_REACHED: u64 = 1_000_000;
