use super::sl001_slot_name::fault;
use super::sl003_unknown_slot_type::nearest_builtin;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The name of one of the skill's slot types has something other than letters and `_`, or does not begin with a letter.
    ///
    /// Alexa refuses the model with `InvalidSlotTypeName`. No public model deviates.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: mood-type }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   mood-type: [happy, sad]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: MoodType }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   MoodType: [happy, sad]
    /// ```
    SL006 "type-name" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for declared in skill.types.iter().filter(|declared| !declared.is_builtin()) {
        let name = declared.name;
        let Some(fault) = fault(name.value) else { continue };
        let problem = RULE.at(name.span, format!("the slot type name `{}` {fault}", name.value));
        let problem = problem.note("a slot type's name has letters of the English alphabet and `_`, and begins with a letter");
        let meant = name.value.contains('.').then(|| nearest_builtin(name.value)).flatten();
        report.push(match meant {
            Some(meant) => problem.help(format!("to extend Amazon's type write `{meant}`")),
            None => problem,
        });
    }
}
