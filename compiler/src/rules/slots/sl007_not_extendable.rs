use super::sl003_unknown_slot_type::nearest_builtin;
use crate::builtin::{self, Gives, SlotType};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `types` extends a slot type of Amazon's that cannot be extended, or that does not exist.
    ///
    /// Amazon's list types, such as `AMAZON.City`, take further values. Numbers, dates, times and phrases do not, and no other name may begin with
    /// `AMAZON.` (page "Slot Type Reference"). Alexa answers with `InvalidSlotTypeName`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { count: AMAZON.NUMBER }
    ///     samples: ["say hello {count} times"]
    /// types:
    ///   AMAZON.NUMBER: [a dozen]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// types:
    ///   AMAZON.City: [gotham]
    /// ```
    SL007 "not-extendable" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for name in skill.types.iter().filter(|declared| declared.is_builtin()).map(|declared| declared.name) {
        let Some(known) = builtin::slot_type(name.value) else {
            let problem = RULE.at(name.span, format!("Amazon has no slot type `{}`", name.value));
            report.push(match nearest_builtin(name.value) {
                Some(near) => problem.fix(format!("a similar one exists: `{near}`"), name.span, near),
                None => problem.help("write a slot type of your own without `AMAZON.`"),
            });
            continue;
        };
        if !is_extendable(known) {
            let problem = RULE.at(name.span, format!("`{}` takes no further values", name.value));
            let problem = problem.note("only Amazon's lists, such as `AMAZON.City`, can be extended");
            report.push(problem.help("declare a slot type of your own with these values"));
        }
    }
}

/// Whether the type is a list that takes further values.
pub(super) fn is_extendable(known: &SlotType) -> bool {
    known.gives == Gives::Listed
}
