use crate::drift;
use crate::support::{Folder, SKILL};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Far more than it takes; a test that waits so long has failed.
const LONG: Duration = Duration::from_secs(20);
/// Long enough for an event that must not come.
const SHORT: Duration = Duration::from_millis(700);

/// A command that goes on until it is dropped.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(folder: &Folder, args: &str) -> Watch {
        let mut command = folder.command(args.split_whitespace());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        let stderr = BufReader::new(child.stderr.take().expect("it was asked for"));
        let (send, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Watch { child, lines }
    }

    /// Waits for a line that begins so.
    #[track_caller]
    fn until(&mut self, start: &str) -> String {
        let mut seen = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(LONG) {
            if line.starts_with(start) {
                assert_eq!(self.child.try_wait().expect("it can be asked"), None, "the watch ended");
                return line;
            }
            seen.push(line);
        }
        panic!("no line begins with `{start}`: {seen:#?}");
    }

    #[track_caller]
    fn silent(&mut self) {
        if let Ok(line) = self.lines.recv_timeout(SHORT) {
            panic!("there should be nothing to tell: {line}");
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_checked_and_errors_do_not_end_it() {
    let folder = Folder::with(SKILL);
    let mut watch = Watch::start(&folder, "check --watch");
    assert!(watch.until("checked ").contains("no problems"));
    folder.write("skill.yaml", SKILL.replace("samples: [when", "sampels: [when"));
    watch.until("error[SY016]");
    watch.until("checked ");
    folder.write("skill.yaml", SKILL);
    assert!(watch.until("checked ").contains("no problems"));
}

#[test]
fn what_stays_the_same_is_not_told_again() {
    let folder = Folder::with(SKILL);
    let mut watch = Watch::start(&folder, "check --watch");
    watch.until("checked ");
    folder.write("skill.yaml", SKILL);
    folder.write("notes.txt", "something else");
    watch.silent();
}

#[test]
fn a_file_that_is_gone_for_a_moment_does_not_end_it() {
    let folder = Folder::with(SKILL);
    let mut watch = Watch::start(&folder, "check skill.yaml --watch");
    watch.until("checked ");
    std::fs::remove_file(folder.path("skill.yaml")).expect("it is there");
    watch.until("error: there is no file or folder");
    folder.write("draft.yaml", SKILL);
    std::fs::rename(folder.path("draft.yaml"), folder.path("skill.yaml")).expect("files can be renamed");
    watch.until("checked ");
}

#[test]
fn translations_are_watched_even_when_their_folder_comes_later() {
    let folder = Folder::with(SKILL);
    let mut watch = Watch::start(&folder, "check --watch");
    watch.until("checked ");
    folder.write("locales/en-GB.yaml", "speech: { goodbye: Farewell. }\n");
    watch.until("checked ");
    folder.write("locales/en-GB.yaml", "speech: { goodby: Farewell. }\n");
    watch.until("error[");
}

#[test]
fn handlers_are_watched_with_their_skill() {
    let folder = drift::with(drift::SKILL, drift::HANDLERS);
    let mut watch = Watch::start(&folder, "check --watch");
    watch.until("checked ");
    folder.write("src/main.rs", drift::HANDLERS.replace("skill::speech::hello()", "skill::speech::goodbye()"));
    watch.until("warning[DR004]");
    watch.until("checked ");
    folder.write("src/more/notes.txt", "something else");
    watch.silent();
    folder.write("src/main.rs", drift::HANDLERS);
    assert!(watch.until("checked ").contains("no problems"));
}

#[test]
fn a_change_is_built() {
    let folder = Folder::with(SKILL);
    let mut watch = Watch::start(&folder, "build --watch");
    watch.until("built 5 files");
    folder.write("skill.yaml", SKILL.replace("alexa-bonus", "alexa-points"));
    watch.until("wrote      account-linking.json");
    watch.until("built 5 files (1 changed)");
    assert!(folder.read("account-linking.json").contains("alexa-points"));
    watch.silent();
}

#[test]
fn without_a_skill_there_is_nothing_to_watch() {
    Folder::new().sayso("check --watch").fails("there is no skill.yaml");
}
