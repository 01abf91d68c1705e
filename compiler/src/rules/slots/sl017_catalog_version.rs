use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The catalog of a slot type has no version.
    ///
    /// A model names the version of the catalog that it takes its values from (type `CatalogValueSupplier` of the interaction model), so that
    /// a new version does not change a skill that is live.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { catalog: amzn1.ask.interactionModel.catalog.7c1d9a52-4e0b-4a35-9d68-2f6c1b8e5d41 }
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
    SL017 "catalog-version" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in &model.types {
        let Some((catalog, version)) = declared.catalog else { continue };
        if version.is_none_or(|version| version.value.trim().is_empty()) {
            let problem = RULE
                .at(catalog.span, format!("the catalog of `{}` has no version", declared.name.value))
                .for_want_of(declared.name.span, "version");
            report.push(problem.help("add `version: \"1\"`, or the version that you published last"));
        }
    }
}
