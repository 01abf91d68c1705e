use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// One of Amazon's intents is given slots.
    ///
    /// They have the slots that Amazon gives them: none, but for the fixed ones of `AMAZON.SelectIntent` (page "Standard Built-in Intents"). No
    /// public model adds any.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent:
    ///     slots: { when: AMAZON.DATE }
    ///     samples: ["yes {when}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent:
    ///   AgreeOnDay:
    ///     slots: { when: AMAZON.DATE }
    ///     samples: ["that is fine on {when}"]
    /// ```
    IM011 "builtin-slots" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| intent.builtin.is_some()) {
        let Some(slot) = intent.slots.first() else { continue };
        let problem = RULE.at(slot.name.span, format!("`{}` cannot have slots of the skill's own", intent.name.value));
        let problem = problem.note("the slots of Amazon's intents are fixed; most have none");
        report.push(problem.help("declare an intent of your own that has the slot"));
    }
}
