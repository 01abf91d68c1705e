//! The folder of the crate that is being compiled.

use sayso_compiler::Folder;
use std::io;
use std::path::PathBuf;

/// Files below the folder of the crate's `Cargo.toml`.
pub(crate) struct CrateFolder(PathBuf);

impl CrateFolder {
    /// The folder of the crate that is being compiled.
    pub fn current() -> Self {
        CrateFolder(std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default())
    }

    /// The whole path of a file.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }
}

impl Folder for CrateFolder {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.path(path))
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        let entries = match std::fs::read_dir(self.path(path)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }
}
