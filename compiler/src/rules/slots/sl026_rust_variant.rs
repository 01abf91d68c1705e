use super::sl011_repeated_value::Found;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, SlotType};
use crate::source::Text;
use std::collections::HashMap;

rule! {
    /// Two values of a slot type would be the same variant in Rust.
    ///
    /// A type becomes an enum with a variant for each id, or for each value where there are no ids, named in camel case: `TOWN_CAR` and `town car`
    /// are both `TownCar`. `rust` gives a value another name in Rust; `text: true` makes the whole type a text.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { car: Car }
    ///     samples: ["say hello to my {car}"]
    /// types:
    ///   Car: { TOWN_CAR: limousine, TownCar: small car }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { car: Car }
    ///     samples: ["say hello to my {car}"]
    /// types:
    ///   Car: { TOWN_CAR: limousine, TownCar: { value: small car, rust: small_car } }
    /// ```
    SL026 "rust-variant" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for declared in skill.types.iter().filter(|declared| declared.is_enum()) {
        let mut seen: HashMap<&str, Text<'_>> = HashMap::new();
        let taken = variants(declared).filter_map(|(variant, id)| {
            let first = *seen.entry(variant).or_insert(id);
            (first.span != id.span).then_some((id, Some(first.span)))
        });
        let found = Found::all(taken);
        if let Some(first) = found.first() {
            let variant = variants(declared).find(|(_, id)| id.span == first.span).map_or("", |(variant, _)| variant);
            let problem = RULE.at(first.span, format!("two values of `{}` would both be `{variant}` in Rust", declared.name.value));
            let problem = variants(declared).fold(problem, |problem, (_, id)| problem.for_want_of(id.span, "rust"));
            report
                .push(found.others(problem).help("give one of them another name in Rust with `rust: …`, or say `text: true` of the type"));
        }
    }
}

/// The variants of the type's enum, each with the id or value that it stands for.
fn variants<'a, 's>(declared: &'a SlotType<'s>) -> impl Iterator<Item = (&'a str, Text<'s>)> {
    declared.ids.iter().chain(&declared.values).map(|value| (value.rust.name.as_str(), value.id))
}
