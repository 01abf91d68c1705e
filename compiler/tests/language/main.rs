//! What the language says, and what comes of it.

mod omit;
mod parts;
mod support;
