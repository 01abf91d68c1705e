//! What differs between two skills, by name, and what follows from it.
//!
//! ```text
//! Side (skill.yaml or package) -> facts (a tree by the keys of skill.yaml) -> comparison -> changes, with their consequences
//! ```
//!
//! A skill.yaml is compared as the files that it builds. What it says beyond them (the needs of its handlers, and what the skill says) is
//! compared when both sides are one.

mod compare;
mod consequence;
mod dialog;
mod fact;
mod json;
mod linking;
mod manifest;
mod model;
mod side;
mod summary;
mod token;

use crate::diagnostic::{Diagnostic, Report};
use crate::package;
use compare::Comparison;
use fact::Parts;
pub use side::Side;
use side::{Facts, Locale};
use std::collections::BTreeSet;

/// Whether something came, went, or is another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sign {
    /// Only the new side has it.
    Added,
    /// Both have it, and it is not the same.
    Changed,
    /// Only the old side has it.
    Removed,
}

impl Sign {
    /// `+`, `~` or `-`.
    pub fn mark(self) -> char {
        match self {
            Sign::Added => '+',
            Sign::Changed => '~',
            Sign::Removed => '-',
        }
    }
}

/// A value, as it is shown.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shown {
    /// A text of the skill.
    Text(String),
    /// A word, a number, or a summary.
    Plain(String),
}

impl Shown {
    /// The value without what it is.
    pub fn as_str(&self) -> &str {
        match self {
            Shown::Text(text) | Shown::Plain(text) => text,
        }
    }
}

/// A difference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// How it differs.
    pub sign: Sign,
    /// The keys that lead to it, in the words of skill.yaml; what those have no key for begins with `amazon`.
    pub path: Vec<String>,
    /// What it was.
    pub from: Option<Shown>,
    /// What it is.
    pub to: Option<Shown>,
    /// What follows from that for users, for handlers, or for certification.
    pub consequence: Option<&'static str>,
}

impl Change {
    /// The path as it is written in messages.
    pub fn what(&self) -> String {
        self.path.join(".")
    }
}

/// What a group of changes is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// What the manifest says for the skill as a whole.
    Manifest,
    /// The store's texts and the interaction model of a locale.
    Locale(String),
    /// How accounts are linked.
    AccountLinking,
    /// What handlers need of the account.
    Handlers,
}

impl Part {
    /// The heading of the group.
    pub fn title(&self) -> &str {
        match self {
            Part::Manifest => "manifest",
            Part::Locale(tag) => tag,
            Part::AccountLinking => "account linking",
            Part::Handlers => "handlers",
        }
    }
}

/// The changes of a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The part.
    pub part: Part,
    /// What differs, by path.
    pub changes: Vec<Change>,
    /// The paths of what one side cannot tell: it is write-only at Amazon's.
    pub unknown: Vec<Vec<String>>,
}

/// All that differs between two skills.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The parts in which something differs or is unknown.
    pub groups: Vec<Group>,
    /// What a reader has to know of the comparison as a whole, a sentence each.
    pub notes: Vec<&'static str>,
}

impl Difference {
    /// Whether nothing differs, as far as that can be known.
    pub fn is_empty(&self) -> bool {
        self.changes().next().is_none()
    }

    /// The changes of all groups.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.groups.iter().flat_map(|group| &group.changes)
    }
}

/// Compares the skill that was with the one that is. With `lenient`, what is not quite JSON is read all the same.
///
/// # Errors
///
/// What is wrong with the files of a side, old and new, when one of them cannot be read.
pub fn diff(from: &Side, to: &Side, lenient: bool) -> Result<Difference, [Vec<Diagnostic>; 2]> {
    let mut reports = [Report::new(), Report::new()];
    let packages = [package::parse(&from.files, lenient, &mut reports[0]), package::parse(&to.files, lenient, &mut reports[1])];
    if reports.iter().any(Report::has_errors) {
        return Err(reports.map(Report::into_sorted));
    }
    let (a, b) = (Facts::of(from, &packages[0]), Facts::of(to, &packages[1]));
    let mut groups = vec![group(Part::Manifest, |found| whole(found, "manifest", a.manifest.as_ref(), b.manifest.as_ref()))];
    for tag in a.tags().union(&b.tags()).copied().collect::<BTreeSet<&str>>() {
        let listed = a.manifest.is_some() && b.manifest.is_some();
        groups.push(group(Part::Locale(tag.to_owned()), |found| locale(found, a.locales.get(tag), b.locales.get(tag), listed)));
    }
    groups.push(group(Part::AccountLinking, |found| whole(found, "account_linking", a.linking.as_ref(), b.linking.as_ref())));
    if let (Some(a), Some(b)) = (&a.handlers, &b.handlers) {
        groups.push(group(Part::Handlers, |found| found.parts(a, b)));
    }
    groups.retain(|group| !group.changes.is_empty() || !group.unknown.is_empty());
    let ends = consequence::Ends { from: from.told(&a), to: to.told(&b), falls_back: false };
    for group in &mut groups {
        let falls_back = matches!(&group.part, Part::Locale(tag) if b.locales.get(tag.as_str()).is_some_and(Locale::falls_back));
        consequence::tell(group, consequence::Ends { falls_back, ..ends });
    }
    let notes = consequence::notes(&groups, ends);
    Ok(Difference { groups, notes })
}

fn group(part: Part, compare: impl FnOnce(&mut Comparison)) -> Group {
    let mut found = Comparison::default();
    compare(&mut found);
    Group { part, changes: found.changes, unknown: found.unknown }
}

/// A part that a side may lack as a whole.
fn whole(found: &mut Comparison, key: &str, a: Option<&Parts<'_>>, b: Option<&Parts<'_>>) {
    match (a, b) {
        (None, None) => {}
        (Some(a), Some(b)) => found.parts(a, b),
        (Some(a), None) => found.whole(key, Sign::Removed, a),
        (None, Some(b)) => found.whole(key, Sign::Added, b),
    }
}

fn locale(found: &mut Comparison, a: Option<&Locale<'_>>, b: Option<&Locale<'_>>, listed: bool) {
    let is_there = |locale: &&Locale<'_>| locale.listing.is_some() || locale.model.is_some();
    let (a, b) = match (a.filter(is_there), b.filter(is_there)) {
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) => return found.whole("locale", Sign::Removed, &a.summary()),
        (None, Some(b)) => return found.whole("locale", Sign::Added, &b.summary()),
        (None, None) => return,
    };
    if listed {
        whole(found, "skill", a.listing.as_ref(), b.listing.as_ref());
    }
    whole(found, "interaction_model", a.model.as_ref(), b.model.as_ref());
    if let (Some(a), Some(b)) = (&a.spoken, &b.spoken) {
        found.parts(a, b);
    }
}
