//! What follows from a change, in words: a table of rules for each part.

mod handlers;
mod linking;
mod locale;
mod manifest;

use super::side::Told;
use super::{Change, Group, Part, Shown, Sign};

/// What the two sides tell all of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ends {
    pub from: Told,
    pub to: Told,
    /// Whether the new model of the locale that is looked at has AMAZON.FallbackIntent.
    pub falls_back: bool,
}

impl Ends {
    /// The side that lacks what came or went.
    fn without(self, change: &Change) -> Told {
        if change.sign == Sign::Removed { self.to } else { self.from }
    }
}

/// A change of a kind has a consequence.
struct Rule {
    /// The keys; `*` is any key, `**` at the end is all that is below.
    path: &'static [&'static str],
    when: fn(&Change, Ends) -> bool,
    says: &'static str,
}

impl Rule {
    fn is_about(&self, change: &Change, ends: Ends) -> bool {
        matches(self.path, &change.path) && (self.when)(change, ends)
    }
}

fn matches(pattern: &[&str], path: &[String]) -> bool {
    match (pattern, path) {
        (["**"], _) | ([], []) => true,
        ([key, pattern @ ..], [name, path @ ..]) => (*key == "*" || key == name) && matches(pattern, path),
        _ => false,
    }
}

/// Says the consequences of a group's changes.
pub(super) fn tell(group: &mut Group, ends: Ends) {
    let rules: &[Rule] = match group.part {
        Part::Manifest => manifest::RULES,
        Part::Locale(_) => locale::RULES,
        Part::AccountLinking => linking::RULES,
        Part::Handlers => handlers::RULES,
    };
    for change in &mut group.changes {
        change.consequence = rules.iter().find(|rule| rule.is_about(change, ends)).map(|rule| rule.says);
    }
}

/// What holds for the comparison as a whole.
pub(super) fn notes(groups: &[Group], ends: Ends) -> Vec<&'static str> {
    let mut notes = Vec::new();
    if groups.iter().any(|group| group.part == Part::AccountLinking && !group.changes.is_empty()) {
        notes.push("a live skill keeps the account linking that it was certified with until it is certified anew");
    }
    if ends.from.needs != ends.to.needs {
        notes.push(
            "what handlers need of the account, and what the skill says, stands in skill.yaml alone and is not compared with a package",
        );
    }
    notes
}

fn any(_: &Change, _: Ends) -> bool {
    true
}

fn added(change: &Change, _: Ends) -> bool {
    change.sign == Sign::Added
}

fn removed(change: &Change, _: Ends) -> bool {
    change.sign == Sign::Removed
}

fn changed(change: &Change, _: Ends) -> bool {
    change.sign == Sign::Changed
}

fn is(shown: &Option<Shown>, word: &str) -> bool {
    shown.as_ref().is_some_and(|shown| shown.as_str() == word)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_pattern_is_of_keys() {
        let path = |text: &str| -> Vec<String> { text.split('/').map(str::to_owned).collect() };
        assert!(matches(&["intents", "*", "auth"], &path("intents/AMAZON.HelpIntent/auth")));
        assert!(!matches(&["intents", "*"], &path("intents/AMAZON.HelpIntent/auth")));
        assert!(!matches(&["intents", "*", "auth"], &path("intents/AMAZON.HelpIntent")));
        assert!(matches(&["endpoint", "**"], &path("endpoint/default/uri")));
        assert!(matches(&["endpoint", "**"], &path("endpoint")));
        assert!(!matches(&["endpoint", "**"], &path("events/endpoint")));
    }
}
