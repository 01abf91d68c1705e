use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// What the id of a catalog begins with.
const PREFIX: &str = "amzn1.ask.interactionModel.catalog.";

rule! {
    /// The catalog of a slot type does not have the form of a catalog's id.
    ///
    /// The ids that Amazon gives to catalogs begin with `amzn1.ask.interactionModel.catalog.`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { catalog: moods, version: "1" }
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
    ///   Mood: { catalog: amzn1.ask.interactionModel.catalog.7c1d9a52-4e0b-4a35-9d68-2f6c1b8e5d41, version: "1" }
    /// ```
    SL016 "catalog-id" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (catalog, _) in model.types.iter().filter_map(|declared| declared.catalog) {
        let rest = catalog.value.strip_prefix(PREFIX).unwrap_or_default();
        if rest.is_empty() || rest.contains(char::is_whitespace) {
            let problem = RULE.at(catalog.span, format!("`{}` does not look like the id of a catalog", catalog.value));
            report
                .push(problem.note(format!("such an id begins with `{PREFIX}`")).help("copy it from the answer to the catalog's creation"));
        }
    }
}
