//! The file: made so that it is there as a whole or not at all, and opened only if it is a store.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

use redb::backends::FileBackend;
use redb::{Database, DatabaseError, StorageError};

use super::error::OpenError;
use super::tables::{self, Owner};

/// Attributes are small and there are few of them in use at once; redb itself would take up to 1 GiB.
const CACHE: usize = 16 * 1024 * 1024;

pub(super) fn open(path: &Path) -> Result<Database, OpenError> {
    if !path.try_exists().map_err(|error| OpenError::io(path, error))? {
        make(path)?;
    }
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(|error| OpenError::io(path, error))?;
    database(path, file)
}

/// Makes the file under another name first. A crash in between leaves nothing that could not be opened the next time,
/// and where another process is faster, its file stays.
fn make(path: &Path) -> Result<(), OpenError> {
    let io = |error| OpenError::io(path, error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Readable for its owner alone: that is how this library makes its files.
    let new = tempfile::Builder::new().prefix(".sayso-").tempfile_in(folder).map_err(io)?;
    database(path, new.as_file().try_clone().map_err(io)?)?.close().map_err(|error| failed(path, error.into()))?;
    match new.persist_noclobber(path) {
        Ok(_) => keep_name(folder).map_err(io),
        Err(other) if other.error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(other) => Err(io(other.error)),
    }
}

/// A new name is on the disk when its folder is.
fn keep_name(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn database(path: &Path, file: File) -> Result<Database, OpenError> {
    let backend = FileBackend::new(file).map_err(|error| failed(path, error.into()))?;
    let mut builder = Database::builder();
    // A damaged file is told now, rather than by a panic in some turn.
    builder.set_cache_size(CACHE).set_check_integrity_on_open(true);
    let database = builder.create_with_backend(backend).map_err(|error| refused(path, error))?;
    match tables::prepare(&database).map_err(|error| failed(path, error))? {
        Owner::Sayso => Ok(database),
        Owner::LaterSayso => Err(OpenError::Later(path.into())),
        Owner::Other => Err(OpenError::NotAStore(path.into())),
    }
}

fn refused(path: &Path, error: DatabaseError) -> OpenError {
    match error {
        DatabaseError::DatabaseAlreadyOpen | DatabaseError::LockProtocolMismatch => OpenError::InUse(path.into()),
        // What redb says of a file that does not begin as its files do.
        DatabaseError::Storage(StorageError::Io(error)) if error.kind() == ErrorKind::InvalidData => OpenError::NotAStore(path.into()),
        error => failed(path, error.into()),
    }
}

fn failed(path: &Path, error: redb::Error) -> OpenError {
    match error {
        redb::Error::Io(error) if error.kind() != ErrorKind::UnexpectedEof => OpenError::io(path, error),
        error => OpenError::Damaged(path.into(), error.into()),
    }
}
