//! What a command has to say in the end, and the one place that prints it.

use crate::args::Global;
use crate::failure::{Failure, reason};
use crate::terminal::{Look, Stream};
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// All is done.
    Done = 0,
    /// The skill has errors.
    Errors = 1,
    /// The tool could not work.
    Failed = 2,
    /// With `--check`: what is there differs from what should be.
    Differs = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// The result of a command, ready to print.
#[derive(Debug)]
pub struct Answer {
    /// For standard output.
    pub data: String,
    /// For standard error: problems, which are told even to those who want quiet.
    pub problems: String,
    /// For standard error: how it went.
    pub talk: String,
    /// How it ended.
    pub exit: Exit,
}

impl Answer {
    /// Data, and nothing else to say.
    pub fn data(data: impl Into<String>) -> Self {
        Answer { data: data.into(), ..Answer::default() }
    }

    /// The same answer with the data that was made of the skill; without any, the skill had errors.
    pub fn with(mut self, data: Option<String>) -> Self {
        match data {
            Some(data) => self.data.push_str(&data),
            None => self.exit = Exit::Errors,
        }
        self
    }

    /// Prints the answer; says how the command ended, which is worse when the data could not be written.
    pub fn print(&self, global: &Global) -> Exit {
        if let Err(error) = to_stdout(self.data.as_bytes()) {
            Failure::new(format!("standard output cannot be written: {}", reason(&error))).print(global);
            return Exit::Failed;
        }
        to_stderr(&self.problems);
        if !global.quiet {
            to_stderr(&self.talk);
        }
        self.exit
    }
}

impl Default for Answer {
    fn default() -> Self {
        Answer { data: String::new(), problems: String::new(), talk: String::new(), exit: Exit::Done }
    }
}

impl Failure {
    /// Tells what kept the tool from working.
    pub fn print(&self, global: &Global) -> Exit {
        to_stderr(&self.render(Look::of(Stream::Stderr, global.color)));
        Exit::Failed
    }
}

/// Writes in one go. A reader who left is no failure: `sayso auth | head -1` is fine.
pub fn to_stdout(bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn to_stderr(text: &str) {
    // When even that fails there is nobody left to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
