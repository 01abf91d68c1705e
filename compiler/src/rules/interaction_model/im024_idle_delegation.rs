use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Delegation;

rule! {
    /// A delegation is set where there is no dialog that Alexa could lead.
    ///
    /// `delegation: always` hands the dialog to Alexa: it asks for required slots, has values checked, and asks for confirmations. Where an intent
    /// has none of these, and where no intent of the skill has a dialog, it changes nothing.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], delegation: always }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], delegation: always, confirm: Shall I say hello? }
    /// ```
    IM024 "idle-delegation" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    // Dialogs of Amazon's intents are told on their own.
    for intent in skill.intents.iter().filter(|intent| intent.builtin.is_none() && intent.unread.is_empty()) {
        let Some(said) = intent.delegation.filter(|said| said.value == Delegation::Always) else { continue };
        if !intent.confirmed && !intent.slots.iter().any(|slot| slot.has_dialog) {
            let problem = RULE.at(said.span, format!("`{}` has nothing that Alexa could ask", intent.name.value));
            report.push(problem.help("make a slot `required` with `ask`, add `confirm` or `validate`, or leave `delegation` out"));
        }
    }
    if skill.damaged || skill.intents.iter().any(|intent| intent.has_dialog() || !intent.unread.is_empty()) {
        return;
    }
    for said in skill.models.iter().filter_map(|model| model.delegation) {
        report.push(RULE.at(said.span, "no intent has a dialog that could be delegated").help("leave `delegation` out"));
    }
}
