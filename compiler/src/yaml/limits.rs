//! What a file may ask of the reader at most.

/// How long a file may be, in bytes.
pub(crate) const MAX_BYTES: usize = 32 << 20;

/// How deep lists and maps may be nested.
pub(super) const MAX_DEPTH: usize = 64;

/// How many nodes may be reached through aliases, those within aliased nodes included.
pub(super) const MAX_REACHED: u64 = 1_000_000;

/// How many syntax errors are reported; after so many the file is something else than YAML.
pub(super) const MAX_REPORTED: usize = 20;

/// How many bytes are read again at most to find further syntax errors.
pub(super) const MAX_REREAD: usize = 128 << 20;

/// How many problems are reported that do not stop the parser, such as duplicate keys.
pub(super) const MAX_PROBLEMS: usize = 1_000;
