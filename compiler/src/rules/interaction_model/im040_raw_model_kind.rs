use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::yaml::{Kind, Value};

rule! {
    /// `amazon.interaction_model`, or a part of it that Amazon has as an object, is not a map.
    ///
    /// What stands there is merged into the interaction model, key by key; a text or a list in the place of an object would replace all of it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon: { interaction_model: { languageModel: [newKey] } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon: { interaction_model: { languageModel: { newKey: true } } }
    /// ```
    IM040 "raw-model-kind" Error Daily
}

/// What Amazon has as an object, by its path.
const OBJECTS: &[&[&str]] = &[&[], &["languageModel"], &["languageModel", "modelConfiguration"], &["dialog"]];

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for raw in &model.amazon {
        for path in OBJECTS {
            let Some(found) = at(raw.value, path) else { continue };
            if matches!(found.kind(), Kind::Mapping(_) | Kind::Broken) {
                continue;
            }
            let name = path.last().copied().unwrap_or("amazon.interaction_model");
            let place = if matches!(found.kind(), Kind::Null) && path.is_empty() { raw.key } else { found.span() };
            report.push(RULE.at(place, format!("`{name}` is not a map")).help("write the keys that are to be added, in Amazon's names"));
        }
    }
}

/// The value that the path leads to.
pub(super) fn at<'t>(value: Value<'t>, path: &[&str]) -> Option<Value<'t>> {
    let Some((key, rest)) = path.split_first() else { return Some(value) };
    let Kind::Mapping(mut entries) = value.kind() else { return None };
    at(entries.find(|entry| entry.key.value == *key)?.value, rest)
}
