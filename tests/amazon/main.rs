//! What the corpus becomes is what Amazon's own packages take: the types of its Skill Management API, and its command line. What a skill asks
//! of Alexa's own services is what Amazon's clients ask.

mod ask_cli;
mod npm;
mod schema;
mod services;
mod types;
