use super::sl011_repeated_value::{Found, types_of};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The most characters of a value or synonym.
const MOST: usize = 140;

rule! {
    /// A value or synonym of a slot type has more than 140 characters.
    ///
    /// The build of the model fails on it, with an answer that does not name the value.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood:
    ///     - happy
    ///     - so sad that it takes a whole long sentence to say it and then another one after that to say it all over again because once is never quite enough
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
    ///   Mood: [happy, very sad]
    /// ```
    SL009 "long-value" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model) {
        let values = declared.values.iter().map(|value| &value.value).chain(&declared.synonyms);
        let long = values.filter(|text| text.value.len() > MOST && text.value.chars().count() > MOST);
        let found = Found::all(long.map(|text| (*text, None)));
        if let Some(first) = found.first() {
            let problem = RULE.at(
                first.span,
                format!("a value of `{}` has {} characters; {MOST} are allowed", declared.name.value, first.value.chars().count()),
            );
            report.push(found.others(problem).help("shorten it: users say a few words, not sentences"));
        }
    }
}
