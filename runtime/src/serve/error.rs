//! Why a skill cannot be served.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why a skill cannot be served: what is wrong, and where.
///
/// `Debug` shows the same sentence as `Display`, so that `fn main() -> Result<(), sayso::ServeError>` tells people what to do.
#[non_exhaustive]
pub enum ServeError {
    /// A variable of the environment is missing, or has a value that cannot be used.
    Environment {
        /// The variable.
        name: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// The address cannot be listened on.
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system says.
        error: io::Error,
    },
    /// The skill cannot be served at this path.
    Path {
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A file cannot be used for TLS.
    Tls {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The program was built without what it takes to serve the skill here.
    NotBuilt {
        /// The feature of this crate that is missing.
        feature: &'static str,
        /// What it would be for.
        to: &'static str,
    },
    /// The server ended by itself.
    Ended(Box<dyn std::error::Error + Send + Sync>),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Environment { name, why } => write!(f, "the environment variable {name} {why}"),
            Self::Listen { address, error } if error.kind() == io::ErrorKind::AddrInUse => {
                let port = address.port();
                write!(f, "port {port} is in use: end what listens there, or choose another port")
            }
            Self::Listen { address, error } => write!(f, "{address} cannot be listened on: {error}"),
            Self::Path { path, why } => write!(f, "the path `{path}` {why}"),
            Self::Tls { file, why } => write!(f, "{} {why}", file.display()),
            Self::NotBuilt { feature, to } => {
                write!(f, "this program was built without the feature `{feature}` of `sayso`, which it needs {to}")
            }
            Self::Ended(error) => write!(f, "the server ended: {error}"),
        }
    }
}

impl fmt::Debug for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { error, .. } => Some(error),
            Self::Ended(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}
