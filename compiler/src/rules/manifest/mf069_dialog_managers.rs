use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `dialog_management` names no dialog manager.
    ///
    /// Amazon's schema asks for at least one where there is dialog management; `AMAZON.Conversations` is the one that it has.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// dialog_management: { session_start: AMAZON.Conversations }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// dialog_management: { session_start: AMAZON.Conversations, managers: [AMAZON.Conversations] }
    /// ```
    MF069 "dialog-managers" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(management) = skill.dialog_management.as_ref().filter(|management| management.managers.is_empty()) else { return };
    let problem = RULE.at(management.key, "`dialog_management` names no dialog manager");
    report.push(problem.for_want_of(management.key, "managers").help("add `managers: [AMAZON.Conversations]`"));
}
