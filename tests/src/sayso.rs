//! The command line, run as people run it.

use crate::disk;
use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long one run may take before it counts as one without an end.
const PATIENCE: Duration = Duration::from_secs(120);

/// The command line.
#[derive(Clone, Debug)]
pub struct Sayso(PathBuf);

/// How a run ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it said.
    pub stderr: String,
}

impl Sayso {
    /// Builds the command line. `temporary` is the folder of the target folder that cargo gives to the tests, by which that is found.
    ///
    /// # Panics
    ///
    /// When it does not build.
    pub fn built(temporary: &str) -> Sayso {
        let target = Path::new(temporary).parent().expect("a target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "sayso-cli"]).current_dir(disk::root()).env("CARGO_TARGET_DIR", target);
        let output = cargo.output().expect("cargo runs");
        assert!(output.status.success(), "the command line does not build\n{}", String::from_utf8_lossy(&output.stderr));
        Sayso(target.join("debug/sayso"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs it, in a folder.
    ///
    /// # Panics
    ///
    /// When it does not start, or does not end.
    pub fn run<A: AsRef<OsStr>>(&self, folder: &Path, arguments: &[A]) -> Ended {
        let mut command = Command::new(&self.0);
        command.args(arguments).current_dir(folder).env("NO_COLOR", "1");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("sayso starts");
        let stdout = collect(child.stdout.take());
        let stderr = collect(child.stderr.take());
        let code = wait(&mut child).code();
        let text = |thread: thread::JoinHandle<Vec<u8>>| String::from_utf8_lossy(&thread.join().unwrap_or_default()).into_owned();
        Ended { code, stdout: text(stdout), stderr: text(stderr) }
    }
}

/// Reads while it runs: a full pipe would hold it up.
fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

fn wait(child: &mut Child) -> std::process::ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a status") {
            return status;
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("sayso does not end");
        }
        thread::sleep(Duration::from_millis(2));
    }
}
