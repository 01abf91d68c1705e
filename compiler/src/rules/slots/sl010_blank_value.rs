use super::sl011_repeated_value::{Found, types_of};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// A value or synonym of a slot type is empty.
    ///
    /// A value needs at least one character (type `TypeValueObject` of the interaction model), and nobody can say nothing.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: [happy, ""]
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
    ///   Mood: [happy, sad]
    /// ```
    SL010 "blank-value" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model) {
        let values = declared.values.iter().map(|value| &value.value).chain(&declared.synonyms);
        let found = Found::all(values.filter(|text| text.value.trim().is_empty()).map(|text| (*text, None)));
        if let Some(first) = found.first() {
            let problem = RULE.at(first.span, format!("a value or synonym of `{}` is empty", declared.name.value));
            report.push(found.others(problem).help("write what users say, or remove it"));
        }
    }
}
