//! Lets a secret go to another program only: not to a screen, not into a file.

use crate::failure::Failure;
use std::io::IsTerminal;

const HOW: &str = "hand it to the program that needs it:\n\
    sayso account-linking --resolved | ask smapi update-account-linking-info -s SKILL_ID -g development --account-linking-request file:/dev/stdin";

/// Fails unless standard output is a pipe to another program.
pub fn require() -> Result<(), Failure> {
    let what = if std::io::stdout().is_terminal() { Some("a terminal") } else { not_a_pipe() };
    match what {
        None => Ok(()),
        Some(what) => {
            let message = format!("standard output is {what}, where a secret would stay");
            Err(Failure::new(message).help(HOW).help("without `--resolved` the request has a placeholder for the secret"))
        }
    }
}

#[cfg(unix)]
fn not_a_pipe() -> Option<&'static str> {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    let file = std::io::stdout().as_fd().try_clone_to_owned().map(std::fs::File::from);
    match file.and_then(|file| file.metadata()).map(|found| found.file_type()) {
        Ok(kind) if kind.is_fifo() || kind.is_socket() => None,
        Ok(kind) if kind.is_file() => Some("a file"),
        Ok(_) | Err(_) => Some("not a pipe"),
    }
}

#[cfg(not(unix))]
fn not_a_pipe() -> Option<&'static str> {
    use std::os::windows::io::AsHandle;
    let file = std::io::stdout().as_handle().try_clone_to_owned().map(std::fs::File::from);
    // A pipe has no such data.
    file.and_then(|file| file.metadata()).is_ok_and(|found| found.is_file()).then_some("a file")
}
