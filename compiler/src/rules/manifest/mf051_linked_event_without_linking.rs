use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill wants to hear of linked accounts, but has no account linking.
    ///
    /// `SKILL_ACCOUNT_LINKED` and `SKILL_ACCOUNT_UNLINKED` are sent when a user links or unlinks an account of the skill's service.
    /// Without `account_linking` that never happens.
    ///
    /// An imported skill may have lost it on the way: Amazon keeps account linking apart from the package, and its command line does not
    /// export it. `ask smapi get-account-linking-info` fetches it; saved as `accountLinking.json` beside the package it is imported as well.
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
        let elsewhere = "an imported skill may have it all the same, for Amazon's command line does not export it: save what \
                         `ask smapi get-account-linking-info` gives as `accountLinking.json` beside the package, and import again";
        report.push(problem.help("add `account_linking`, or remove the event").help(elsewhere));
    }
}
