//! One module for each command.

mod account_linking;
mod auth;
mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod import;
mod new;
mod schema;

use crate::answer::{Answer, Exit};
use crate::args::{Command, Global};
use crate::drift;
use crate::failure::Failure;
use crate::watch;

/// Runs a command and prints what it has to say.
pub fn run(command: &Command, global: &Global) -> Exit {
    let answer = match command {
        Command::Check(check) if check.watch => return watch::repeat(&check.target, global, drift::sources, || check::run(check, global)),
        Command::Build(build) if build.watch => return watch::repeat(&build.target, global, |_| None, || build::run(build, global)),
        Command::New(new) => new::run(new),
        Command::Check(check) => check::run(check, global),
        Command::Build(build) => build::run(build, global),
        Command::Explain(explain) => explain::run(explain, global),
        Command::Auth(auth) => auth::run(auth, global),
        Command::Schema => Ok(schema::run()),
        Command::Import(import) => import::run(import, global),
        Command::Diff(diff) => diff::run(diff, global),
        Command::AccountLinking(linking) => account_linking::run(linking, global),
        Command::Completions(completions) => Ok(completions::run(completions)),
    };
    print(answer, global)
}

/// Prints an answer, or why there is none.
pub fn print(answer: Result<Answer, Failure>, global: &Global) -> Exit {
    match answer {
        Ok(answer) => answer.print(global),
        Err(failure) => failure.print(global),
    }
}
