//! A conversation as text, to be kept beside the tests and read in reviews.

use std::fmt::Write;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value;

use super::reply::Reply;

/// What was said so far, one line for each side of a turn.
#[derive(Clone, Default)]
pub(super) struct Transcript(String);

/// Set to anything, it has transcripts written instead of compared.
const UPDATE: &str = "SAYSO_UPDATE";

impl Transcript {
    pub(super) fn note(&mut self, who: &str, request: &Value, reply: &Reply) {
        self.0.push_str(&format!("{who}: {}\n", asked(request)));
        self.0.push_str(&format!("skill: {}\n", answered(reply)));
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Compares with the file, below the folder of the crate that is tested.
    #[track_caller]
    pub(super) fn assert_matches(&self, file: &str) {
        let folder = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
        let path = Path::new(&folder).join(file);
        if let Err(why) = self.compare(&path, std::env::var_os(UPDATE).is_some()) {
            panic!("{why}");
        }
    }

    /// Fails after writing too: who sets the variable for good would have tests that cannot fail.
    fn compare(&self, path: &Path, update: bool) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("nothing was said: a turn, such as `talk.launch().await`, is said when it is awaited".to_owned());
        }
        let shown = path.display();
        let (expected, what) = match std::fs::read_to_string(path) {
            Ok(text) => {
                (text.replace("\r\n", "\n"), format!("the conversation is not that of {shown} (`-` is the file, `+` what was said):"))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => (String::new(), format!("{shown} is not there; the conversation begins:")),
            Err(error) => return Err(format!("{shown} cannot be read: {error}")),
        };
        if expected == self.0 {
            return Ok(());
        }
        let advice = match update.then(|| write(path, &self.0)) {
            None => format!("if that is right, `{UPDATE}=1 cargo test` writes the file"),
            Some(Ok(())) => "the file was written; look at the change, and run the test again".to_owned(),
            Some(Err(error)) => format!("the file could not be written: {error}"),
        };
        Err(format!("{what}\n{}\n{advice}", difference(&expected, &self.0)))
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

/// The first lines that differ, with those before them.
fn difference(expected: &str, said: &str) -> String {
    let same = expected.lines().zip(said.lines()).take_while(|(expected, said)| expected == said).count();
    let mut text = String::new();
    said.lines().take(same).for_each(|line| text.push_str(&format!("    {line}\n")));
    for (mark, side) in [('-', expected), ('+', said)] {
        side.lines().skip(same).take(2).for_each(|line| text.push_str(&format!("  {mark} {line}\n")));
    }
    text
}

/// What the user did: the intent with what was said for its slots, or the type of the request.
fn asked(request: &Value) -> String {
    let intent = &request["intent"];
    let mut text = match request["type"].as_str().unwrap_or_default() {
        "IntentRequest" => intent["name"].as_str().unwrap_or_default().to_owned(),
        "LaunchRequest" if request["task"].is_object() => format!("(task {})", request["task"]["name"].as_str().unwrap_or_default()),
        "LaunchRequest" => "(opens the skill)".to_owned(),
        "SessionEndedRequest" => "(leaves)".to_owned(),
        other => format!("({other})"),
    };
    for (name, slot) in intent["slots"].as_object().into_iter().flatten() {
        let said = said(slot);
        if !said.is_empty() {
            // Writing into a text does not fail.
            let _ = write!(text, " {name}={said:?}");
        }
    }
    for (state, word) in [("STARTED", "dialog begins"), ("IN_PROGRESS", "dialog goes on"), ("COMPLETED", "dialog is complete")] {
        if request["dialogState"] == state {
            let _ = write!(text, " ({word})");
        }
    }
    for (status, word) in [("CONFIRMED", "confirmed"), ("DENIED", "denied")] {
        if intent["confirmationStatus"] == status {
            let _ = write!(text, " ({word})");
        }
    }
    text
}

fn said(slot: &Value) -> String {
    let one = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    match slot["slotValue"]["values"].as_array() {
        Some(several) => several.iter().map(one).collect::<Vec<_>>().join(", "),
        None => one(slot),
    }
}

/// What the skill did: the words, then the card, the directives and how it ended, in brackets.
fn answered(reply: &Reply) -> String {
    let mut parts = Vec::new();
    parts.extend(reply.card().map(|card| format!("card {card}")));
    parts.extend(reply.directives().iter().filter_map(|directive| directive["type"].as_str()).map(str::to_owned));
    parts.extend(reply.ended().map(|ended| if ended { "ends" } else { "listens" }.to_owned()));
    let did = if parts.is_empty() { String::new() } else { format!("[{}]", parts.join(", ")) };
    [reply.speech(), did].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Transcript;

    const SAID: &str = "user: (opens the skill)\nskill: Welcome. [listens]\nuser: Greet\nskill: Hello! [ends]\n";

    /// What a comparison of a file that holds `text` tells, and what the file holds after it.
    fn compare(text: Option<&str>, update: bool) -> (Result<(), String>, Option<String>) {
        compare_with(SAID, text, update)
    }

    fn compare_with(said: &str, text: Option<&str>, update: bool) -> (Result<(), String>, Option<String>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("transcripts/talk.txt");
        if let Some(text) = text {
            super::write(&path, text).expect("the file can be written");
        }
        let told = Transcript(said.to_owned()).compare(&path, update);
        let told = told.map_err(|why| why.replace(&path.display().to_string(), "talk.txt"));
        (told, std::fs::read_to_string(&path).ok())
    }

    #[test]
    fn a_conversation_that_is_as_it_was_is_fine() {
        assert_eq!(compare(Some(SAID), false).0, Ok(()));
        assert_eq!(compare(Some(&SAID.replace('\n', "\r\n")), true).0, Ok(()));
    }

    #[test]
    fn a_word_that_changed_is_shown_with_what_writes_it() {
        let old = SAID.replace("Hello!", "Hi!");
        let (told, text) = compare(Some(&old), false);
        let expected = "the conversation is not that of talk.txt (`-` is the file, `+` what was said):\n\
            \x20   user: (opens the skill)\n    skill: Welcome. [listens]\n    user: Greet\n  - skill: Hi! [ends]\n  + skill: Hello! [ends]\n\n\
            if that is right, `SAYSO_UPDATE=1 cargo test` writes the file";
        assert_eq!(told, Err(expected.to_owned()));
        assert_eq!(text, Some(old), "nobody asked for a change of the file");
    }

    #[test]
    fn what_was_said_is_written_when_it_is_asked_for_and_the_test_fails_once() {
        for before in [None, Some("something else\n")] {
            let (told, text) = compare(before, true);
            assert!(told.is_err_and(|why| why.ends_with("the file was written; look at the change, and run the test again")));
            assert_eq!(text.as_deref(), Some(SAID));
        }
    }

    #[test]
    fn silence_is_no_conversation_and_is_never_written() {
        for before in [None, Some(""), Some(SAID)] {
            let (told, text) = compare_with("", before, true);
            assert!(told.is_err_and(|why| why.starts_with("nothing was said")));
            assert_eq!(text.as_deref(), before);
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_told_so() {
        let (told, text) = compare(None, false);
        let why = told.expect_err("there is no file");
        assert!(why.starts_with("talk.txt is not there; the conversation begins:\n  + user: (opens the skill)\n"), "{why}");
        assert!(why.ends_with("`SAYSO_UPDATE=1 cargo test` writes the file"), "{why}");
        assert_eq!(text, None);
    }
}
