use crate::builtin::EVENTS;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill wants to hear of lists, but does not ask for the permission to read them.
    ///
    /// Events such as `ITEMS_CREATED` are sent for users alone who let the skill read their lists, so the manifest needs
    /// `alexa::household:lists:read` beside them ("Use Skill Events").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { subscriptions: [ITEMS_CREATED] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { subscriptions: [ITEMS_CREATED] }
    /// permissions: ["alexa::household:lists:read"]
    /// ```
    MF046 "list-events-without-permission" Error Daily
}

/// What lets a skill read lists.
const PERMISSION: &str = "alexa::household:lists:read";

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(events) = skill.events.as_ref().filter(|_| !skill.unread.contains(&"permissions")) else { return };
    let is_of_lists =
        |name: &str| EVENTS.contains(&name) && (name.starts_with("ITEMS_") || name.starts_with("LIST_") || name == "ALL_LISTS_CHANGED");
    let first = events.subscriptions.iter().find(|event| is_of_lists(event.value));
    if let Some(event) = first.filter(|_| !asks_for(skill, PERMISSION)) {
        let problem = RULE.at(event.span, format!("event `{}` needs the permission to read lists", event.value));
        report.push(problem.help(format!("add `{PERMISSION}` to `permissions`")));
    }
}

/// Whether the skill asks for the permission, maybe misspelt, which is told apart from this.
pub(crate) fn asks_for(skill: &Skill<'_>, permission: &'static str) -> bool {
    skill.permissions.iter().any(|name| nearest(name.value, [permission]).is_some())
}
