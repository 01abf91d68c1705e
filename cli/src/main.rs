//! The command line of Sayso: the only place with files, colours and exit codes.

mod answer;
mod args;
mod bug;
mod commands;
mod compile;
mod disk;
mod drift;
mod failure;
mod files;
mod package;
mod page;
mod problems;
mod progress;
mod relative;
mod revision;
mod table;
mod target;
mod terminal;
mod warning;
mod watch;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    bug::report_panics();
    let cli = args::Cli::parse();
    commands::run(&cli.command, &cli.global).into()
}
