use super::sl011_repeated_value::{Found, types_of};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::source::Span;
use std::collections::HashMap;

rule! {
    /// Two values of a slot type have the same id.
    ///
    /// Ids tell the values apart: in the model, where they have to be unique, and in Rust, where each is a variant of the type's enum. Where values
    /// are written as a map from their ids this cannot happen.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: [{ id: GOOD, value: happy }, { id: GOOD, value: glad }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { GOOD: [happy, glad] }
    /// ```
    SL013 "repeated-id" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model) {
        let mut seen: HashMap<&str, (Span, Span)> = HashMap::with_capacity(declared.values.len());
        let repeated = declared.values.iter().filter_map(|value| {
            let id = value.id?;
            let (first, its_value) = *seen.entry(id.value).or_insert((id.span, value.value.span));
            // The same value: one key twice, which is told by the front end.
            (first != id.span && its_value != value.value.span).then_some((id, Some(first)))
        });
        let found = Found::all(repeated);
        if let Some(first) = found.first() {
            let problem = RULE.at(first.span, format!("two values of `{}` have the id `{}`", declared.name.value, first.value));
            report.push(found.others(problem).help("give each value an id of its own, or make one a synonym of the other"));
        }
    }
}
