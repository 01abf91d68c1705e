use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// A slot type has values of its own and a catalog.
    ///
    /// Either the values stand in the model, or a catalog supplies them (type `SlotType` of the interaction model).
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
    ///     values: [happy, sad]
    ///     catalog: amzn1.ask.interactionModel.catalog.7c1d9a52-4e0b-4a35-9d68-2f6c1b8e5d41
    ///     version: "1"
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
    ///   Mood: { values: [happy, sad] }
    /// ```
    SL018 "values-and-catalog" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in &model.types {
        let (Some((catalog, _)), Some(first)) = (declared.catalog, declared.values.first()) else { continue };
        let problem = RULE.at(catalog.span, format!("`{}` has values and a catalog", declared.name.value));
        report.push(problem.also(first.value.span, "its first value").help("keep one of the two, or make them two types"));
    }
}
