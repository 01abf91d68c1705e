//! The files of a folder and of those in it, for parts of a package that are at none of their usual places.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

/// How many folders deep is looked.
const DEEPEST: usize = 4;

/// How many files and folders are looked at.
const MOST: usize = 5_000;

/// Folders of what others made, or tools do.
const ASIDE: &[&str] = &["node_modules", ".git", "target", "dist", "build", "cdk.out", ".aws-sam", "venv", ".venv", "__pycache__"];

/// The JSON files in the folder and below it, the nearest ones first. Links are not followed, and what cannot be listed has none.
pub fn json_files(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = VecDeque::from([(root.to_owned(), 0)]);
    let mut seen = 0;
    while let Some((folder, depth)) = folders.pop_front() {
        let mut entries: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            seen += 1;
            let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
            let name = entry.file_name();
            if kind.is_dir() && depth < DEEPEST && !ASIDE.iter().any(|aside| name == *aside) {
                folders.push_back((path, depth + 1));
            } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "json") {
                files.push(path);
            }
        }
        if seen > MOST {
            break;
        }
    }
    files
}

/// The first archive in the folder.
pub fn archive(folder: &Path) -> Option<PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "zip" || extension == "gz")).min()
}
