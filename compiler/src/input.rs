//! The files of a skill, as a door hands them over.

use crate::diagnostic::{Diagnostic, Report};
use crate::rules::syntax::{sy011_not_utf8 as not_utf8, sy024_unreadable as unreadable};
use crate::source::{FileId, Sources, Span};
use std::io;

/// Where a door reads files from. Paths are relative to the folder of the skill's file, with `/`.
pub trait Folder {
    /// The file's bytes.
    ///
    /// # Errors
    ///
    /// What the file system says.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// The names of the files in a folder; none where there is no such folder.
    ///
    /// # Errors
    ///
    /// What the file system says.
    fn list(&self, path: &str) -> io::Result<Vec<String>>;
}

/// The folder of the texts in other languages.
const LOCALES: &str = "locales";

/// The texts of a skill.
#[derive(Debug)]
pub struct Input {
    /// The texts; the skill's own file is the first one. A door may add texts of other kinds, to point at places in them.
    pub sources: Sources,
    pub(crate) main: FileId,
    /// The files of `locales/`, by the tag that is their name.
    pub(crate) locals: Vec<(String, FileId)>,
    /// The files that are no text.
    unreadable: Vec<FileId>,
    /// What kept files from being read.
    pub(crate) problems: Vec<Diagnostic>,
}

impl Input {
    /// Reads the skill's file `name` and everything in `locales/` beside it.
    ///
    /// # Errors
    ///
    /// When the skill's own file cannot be read at all. A file of `locales/` that cannot be read is a diagnostic.
    pub fn read(folder: &dyn Folder, name: &str) -> io::Result<Input> {
        let bytes = folder.read(name)?;
        let mut input =
            Input { sources: Sources::new(), main: FileId(0), locals: Vec::new(), unreadable: Vec::new(), problems: Vec::new() };
        input.main = input.add(name, bytes);
        let prefix = name.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
        let mut names = folder.list(&format!("{prefix}{LOCALES}"))?;
        names.sort();
        for file in names {
            let Some(tag) = file.strip_suffix(".yaml") else { continue };
            let path = format!("{prefix}{LOCALES}/{file}");
            match folder.read(&path) {
                Ok(bytes) => {
                    let id = input.add(&path, bytes);
                    input.locals.push((tag.to_owned(), id));
                }
                Err(error) => {
                    let place = Span::new(input.main, 0, 0);
                    input.problems.push(unreadable::RULE.at(place, format!("`{path}` cannot be read: {error}")));
                }
            }
        }
        Ok(input)
    }

    /// A skill in one file, from its text.
    pub fn from_text(name: &str, text: impl Into<String>) -> Input {
        let mut sources = Sources::new();
        let main = sources.add(name, text);
        Input { sources, main, locals: Vec::new(), unreadable: Vec::new(), problems: Vec::new() }
    }

    /// Adds a file of `locales/`, by its tag.
    #[must_use]
    pub fn with_locale(mut self, tag: &str, text: impl Into<String>) -> Input {
        let id = self.sources.add(format!("{LOCALES}/{tag}.yaml"), text);
        self.locals.push((tag.to_owned(), id));
        self
    }

    /// The skill's own files: what is compiled.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> + '_ {
        std::iter::once(self.main).chain(self.locals.iter().map(|(_, file)| *file))
    }

    /// The paths of the skill's files, as the door knows them.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.ids().map(|file| self.sources.path(file))
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) -> FileId {
        match crate::yaml::decode(bytes) {
            Ok(text) => self.sources.add(path, text),
            Err(bad) => {
                let file = self.sources.add(path, bad.text);
                self.unreadable.push(file);
                let place = Span::new(file, bad.byte, bad.byte);
                let problem = not_utf8::RULE.at(place, bad.message);
                // Of a file that is wrong from its beginning on, there is no more to say.
                self.problems.push(if bad.byte == 0 { problem } else { problem.note(format!("{} bytes stand before it", bad.byte)) });
                file
            }
        }
    }

    /// Whether the file could not be read as text, which has been reported.
    pub(crate) fn is_unreadable(&self, file: FileId) -> bool {
        self.unreadable.contains(&file)
    }

    pub(crate) fn report(&self) -> Report {
        let mut report = Report::new();
        self.problems.iter().cloned().for_each(|problem| report.push(problem));
        report
    }
}
