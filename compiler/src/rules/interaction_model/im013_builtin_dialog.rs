use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// One of Amazon's intents is given a dialog: a confirmation or a delegation.
    ///
    /// No documentation says that Alexa leads dialogs for its own intents, and they have no slots to ask for.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.StartOverIntent: { confirm: Do you want to start over? }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.StartOverIntent:
    /// ```
    IM013 "builtin-dialog" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| intent.builtin.is_some()) {
        // Slots of such an intent are told on their own.
        if !intent.slots.is_empty() || !intent.has_dialog() {
            continue;
        }
        let place = intent.delegation.map_or(intent.name.span, |said| said.span);
        let problem =
            RULE.at(place, format!("`{}` is one of Amazon's intents, and those are not known to have dialogs", intent.name.value));
        report.push(problem.help("ask in the handler, and keep in the session what was asked"));
    }
}
