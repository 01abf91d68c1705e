//! Tests of the front end.

mod aliases;
mod any;
mod bad;
mod bytes;
mod good;
mod limits;
mod oracle;
mod recovery;
mod spans;

use super::{Kind, Value, parse};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};

const FILE: FileId = FileId(0);

/// What was read of a text, and what was said of it.
struct Outcome {
    shown: String,
    problems: Vec<Diagnostic>,
    sources: Sources,
}

fn read(text: &str) -> Outcome {
    let parsed = parse(FILE, text);
    let mut sources = Sources::new();
    sources.add("skill.yaml", text);
    Outcome { shown: parsed.tree.root().map_or("nothing".to_owned(), show), problems: parsed.report.into_sorted(), sources }
}

impl Outcome {
    /// `SY007 2:5 message`, a line for each problem.
    fn said(&self) -> Vec<String> {
        let said = |found: &Diagnostic| {
            let place = self.sources.place(found.span());
            format!("{} {} {}", found.code(), place.trim_start_matches("skill.yaml:"), found.message)
        };
        self.problems.iter().map(said).collect()
    }

    /// `SY007 2:5`, a line for each problem.
    fn codes(&self) -> Vec<String> {
        self.said().iter().map(|said| said.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ")).collect()
    }

    /// The text after the first problem's edit.
    fn mended(&self) -> String {
        let mut text = self.sources.text(FILE).to_owned();
        let patch = self.problems.iter().flat_map(|found| &found.helps).find_map(|help| help.patch.as_ref()).expect("an edit is offered");
        text.replace_range(patch.span.range(), &patch.replacement);
        text
    }
}

/// A value in one line: texts in quotes, `~` for nothing, `!` for what could not be read.
fn show(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Null => "~".to_owned(),
        Kind::Broken => "!".to_owned(),
        Kind::Scalar(scalar) => format!("{:?}", scalar.text),
        Kind::Sequence(items) => format!("[{}]", items.map(show).collect::<Vec<_>>().join(", ")),
        Kind::Mapping(entries) => {
            let entries: Vec<String> = entries.map(|entry| format!("{}: {}", entry.key.value, show(entry.value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// What `text` holds, where nothing is wrong with it.
fn shown(text: &str) -> String {
    let outcome = read(text);
    assert_eq!(outcome.said(), Vec::<String>::new(), "{text}");
    outcome.shown
}
