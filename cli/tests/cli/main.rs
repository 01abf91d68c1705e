//! The command line as its users meet it: the real binary, in folders of its own.

mod account_linking;
mod auth;
mod bad_input;
mod build;
mod check;
mod colour;
mod diff;
mod drift;
mod explain;
mod help;
mod import;
mod new;
mod others;
mod own;
mod public;
mod support;
mod watch;
mod writing;
