//! What became of each file, one line each.

use crate::files::{Found, Item, Plan, only_line_endings};
use crate::problems::count;
use crate::table;
use sayso_compiler::render::clean;

/// What was done to each file.
pub fn written(plan: &Plan) -> String {
    list(plan, |item| {
        Some(match (&item.wanted, &item.found) {
            (None, _) => "removed",
            (_, Found::Same) => "unchanged",
            _ => "wrote",
        })
    })
}

/// What is wrong with the files that are not as they should be.
pub fn stale(plan: &Plan) -> String {
    list(plan, |item| match (&item.wanted, &item.found) {
        (None, _) => Some("left over"),
        (_, Found::Same) => None,
        (_, Found::Missing) => Some("missing"),
        (Some(wanted), Found::Different(found)) if only_line_endings(found, wanted) => Some("line endings"),
        _ => Some("stale"),
    })
}

/// The beginning of the last line: `built 6 files (2 changed)`.
pub fn end(verb: &str, plan: &Plan, changed: &str) -> String {
    let changes = match plan.changes().count() {
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
