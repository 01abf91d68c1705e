//! Bad input, end to end through the library: a diagnostic at a place, never a panic, never without an end.

mod bytes;
mod lenient;
mod mutations;
mod schema;
mod support;
