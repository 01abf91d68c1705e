//! A conversation as text, to be kept beside the tests and read in reviews.

use std::fmt::Write;
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
        let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if expected == self.0 {
            return;
        }
        let advice = match std::env::var_os(UPDATE).map(|_| write(&path, &self.0)) {
            None => format!("`{UPDATE}=1` writes what was said"),
            Some(Ok(())) => "it was written; look at the change, and run the test again".to_owned(),
            Some(Err(error)) => format!("it could not be written: {error}"),
        };
        panic!("the conversation is not that of {}:\n{}\n{advice}", path.display(), difference(&expected, &self.0));
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
