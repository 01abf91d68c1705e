//! Sides to compare, and what is told of them.

use sayso_compiler::diff::{Change, Difference, Side, Sign, diff};
use sayso_compiler::package::{PackageFiles, Role};
use sayso_compiler::{Input, analyze};
use serde_json::Value;

/// A package in the making.
#[derive(Default)]
pub struct Package(PackageFiles);

impl Package {
    /// With what stands under `manifest`.
    pub fn manifest(self, manifest: &str) -> Self {
        self.file(Role::Manifest, &format!("{{\"manifest\": {manifest}}}"))
    }

    /// With what stands under `interactionModel`, for en-US.
    pub fn model(self, model: &str) -> Self {
        self.file(Role::Model("en-US".to_owned()), &format!("{{\"interactionModel\": {model}}}"))
    }

    pub fn linking(self, document: &str) -> Self {
        self.file(Role::AccountLinking, document)
    }

    pub fn file(mut self, role: Role, text: &str) -> Self {
        self.0.add(role, "file.json", text.as_bytes().to_vec());
        self
    }

    /// With a document that may have been changed.
    pub fn json(self, role: Role, value: &Value) -> Self {
        self.file(role, &value.to_string())
    }

    pub fn side(self) -> Side {
        Side::package(self.0)
    }
}

/// A skill.yaml without errors.
#[track_caller]
pub fn skill(text: &str) -> Side {
    let input = Input::from_text("skill.yaml", text);
    analyze(&input, &Default::default(), |analysis| match &analysis.skill {
        Some(skill) => Side::skill(skill),
        None => panic!("{:#?}", analysis.diagnostics),
    })
}

#[track_caller]
pub fn compare(from: &Side, to: &Side) -> Difference {
    diff(from, to, false).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// All changes, one line each: `part sign path: from -> to`. What is the other way round in the other direction is tried as well.
#[track_caller]
pub fn told(from: &Side, to: &Side) -> Vec<String> {
    let forth = compare(from, to);
    mirrored(&forth, &compare(to, from));
    lines(&forth)
}

pub fn lines(difference: &Difference) -> Vec<String> {
    difference.groups.iter().flat_map(|group| group.changes.iter().map(|change| line(group.part.title(), change))).collect()
}

fn line(part: &str, change: &Change) -> String {
    let value = |shown: &Option<sayso_compiler::diff::Shown>| shown.as_ref().map(|shown| shown.as_str().to_owned());
    let values: Vec<String> = [value(&change.from), value(&change.to)].into_iter().flatten().collect();
    let values = values.join(" -> ");
    format!("{part} {} {}{}", change.sign.mark(), change.what(), if values.is_empty() { values } else { format!(": {values}") })
}

/// Fails unless the one is the other, backwards.
#[track_caller]
pub fn mirrored(forth: &Difference, back: &Difference) {
    let turned = |change: &Change| {
        let sign = match change.sign {
            Sign::Added => Sign::Removed,
            Sign::Removed => Sign::Added,
            Sign::Changed => Sign::Changed,
        };
        Change { sign, from: change.to.clone(), to: change.from.clone(), consequence: None, ..change.clone() }
    };
    let sorted = |difference: &Difference, turn: bool| {
        let mut all: Vec<String> = Vec::new();
        for group in &difference.groups {
            let changes = group.changes.iter().map(|change| if turn { turned(change) } else { change.clone() });
            all.extend(changes.map(|change| line(group.part.title(), &change)));
            all.extend(group.unknown.iter().map(|path| format!("? {}", path.join("."))));
        }
        all.sort();
        all
    };
    assert_eq!(sorted(forth, false), sorted(back, true));
}

/// The consequence of the only change, in that direction.
#[track_caller]
pub fn follows(from: &Side, to: &Side) -> Option<&'static str> {
    let difference = compare(from, to);
    let changes: Vec<&Change> = difference.changes().collect();
    assert_eq!(changes.len(), 1, "{:#?}", lines(&difference));
    changes[0].consequence
}
