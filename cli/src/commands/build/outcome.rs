//! What became of each file, one line each.

use crate::files::{Found, Item, Plan, only_line_endings};
use crate::problems::count;
use crate::table;
use crate::warning::Warning;
use sayso_compiler::emit::ACCOUNT_LINKING;
use sayso_compiler::render::clean;

/// What was done to each file.
pub fn written(plan: &Plan) -> String {
    list(plan, |item| match (&item.wanted, &item.found) {
        // A warning tells of it.
        (None, _) => None,
        (_, Found::Same) => Some("unchanged"),
        (_, Found::Kept) => Some("kept"),
        _ => Some("wrote"),
    })
}

/// What is wrong with the files that are not as they should be.
pub fn stale(plan: &Plan) -> String {
    list(plan, |item| match (&item.wanted, &item.found) {
        (None, _) => Some("left over"),
        (_, Found::Same | Found::Kept) => None,
        (_, Found::Missing) => Some("missing"),
        (Some(wanted), Found::Different(found)) if only_line_endings(found, wanted) => Some("line endings"),
        _ => Some("stale"),
    })
}

/// What a file of an earlier build does that the skill no longer has, and whose it is to delete it.
pub fn leftover(item: &Item) -> Warning {
    let why = match item.path.file_stem().and_then(|name| name.to_str()) {
        Some(locale) if !item.path.ends_with(ACCOUNT_LINKING) => {
            format!("the skill has no locale `{locale}`, and Amazon would still get its model")
        }
        _ => "the skill links no accounts any more".to_owned(),
    };
    Warning::new(format!("`{}` is left over: {why}", item.path.display())).help("delete the file; `sayso build` deletes nothing")
}

/// The beginning of the last line: `built 6 files (2 changed)`.
pub fn end(verb: &str, plan: &Plan, changes: usize, changed: &str) -> String {
    let changes = match changes {
        0 => "all as they should be".to_owned(),
        number => format!("{number} {changed}"),
    };
    format!("{verb} {} ({changes})", count(plan.wanted(), "file"))
}

fn list(plan: &Plan, word: impl Fn(&Item) -> Option<&'static str>) -> String {
    let shown = |item: &Item| clean::line(&item.path.display().to_string()).into_owned();
    let words: Vec<_> = plan.items.iter().filter_map(|item| Some((word(item)?, shown(item)))).collect();
    let rows: Vec<_> = words.iter().map(|(word, path)| [*word, path]).collect();
    table::align(&rows).into_iter().map(|line| line + "\n").collect()
}
