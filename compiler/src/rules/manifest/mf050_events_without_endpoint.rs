use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill has events, but nowhere to send them.
    ///
    /// In Amazon's schema `events` has an endpoint of its own. Sayso fills in the skill's, and here that is missing too.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: {}
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    MF050 "events-without-endpoint" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(events) = skill.events.as_ref().filter(|events| !(events.subscriptions.is_empty() && events.publications.is_empty())) else {
        return;
    };
    let of_skill = skill.endpoints.as_ref().and_then(|endpoints| endpoints.default.as_ref());
    let of_events = events.endpoints.as_ref().and_then(|endpoints| endpoints.default.as_ref());
    // Where only single regions have endpoints, the missing default is what is told.
    let has_regions = events.endpoints.as_ref().or(skill.endpoints.as_ref()).is_some_and(|endpoints| !endpoints.regions.is_empty());
    if events.no_endpoint || of_skill.or(of_events).is_none() && !has_regions {
        let problem =
            RULE.at(events.key, "there are events, but no endpoint to send them to").note("Amazon requires one beside the events");
        let problem = problem.for_want_of(skill.top, "endpoint").for_want_of(events.key, "endpoint");
        report.push(problem.help("add `endpoint` to the skill, or one for events alone under `events`"));
    }
}
