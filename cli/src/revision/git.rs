//! The user's own `git`, asked only for what is stored: nothing is checked out, fetched, or run on behalf of the repository.

use crate::failure::{Failure, reason};
use std::io::{self, Read, Write};
use std::process::{Command, Stdio};

/// An entry of a tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is, in git's numbers.
    pub mode: String,
    /// The object.
    pub id: String,
    /// How large a file is, in bytes.
    pub size: u64,
    /// Its path from the tree, with `/`.
    pub name: String,
}

impl Entry {
    /// Whether it is a file, rather than a folder, a link or a submodule.
    pub fn is_file(&self) -> bool {
        self.mode.starts_with("100")
    }

    pub fn is_folder(&self) -> bool {
        self.mode == "040000"
    }

    pub fn is_link(&self) -> bool {
        self.mode == "120000"
    }
}

/// What came of a question.
pub struct Told {
    pub done: bool,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Told {
    /// The only line that was printed.
    pub fn line(&self) -> Option<&str> {
        let text = str::from_utf8(&self.stdout).ok().filter(|_| self.done)?;
        Some(text.trim_end_matches(['\n', '\r']))
    }
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(["--no-pager", "--literal-pathspecs"]).args(args).stdin(Stdio::null());
    // In English; without a lock, without the network, without asking anybody.
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    command
}

fn cannot(said: &str, error: &io::Error) -> Failure {
    let failure = Failure::new(format!("`{said}` names a revision, and `git` cannot be run: {}", reason(error)));
    failure.help("there is no file of that name; install git to read revisions")
}

/// Asks git.
pub fn ask(said: &str, args: &[&str]) -> Result<Told, Failure> {
    let output = command(args).output().map_err(|error| cannot(said, &error))?;
    let stderr = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Ok(Told { done: output.status.success(), stdout: output.stdout, stderr })
}

/// The entries of a tree, of its folders too when `deep`. Names that are not UTF-8 are left out.
pub fn entries(said: &str, tree: &str, deep: bool) -> Result<Option<Vec<Entry>>, Failure> {
    let depth: &[&str] = if deep { &["-r"] } else { &[] };
    let told = ask(said, &[&["ls-tree", "-z", "-l", "--full-tree"], depth, &[tree]].concat())?;
    let lines = told.stdout.split(|byte| *byte == 0).filter_map(|line| entry(str::from_utf8(line).ok()?));
    Ok(told.done.then(|| lines.collect()))
}

fn entry(line: &str) -> Option<Entry> {
    let (facts, name) = line.split_once('\t')?;
    let mut facts = facts.split_ascii_whitespace();
    let (mode, _, id, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
    Some(Entry { mode: mode.to_owned(), id: id.to_owned(), size: size.parse().unwrap_or_default(), name: name.to_owned() })
}

/// The contents of files, in their order.
pub fn contents(said: &str, files: &[Entry]) -> Result<Vec<Vec<u8>>, Failure> {
    let failed = |error: io::Error| cannot(said, &error);
    let mut git = command(&["cat-file", "--batch"]);
    let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(failed)?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(failed(io::Error::from(io::ErrorKind::BrokenPipe)));
    };
    let mut reader = io::BufReader::new(stdout);
    // Asked beside the reading: neither pipe takes everything at once.
    let read = std::thread::scope(|scope| {
        scope.spawn(move || {
            for file in files {
                if writeln!(stdin, "{}", file.id).is_err() {
                    break;
                }
            }
        });
        files.iter().map(|file| content(&mut reader, file)).collect::<io::Result<Vec<_>>>()
    });
    drop(reader);
    child.wait().map_err(failed)?;
    read.map_err(|error| Failure::new(format!("`{said}` cannot be read: {}", reason(&error))))
}

/// One answer: a line with the object, its type and its size, then so many bytes and a line break.
fn content(reader: &mut impl io::BufRead, file: &Entry) -> io::Result<Vec<u8>> {
    let mut head = String::new();
    reader.read_line(&mut head)?;
    if head.trim_end() != format!("{} blob {}", file.id, file.size) {
        return Err(io::Error::other(format!("git does not have the contents of `{}`", file.name)));
    }
    let mut bytes = Vec::with_capacity(file.size as usize);
    reader.by_ref().take(file.size).read_to_end(&mut bytes)?;
    let mut end = [0];
    reader.read_exact(&mut end)?;
    Ok(bytes)
}
