use super::sl011_repeated_value::{Found, Seen, types_of};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelType, Skill};
use crate::source::{Span, Text};

rule! {
    /// A synonym is the same as its own value, or as another value or synonym of the type.
    ///
    /// The first adds nothing. With the second, the same words stand for two values, and Alexa hands over either, or both.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { HAPPY: [happy, great], PROUD: [proud, great] }
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
    ///   Mood: { HAPPY: [happy, glad], PROUD: [proud, great] }
    /// ```
    SL012 "repeated-synonym" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model).filter(|declared| !declared.synonyms.is_empty()) {
        let found = Found::all(repeated(declared).into_iter());
        if let Some(first) = found.first() {
            let problem = RULE.at(first.span, format!("the synonym `{}` of `{}` is there already", first.value, declared.name.value));
            report.push(found.others(problem).help("keep it for one value only"));
        }
    }
}

/// The synonyms that stand in the type before, as a value or a synonym, and where.
fn repeated<'s>(declared: &ModelType<'s>) -> Vec<(Text<'s>, Option<Span>)> {
    let mut seen = Seen::with_capacity(declared.values.len() + declared.synonyms.len());
    for value in &declared.values {
        seen.again(value.value); // equal values are told by their own rule
    }
    let synonyms = declared.synonyms.iter().filter(|synonym| !synonym.value.trim().is_empty());
    synonyms.filter_map(|synonym| Some((*synonym, Some(seen.again(*synonym)?)))).collect()
}
