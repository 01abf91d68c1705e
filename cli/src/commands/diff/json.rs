//! The difference for machines.
//!
//! ```text
//! schema_version  1; another one when a field changes its meaning or goes away
//! from, to        the sides: { name: what the user called it, kind: "skill" (a skill.yaml) or "package" }
//! different       whether there is any change
//! notes           what holds for the comparison as a whole, a sentence each
//! groups          the parts in which something differs or is unknown
//!   part          "manifest", "locale", "account_linking" or "handlers"
//!   locale        the tag of a locale, else null
//!   changes       what differs
//!     sign        "+" (only `to` has it), "~" (another value) or "-" (only `from` has it)
//!     what        the path in a text, its keys with dots between them
//!     path        the path as a list of keys
//!     from, to    the value on each side: a text, a number or a truth; null where there is none
//!     consequence what follows from the change, a sentence; null where nothing is known to
//!   unknown       the paths of what one side cannot tell
//! ```

use super::end::End;
use sayso_compiler::diff::{Change, Difference, Group, Part, Shown};
use sayso_compiler::render::clean;
use serde::Serialize;
use serde_json::Value;

/// Changes when a field changes its meaning or goes away; a new field alone does not change it.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'d> {
    schema_version: u32,
    from: SideRecord<'d>,
    to: SideRecord<'d>,
    different: bool,
    notes: &'d [&'static str],
    groups: Vec<GroupRecord<'d>>,
}

#[derive(Serialize)]
struct SideRecord<'d> {
    name: &'d str,
    kind: &'static str,
}

#[derive(Serialize)]
struct GroupRecord<'d> {
    part: &'static str,
    locale: Option<&'d str>,
    changes: Vec<ChangeRecord<'d>>,
    unknown: &'d [Vec<String>],
}

#[derive(Serialize)]
struct ChangeRecord<'d> {
    sign: char,
    what: String,
    path: &'d [String],
    from: Option<Value>,
    to: Option<Value>,
    consequence: Option<&'static str>,
}

/// The document, on lines of its own.
pub fn json(ends: &[End; 2], difference: &Difference) -> String {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        from: side(&ends[0]),
        to: side(&ends[1]),
        different: !difference.is_empty(),
        notes: &difference.notes,
        groups: difference.groups.iter().map(group).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("texts and lists can always be JSON");
    clean::json(text) + "\n"
}

fn side(end: &End) -> SideRecord<'_> {
    SideRecord { name: &end.name, kind: end.kind }
}

fn group(group: &Group) -> GroupRecord<'_> {
    let (part, locale) = match &group.part {
        Part::Manifest => ("manifest", None),
        Part::Locale(tag) => ("locale", Some(tag.as_str())),
        Part::AccountLinking => ("account_linking", None),
        Part::Handlers => ("handlers", None),
    };
    GroupRecord { part, locale, changes: group.changes.iter().map(change).collect(), unknown: &group.unknown }
}

fn change(change: &Change) -> ChangeRecord<'_> {
    ChangeRecord {
        sign: change.sign.mark(),
        what: change.what(),
        path: &change.path,
        from: change.from.as_ref().map(value),
        to: change.to.as_ref().map(value),
        consequence: change.consequence,
    }
}

/// A truth and a number as such.
fn value(shown: &Shown) -> Value {
    match shown {
        Shown::Text(text) => Value::from(text.as_str()),
        Shown::Plain(word) => match serde_json::from_str(word) {
            Ok(value @ (Value::Bool(_) | Value::Number(_))) => value,
            _ => Value::from(word.as_str()),
        },
    }
}
