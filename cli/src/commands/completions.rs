//! `sayso completions`: scripts that complete the command line.

use crate::answer::Answer;
use crate::args::{Cli, Completions};
use clap::CommandFactory;

/// The script for a shell.
pub fn run(completions: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Cli::command(), "sayso", &mut script);
    Answer::data(String::from_utf8_lossy(&script))
}
