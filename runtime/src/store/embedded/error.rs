//! Why there is no store in a file.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file cannot be opened as a store.
///
/// `Debug` shows the same sentence as `Display`, so that a `main` which returns it tells people what to do.
#[non_exhaustive]
pub enum OpenError {
    /// The process runs on AWS Lambda, where a file is lost with the next machine.
    OnLambda,
    /// Another process has the file, or this one has opened it before.
    InUse(PathBuf),
    /// The file is something else. It was left as it is.
    NotAStore(PathBuf),
    /// A later version of Sayso made the file. It was left as it is.
    Later(PathBuf),
    /// The file is a store with damage. Take it from a backup.
    Damaged(PathBuf, Box<dyn StdError + Send + Sync>),
    /// The file cannot be made, read or written.
    Io(PathBuf, io::Error),
}

impl OpenError {
    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        Self::Io(path.into(), error)
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnLambda => f.write_str(
                "the disk of AWS Lambda does not last, so persistent attributes cannot be kept in a file there: \
                 use `DynamoDb` of the crate `sayso-dynamodb`",
            ),
            Self::InUse(path) => write!(
                f,
                "`{}` is in use: another process has it, or this one opened it before; one `Embedded` has a file at a time, and can be cloned",
                path.display()
            ),
            Self::NotAStore(path) => write!(f, "`{}` is no store of persistent attributes; it was left as it is", path.display()),
            Self::Later(path) => write!(f, "`{}` was made by a later version of Sayso; it was left as it is", path.display()),
            Self::Damaged(path, cause) => write!(f, "`{}` is damaged: take it from a backup; {cause}", path.display()),
            Self::Io(path, error) => write!(f, "`{}` cannot be opened: {error}", path.display()),
        }
    }
}

impl fmt::Debug for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for OpenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Damaged(_, cause) => Some(cause.as_ref()),
            Self::Io(_, cause) => Some(cause),
            _ => None,
        }
    }
}
