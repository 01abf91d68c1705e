use crate::diagnostic::{Diagnostic, Report};
use crate::names::nearest;
use crate::rules::rule;
use crate::sample::{self, Marks};
use crate::skill::{Model, ModelIntent, Sample, Skill};
use std::collections::HashSet;
use std::ops::Range;

rule! {
    /// A sample uses a slot that its intent does not have.
    ///
    /// Each intent has its own slots, and their names count letter by letter: `{City}` is not `{city}`. Alexa refuses a model in which a sample
    /// refers to a slot that is not defined in the intent. A slot that only some locales have can stand in their samples only.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {ciyt}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city}"]
    /// ```
    UT008 "unknown-slot" Error Daily
}

pub(crate) fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let mut told: HashSet<(&str, &str)> = HashSet::new();
    for (intent, sample) in sample::marked(model, Marks::SLOT) {
        for (name, range) in sample::slots(&sample.text) {
            if intent.slot(name).is_none() && told.insert((intent.name.value, name)) {
                report.push(problem(skill, model, intent, sample, (name, range)));
            }
        }
    }
}

fn problem(skill: &Skill<'_>, model: &Model<'_>, intent: &ModelIntent<'_>, sample: &Sample<'_>, slot: (&str, Range<usize>)) -> Diagnostic {
    let (name, range) = slot;
    let place = sample::place(sample, range.clone());
    let of = intent.name.value;
    if let Some(elsewhere) = skill.intents[intent.intent].slots.iter().find(|slot| slot.name.value == name) {
        let tag = skill.locales[model.locale].tag.value;
        return RULE
            .at(place, format!("the slot `{name}` of `{of}` is not there in {tag}"))
            .also(elsewhere.name.span, "its `locales` leave it out")
            .help(format!("add {tag} to the slot's `locales`, or write this sample without the slot"));
    }
    let problem = RULE.at(place, format!("`{of}` has no slot `{name}`"));
    if let Some(of_type) = intent.slots.iter().find(|slot| slot.kind.is_some_and(|kind| kind.value == name)) {
        return problem.help(format!("samples name the slot, not its type: write `{{{}}}`", of_type.name.value));
    }
    let near = nearest(name, intent.slots.iter().map(|slot| slot.name.value));
    match (near, sample::exact(sample, range)) {
        (Some(near), Some(span)) => problem.fix(format!("a similar one exists: `{{{near}}}`"), span, format!("{{{near}}}")),
        (Some(near), None) => problem.help(format!("a similar one exists: `{{{near}}}`")),
        (None, _) if intent.name.value.starts_with("AMAZON.") => problem.help("write samples of Amazon's intents without slots"),
        (None, _) => problem.help(format!("declare it under `slots` of `{of}`, with its type")),
    }
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    #[test]
    fn a_name_is_told_once_for_each_intent() {
        let keys = "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - greet {freind}\n      - meet {freind}\n      - go to {AMAZON.City}\n";
        assert_eq!(told("UT008", keys, ""), ["`Hello` has no slot `freind`", "`Hello` has no slot `AMAZON.City`"]);
        assert_eq!(fixed("UT008", keys), ["- greet {friend}"]);
    }

    #[test]
    fn a_slot_of_other_locales_is_told_with_the_locale() {
        let keys = "intents: { Hello: { slots: { city: { type: AMAZON.City, locales: [en-US] } }, samples: ['to {city}'] } }";
        let de = "intents: { Hello: { samples: ['nach {city}'] } }";
        assert_eq!(told("UT008", keys, de), ["the slot `city` of `Hello` is not there in de-DE"]);
    }
}
