use super::mf046_list_events_without_permission::asks_for;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill sends proactive events, but does not ask for the permission to notify users.
    ///
    /// Users let a skill notify them through `alexa::devices:all:notifications:write`; without it there is nobody to send to.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { publications: [AMAZON.OrderStatus.Updated] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { publications: [AMAZON.OrderStatus.Updated] }
    /// permissions: ["alexa::devices:all:notifications:write"]
    /// ```
    MF047 "publications-without-permission" Warning Daily
}

/// What lets a skill notify users.
const PERMISSION: &str = "alexa::devices:all:notifications:write";

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let first = skill.events.as_ref().and_then(|events| events.publications.first());
    if let Some(event) = first.filter(|_| !asks_for(skill, PERMISSION)) {
        let problem = RULE.at(event.span, "the skill sends events, but asks no user whether it may");
        report.push(problem.help(format!("add `{PERMISSION}` to `permissions`")));
    }
}
