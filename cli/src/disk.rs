//! The skill's files on disk.

use crate::failure::reason;
use sayso_compiler::Folder;
use std::cell::RefCell;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};

/// Where reading stops: a little beyond what the compiler takes, so that it can say itself that a file is too long.
const MAX_BYTES: u64 = (32 << 20) + 4;

/// More files than that in `locales/` are no translations: there are not a tenth as many locales.
const MAX_FILES: usize = 1_000;

/// Reads files relative to the current folder, and remembers what it saw.
#[derive(Default)]
pub struct Disk {
    seen: RefCell<DefaultHasher>,
}

impl Disk {
    /// A number that differs when anything that was read differs.
    pub fn fingerprint(&self) -> u64 {
        self.seen.borrow().finish()
    }

    fn saw(&self, path: &str, found: &io::Result<Vec<u8>>) {
        let content = found.as_ref().map_err(io::Error::kind).map_err(|kind| kind as u8);
        (path, content).hash(&mut *self.seen.borrow_mut());
    }
}

impl Folder for Disk {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let found = read(path);
        self.saw(path, &found);
        found
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(io::Error::other(format!("the folder `{path}` cannot be read: {}", reason(&error)))),
        };
        let mut names = Vec::new();
        for entry in entries.take(MAX_FILES + 1) {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        if names.len() > MAX_FILES {
            return Err(io::Error::other(format!("the folder `{path}` has more than {MAX_FILES} files")));
        }
        Ok(names)
    }
}

fn read(path: &str) -> io::Result<Vec<u8>> {
    // Opening a pipe would wait for somebody who writes into it.
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(io::Error::other(if found.is_dir() { "it is a folder" } else { "it is no file, but a pipe or a device" }));
    }
    let file = File::open(path)?;
    let size = file.metadata()?.len().min(MAX_BYTES);
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == MAX_BYTES {
        end_at_character(&mut bytes);
    }
    Ok(bytes)
}

/// Drops the piece of a character at the end, which would look as if the file were not UTF-8.
fn end_at_character(bytes: &mut Vec<u8>) {
    if let Err(error) = std::str::from_utf8(bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
}
