//! What the language says, and what comes of it.

mod keys;
mod omit;
mod parts;
mod raw;
mod slot_order;
mod support;
mod token;
