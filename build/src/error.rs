//! Why a compilation failed.

use std::fmt;
use std::io;

/// Why a compilation failed. Its `Debug` is its `Display`: a build script unwraps it, and cargo shows the former.
pub enum Error {
    /// The skill has errors; the text shows all of them, each at its place.
    Skill(String),
    /// The skill's file could not be read.
    NotRead(String, io::Error),
    /// The Rust could not be written.
    Io(String, io::Error),
    /// An environment variable that cargo gives to build scripts is missing.
    NotInBuildScript(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Skill(text) => write!(f, "the skill has errors\n\n{text}"),
            Error::NotRead(path, error) => {
                write!(f, "{path} cannot be read: {error}; the path is relative to the folder of Cargo.toml")
            }
            Error::Io(path, error) => write!(f, "{path}: {error}"),
            Error::NotInBuildScript(name) => write!(f, "`{name}` is not set: sayso_build runs in build scripts"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::NotRead(_, error) | Error::Io(_, error) => Some(error),
            _ => None,
        }
    }
}
