use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::WhenDisabled;

rule! {
    /// The attributes of users who disable the skill would never be deleted.
    ///
    /// What `persistent_attributes` keeps of a user is deleted when the user disables the skill, and Alexa tells of that only with the event
    /// `SKILL_DISABLED` ("Add Events to Your Skill"). `when_disabled: keep` keeps it on purpose.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// persistent_attributes: { key: user }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// persistent_attributes: { key: user }
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    MF078 "attributes-of-disabled-users" Error Daily
}

const DISABLED: &str = "AlexaSkillEvent.SkillDisabled";

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(kept) = &skill.persistent_attributes else { return };
    let hears_of_it = skill.requests.iter().any(|request| request.known.kind == DISABLED);
    if kept.when_disabled.value == WhenDisabled::Keep || hears_of_it || skill.damaged || skill.unread.contains(&"events") {
        return;
    }
    let problem = RULE.at(kept.when_disabled.span, "the attributes of users who disable the skill would never be deleted");
    report.push(problem.help("add `SKILL_DISABLED` to `events.subscriptions`, or write `when_disabled: keep`"));
}
