use crate::diagnostic::{Diagnostic, Report};
use crate::nearest::nearest;
use crate::rules::rule;
use crate::sample::{self, Marks};
use crate::skill::{Model, ModelIntent, Sample, Skill};
use crate::source::Span;
use std::collections::{HashMap, HashSet};
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
    if skill.damaged {
        return;
    }
    let is_read = |intent: &ModelIntent<'_>| !skill.intents[intent.intent].unread.contains(&"slots");
    let mut told: HashSet<(&str, &str)> = HashSet::new();
    let mut last: Option<Meant<'_>> = None;
    for (intent, sample) in sample::marked(model, Marks::SLOT).filter(|(intent, _)| is_read(intent)) {
        for (name, range) in sample::slots(&sample.text) {
            if intent.slot(name).is_none() && told.insert((intent.name.value, name)) {
                let known = last.take().filter(|known| known.intent == intent.intent).unwrap_or_else(|| Meant::of(skill, intent));
                report.push(problem(skill, model, intent, &known, sample, (name, range)));
                last = Some(known);
            }
        }
    }
}

/// What else the name of an intent's slot could mean.
struct Meant<'s> {
    intent: usize,
    /// The slots of all locales, by name.
    anywhere: HashMap<&'s str, Span>,
    /// The first slot of each type.
    by_type: HashMap<&'s str, &'s str>,
}

impl<'s> Meant<'s> {
    fn of(skill: &Skill<'s>, intent: &ModelIntent<'s>) -> Self {
        let anywhere = skill.intents[intent.intent].slots.iter().map(|slot| (slot.name.value, slot.name.span)).collect();
        let typed = intent.slots.iter().rev().filter_map(|slot| Some((slot.kind?.value, slot.name.value)));
        Meant { intent: intent.intent, anywhere, by_type: typed.collect() }
    }
}

fn problem(
    skill: &Skill<'_>,
    model: &Model<'_>,
    intent: &ModelIntent<'_>,
    known: &Meant<'_>,
    sample: &Sample<'_>,
    slot: (&str, Range<usize>),
) -> Diagnostic {
    let (name, range) = slot;
    let place = sample::place(sample, range.clone());
    let of = intent.name.value;
    if let Some(elsewhere) = known.anywhere.get(name) {
        let tag = skill.locales[model.locale].tag.value;
        return RULE
            .at(place, format!("the slot `{name}` of `{of}` is not there in {tag}"))
            .also(*elsewhere, "its `locales` leave it out")
            .help(format!("add {tag} to the slot's `locales`, or write this sample without the slot"));
    }
    let problem = RULE.at(place, format!("`{of}` has no slot `{name}`"));
    if let Some(of_type) = known.by_type.get(name) {
        return problem.help(format!("samples name the slot, not its type: write `{{{of_type}}}`"));
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

    #[test]
    fn slots_that_cannot_be_read_are_not_unknown() {
        for slots in ["slots: [city]", "slot: { city: AMAZON.City }"] {
            assert!(told("UT008", &format!("intents: {{ Hello: {{ {slots}, samples: ['to {{city}}'] }} }}"), "").is_empty(), "{slots}");
        }
    }
}
