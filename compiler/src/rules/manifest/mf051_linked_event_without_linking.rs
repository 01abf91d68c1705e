use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill wants to hear of linked accounts, but has no account linking.
    ///
    /// `SKILL_ACCOUNT_LINKED` and `SKILL_ACCOUNT_UNLINKED` are sent when a user links or unlinks an account of the skill's service.
    /// Without `account_linking` that never happens.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_ACCOUNT_LINKED] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    MF051 "linked-event-without-linking" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.linking.is_some() || skill.unread.contains(&"account_linking") {
        return;
    }
    let subscriptions = skill.events.iter().flat_map(|events| &events.subscriptions);
    for event in subscriptions.filter(|event| matches!(event.value, "SKILL_ACCOUNT_LINKED" | "SKILL_ACCOUNT_UNLINKED")) {
        let problem = RULE.at(event.span, format!("event `{}` never comes: the skill has no account linking", event.value));
        report.push(problem.help("add `account_linking`, or remove the event"));
    }
}
