//! The Rust files of a crate, within bounds.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The largest file that is read; what is larger is data.
const MOST_BYTES: u64 = 2 << 20;

/// How much is read in one run, whatever the crates look like.
pub struct Budget {
    files: usize,
    bytes: u64,
    folders: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { files: 2_000, bytes: 64 << 20, folders: 4_000 }
    }
}

/// The texts of files, in the order of their paths.
#[derive(Default)]
pub struct Gathered {
    /// Each path with its text.
    pub files: Vec<(PathBuf, String)>,
    /// Whether some were left out: too many, too large, unreadable, or no text.
    pub incomplete: bool,
}

impl Gathered {
    /// All `.rs` files in a folder and in the folders below it. Links to folders are not followed, so that there is an end.
    pub fn below(folder: &Path, budget: &mut Budget) -> Gathered {
        let mut gathered = Gathered::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for path in budget.entries(&folder) {
                if path.is_dir() {
                    folders.extend((!path.is_symlink() && !is_out(&path)).then_some(path));
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    match budget.read(&path) {
                        Some(text) => gathered.files.push((path, text)),
                        None => gathered.incomplete = true,
                    }
                }
            }
        }
        gathered.incomplete |= budget.folders == 0;
        gathered.files.sort();
        gathered
    }
}

/// Whether a folder holds nothing that was written for a crate.
pub fn is_out(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name == "target" || name == "node_modules"
}

impl Budget {
    /// The paths in a folder, sorted; none where it cannot be read.
    pub fn entries(&mut self, folder: &Path) -> Vec<PathBuf> {
        let Some(left) = self.folders.checked_sub(1) else { return Vec::new() };
        self.folders = left;
        let entries = fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        paths
    }

    /// The text of a file, unless it is too large, or no file, or no text.
    pub fn read(&mut self, path: &Path) -> Option<String> {
        let size = fs::metadata(path).ok().filter(|found| found.is_file())?.len();
        if size > MOST_BYTES || size > self.bytes || self.files == 0 {
            return None;
        }
        self.files -= 1;
        self.bytes -= size;
        let mut text = String::new();
        fs::File::open(path).ok()?.take(MOST_BYTES).read_to_string(&mut text).ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_large_or_no_text_is_left_out_and_that_is_known() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).expect("a file");
        fs::create_dir_all(folder.path().join("deep/er")).expect("folders");
        fs::create_dir_all(folder.path().join("target")).expect("folders");
        write("b.rs", b"b");
        write("deep/er/a.rs", b"a");
        write("target/no.rs", b"no");
        write("notes.txt", b"no");
        let gather = |budget: &mut Budget| {
            let Gathered { files, incomplete } = Gathered::below(folder.path(), budget);
            (files.into_iter().map(|(_, text)| text).collect::<Vec<_>>(), incomplete)
        };
        assert_eq!(gather(&mut Budget::default()), (vec!["b".to_owned(), "a".to_owned()], false));
        assert!(gather(&mut Budget { files: 1, ..Budget::default() }).1);
        assert!(gather(&mut Budget { bytes: 1, ..Budget::default() }).1);
        assert!(gather(&mut Budget { folders: 2, ..Budget::default() }).1);
        write("c.rs", &vec![b' '; MOST_BYTES as usize + 1]);
        assert!(gather(&mut Budget::default()).1);
        write("c.rs", b"\xff");
        assert!(gather(&mut Budget::default()).1);
    }
}
