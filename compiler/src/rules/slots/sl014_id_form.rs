use super::sl011_repeated_value::{Found, types_of};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The id of a value is empty, or has a space or a control character in it.
    ///
    /// Ids are for programs. What exactly Alexa takes is not documented, so this is a warning.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { very happy: happy, SAD: sad }
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
    ///   Mood: { VERY_HAPPY: happy, SAD: sad }
    /// ```
    SL014 "id-form" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control();
    for declared in types_of(skill, model) {
        let ids = declared.values.iter().filter_map(|value| value.id);
        let found = Found::all(ids.filter(|id| id.value.is_empty() || id.value.contains(is_odd)).map(|id| (id, None)));
        if let Some(first) = found.first() {
            let message = match first.value {
                "" => format!("an id of `{}` is empty", declared.name.value),
                id => format!("the id `{}` of `{}` has a space or a control character", id.escape_debug(), declared.name.value),
            };
            report.push(found.others(RULE.at(first.span, message)).help("write ids with letters, digits and `_`"));
        }
    }
}
