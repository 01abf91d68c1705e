use crate::builtin;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use std::collections::HashMap;

rule! {
    /// One of Amazon's slot types is used in a locale that is not known to have it.
    ///
    /// Where a locale lacks a type, the build of its model fails with `InvalidSlotTypeName` or `MissingSlot`. What is known comes from the page
    /// "Slot Type Reference", from tables of other tools, and from models that were built; Amazon adds locales without saying so, so this is a
    /// warning. A file of `locales/` can give the slot another type, such as one of the skill's own.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-GB]
    /// intents:
    ///   Hello:
    ///     slots: { drink: AMAZON.Drink }
    ///     samples: ["say hello with a {drink}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US]
    /// intents:
    ///   Hello:
    ///     slots: { drink: AMAZON.Drink }
    ///     samples: ["say hello with a {drink}"]
    /// ```
    SL005 "slot-type-locale" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for (kind, models) in uses(skill) {
        let Some(known) = builtin::slot_type(kind.value).filter(|known| known.instead.is_none() && !known.locales.is_empty()) else {
            continue;
        };
        let tags = models.iter().map(|locale| skill.locales[*locale].tag.value);
        // A locale that does not exist is told on its own.
        let without: Vec<&str> = tags.filter(|tag| builtin::LOCALES.contains(tag) && !known.locales.contains(tag)).collect();
        if without.is_empty() {
            continue;
        }
        let problem = RULE.at(kind.span, format!("`{}` is not known to exist in {}", kind.value, crate::syntax::listed(&without)));
        let problem = match known.locales {
            few if few.len() <= 5 => problem.note(format!("it is known in {}", crate::syntax::listed(few))),
            many => problem.note(format!("it is known in {} other locales", many.len())),
        };
        report.push(problem.help("give the slot another type in the file of the locale, or allow `SL005` when the model builds"));
    }
}

/// Every type that slots have or `types` extends: the first place that says it, and the locales in which it is used.
pub(super) fn uses<'s>(skill: &Skill<'s>) -> Vec<(Text<'s>, Vec<usize>)> {
    let mut uses: Vec<(Text<'s>, Vec<usize>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for model in &skill.models {
        let of_slots = model.intents.iter().flat_map(|intent| &intent.slots).filter_map(|slot| slot.kind);
        for kind in of_slots.chain(model.types.iter().map(|declared| declared.name)) {
            let place = *places.entry(kind.value).or_insert_with(|| {
                uses.push((kind, Vec::new()));
                uses.len() - 1
            });
            let locales = &mut uses[place].1;
            if locales.last() != Some(&model.locale) {
                locales.push(model.locale);
            }
        }
    }
    uses
}
