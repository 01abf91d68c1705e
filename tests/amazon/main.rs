//! What the corpus becomes is what Amazon's own packages take: the types of its Skill Management API, and its command line.

mod ask_cli;
mod npm;
mod schema;
mod types;
