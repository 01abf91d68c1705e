//! `sayso schema`: the JSON Schema that editors use.

use crate::answer::Answer;

/// The schema, as it belongs into skill.schema.json.
pub fn run() -> Answer {
    Answer::data(format!("{:#}\n", sayso_compiler::schema()))
}
