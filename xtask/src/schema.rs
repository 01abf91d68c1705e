//! The JSON Schema that editors use.

use crate::Artefact;
use std::path::PathBuf;

/// `skill.schema.json` at the root.
pub fn schema() -> Artefact {
    let text = serde_json::to_string_pretty(&sayso_compiler::schema()).unwrap_or_default();
    Artefact { path: PathBuf::from("skill.schema.json"), text: text + "\n" }
}
