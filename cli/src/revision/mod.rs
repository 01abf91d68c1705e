//! What a path names in a revision of a git repository: `HEAD~3:skill.yaml`. The files that a skill may have are taken out into a folder of
//! their own, which goes away afterwards; links and submodules are not followed.

mod git;
mod pick;

use crate::failure::Failure;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A revision and a path in it, as the user wrote them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Named<'p> {
    said: &'p str,
    revision: &'p str,
    path: &'p str,
}

/// The files of a revision, taken out.
pub struct Checkout {
    /// What the user named, among the files that were taken out.
    pub path: PathBuf,
    folder: TempDir,
    /// What the folder is called in messages: `HEAD:` and the path.
    shown: String,
}

impl Checkout {
    /// Takes out what the user named; `None` when that is no path in a revision.
    pub fn of(said: &Path) -> Result<Option<Checkout>, Failure> {
        let Some(named) = said.to_str().and_then(named) else { return Ok(None) };
        let picked = pick::pick(named)?;
        let folder = TempDir::with_prefix("sayso-").map_err(|error| Failure::file(&std::env::temp_dir(), "cannot be written", &error))?;
        let base = if picked.base.is_empty() { String::new() } else { format!("{}/", picked.base) };
        let path = if picked.name.is_empty() { folder.path().to_owned() } else { folder.path().join(&picked.name) };
        let checkout = Checkout { path, folder, shown: format!("{}:{base}", named.revision) };
        checkout.fill(&picked.files).map_err(|failure| checkout.in_words(failure))?;
        Ok(Some(checkout))
    }

    fn fill(&self, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
        for (name, bytes) in files {
            let path = self.folder.path().join(name);
            let folder = path.parent().unwrap_or(self.folder.path());
            // Never over another one, where names differ only in what this file system does not tell apart.
            let made = fs::create_dir_all(folder).and_then(|()| fs::File::create_new(&path)).and_then(|mut file| file.write_all(bytes));
            made.map_err(|error| Failure::file(&path, "cannot be taken out of the revision", &error))?;
        }
        // A folder in which there is nothing to take out is a folder all the same.
        if !self.path.exists() {
            fs::create_dir_all(&self.path).map_err(|error| Failure::file(&self.path, "cannot be made", &error))?;
        }
        Ok(())
    }

    /// How files of the checkout are called, and what they are called in messages.
    pub fn names(&self) -> [(String, String); 2] {
        let real = self.folder.path().display().to_string();
        let real = if cfg!(windows) { real.replace('\\', "/") } else { real };
        let bare = self.shown.trim_end_matches('/').to_owned();
        [(format!("{real}/"), self.shown.clone()), (real, bare)]
    }

    /// A failure that calls files as the user does.
    pub fn in_words(&self, failure: Failure) -> Failure {
        self.names().into_iter().fold(failure, |failure, (real, shown)| failure.renamed(&real, &shown))
    }
}

/// `rev:path`, but for a drive of Windows. A colon in braces, as in `HEAD@{10:00}`, is of the revision.
fn named(said: &str) -> Option<Named<'_>> {
    let mut depth = 0_usize;
    let at = said.char_indices().find_map(|(at, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (letter == ':' && depth == 0).then_some(at)
    })?;
    let (revision, path) = (&said[..at], &said[at + 1..]);
    let is_drive = revision.len() == 1 && revision.as_bytes()[0].is_ascii_alphabetic() && path.starts_with(['\\', '/']);
    (!is_drive).then_some(Named { said, revision, path })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[track_caller]
    fn check(said: &str, expected: Option<(&str, &str)>) {
        assert_eq!(named(said).map(|named| (named.revision, named.path)), expected, "{said}");
    }

    #[test]
    fn a_revision_is_told_from_a_path() {
        check("HEAD:skill.yaml", Some(("HEAD", "skill.yaml")));
        check("HEAD~3:a/b:c", Some(("HEAD~3", "a/b:c")));
        check("HEAD@{2026-11-22 10:00}:skill.yaml", Some(("HEAD@{2026-11-22 10:00}", "skill.yaml")));
        check("main:", Some(("main", "")));
        check(":skill.yaml", Some(("", "skill.yaml")));
        check("v:skill.yaml", Some(("v", "skill.yaml")));
        check("skill.yaml", None);
        check(r"C:\skills\skill.yaml", None);
        check("C:/skills/skill.yaml", None);
    }
}
