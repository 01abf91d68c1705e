//! What ARCHITECTURE.md says must always hold, as far as a program can see it.

mod crates;
mod diagnostics;
mod generated;
mod layers;
mod misspelt;
