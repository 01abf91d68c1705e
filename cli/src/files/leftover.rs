//! Files of earlier builds that would still be deployed although the skill no longer has what they tell.

use super::plan::{Found, Item, read};
use crate::failure::Failure;
use sayso_compiler::builtin::LOCALES;
use sayso_compiler::emit::{ACCOUNT_LINKING, Files, interaction_model_path};
use std::io;
use std::path::Path;

/// What reading says where there is nothing that could be left over.
const NO_FILE: [io::ErrorKind; 4] =
    [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory, io::ErrorKind::IsADirectory, io::ErrorKind::InvalidInput];

/// The models of locales that the skill no longer has, and the request of a skill that no longer links accounts.
/// Only files in their very places count, and only those that hold what we write there.
pub fn find(folder: &Path, files: &Files) -> Result<Vec<Item>, Failure> {
    let models = LOCALES.iter().map(|locale| (interaction_model_path(locale), "\"interactionModel\""));
    let request = (ACCOUNT_LINKING.to_owned(), "\"accountLinkingRequest\"");
    let mut leftovers = Vec::new();
    for (name, mark) in models.chain([request]).filter(|(name, _)| !files.contains_key(name)) {
        let path = folder.join(&name);
        match read(&path) {
            Ok(bytes) if is_marked(&bytes, mark) => leftovers.push(Item { path, wanted: None, found: Found::Kept }),
            Ok(_) => {}
            Err(error) if NO_FILE.contains(&error.kind()) => {}
            Err(error) => return Err(Failure::file(&path, "cannot be read", &error)),
        }
    }
    Ok(leftovers)
}

fn is_marked(bytes: &[u8], mark: &str) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}
