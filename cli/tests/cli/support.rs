//! Runs the binary, and compares what it says with golden files.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A skill without problems; its secret is in the environment variable `BONUS_SECRET`.
pub const SKILL: &str = include_str!("skill.yaml");

/// A value that must never be seen, and that nothing else contains.
pub const SECRET: &str = "s3cr3t-5f1c7e9a0b";

/// A folder that goes away with the test.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn new() -> Folder {
        Folder(TempDir::with_prefix("sayso-cli-").expect("a folder for the test"))
    }

    /// A folder with a skill.yaml.
    pub fn with(skill: &str) -> Folder {
        let folder = Folder::new();
        folder.write("skill.yaml", skill);
        folder
    }

    /// The place of something in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, and the folders that it lies in.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Whether something is there.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// All files in the folder, relative to it, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        collect(self.0.path(), self.0.path(), &mut files);
        files.sort();
        files
    }

    /// The command, to be run in this folder.
    pub fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "BONUS_SECRET"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the command in this folder; the words are split at blanks.
    pub fn sayso(&self, args: &str) -> Said {
        self.run(args, self.command(args.split_whitespace()))
    }

    /// Runs what was prepared.
    pub fn run(&self, args: &str, mut command: Command) -> Said {
        let output = command.output().expect("the binary runs");
        Said::new(args, &output, self.0.path())
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("folders can be read") {
        let path = entry.expect("entries can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it lies in the folder");
            files.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
}

/// What the command said.
#[derive(Debug)]
pub struct Said {
    /// The arguments.
    pub args: String,
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Said {
    fn new(args: &str, output: &Output, folder: &Path) -> Said {
        let real = folder.canonicalize().unwrap_or(folder.to_owned());
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            steady(&text.replace(&*real.to_string_lossy(), "[FOLDER]").replace(&*folder.to_string_lossy(), "[FOLDER]"))
        };
        Said { args: args.to_owned(), code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    /// Checks the exit code.
    #[track_caller]
    pub fn code(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// Checks that standard error says something.
    #[track_caller]
    pub fn tells(&self, text: &str) -> &Self {
        assert!(self.stderr.contains(text), "standard error does not say `{text}`: {self:#?}");
        self
    }

    /// Checks that standard output says something.
    #[track_caller]
    pub fn prints(&self, text: &str) -> &Self {
        assert!(self.stdout.contains(text), "standard output does not say `{text}`: {self:#?}");
        self
    }

    /// Checks that there are no data.
    #[track_caller]
    pub fn prints_nothing(&self) -> &Self {
        assert_eq!(self.stdout, "", "{self:#?}");
        self
    }

    /// Checks the failure of the tool: exit code 2, a message, no data.
    #[track_caller]
    pub fn fails(&self, message: &str) -> &Self {
        self.code(2).prints_nothing().tells(message);
        assert!(self.stderr.starts_with("error: "), "{self:#?}");
        self
    }

    /// The whole exchange, compared with a golden file.
    #[track_caller]
    pub fn golden(&self, name: &str) -> &Self {
        let code = self.code.map_or("a signal".to_owned(), |code| code.to_string());
        let mut text = format!("$ sayso {}\nexit code {code}\n", self.args);
        for (stream, said) in [("standard output", &self.stdout), ("standard error", &self.stderr)] {
            if !said.is_empty() {
                text.push_str(&format!("--- {stream}\n{said}"));
            }
        }
        golden(name, &text);
        self
    }
}

/// Times differ from run to run.
fn steady(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        match line.rsplit_once(" (") {
            Some((said, time)) if time.ends_with(" s)\n") => out.push_str(&format!("{said} (TIME)\n")),
            _ => out.push_str(line),
        }
    }
    out
}

/// Compares with a golden file. With `SAYSO_UPDATE=1` the file is rewritten, and the test fails all the same, so that nobody leaves that on.
#[track_caller]
pub fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/golden").join(name);
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if expected == text {
        return;
    }
    if std::env::var_os("SAYSO_UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, text).expect("golden files can be written");
        panic!("{name} was rewritten: look at the difference, and run the tests again");
    }
    panic!("{name} differs; SAYSO_UPDATE=1 rewrites it\n--- expected\n{expected}\n--- found\n{text}");
}
