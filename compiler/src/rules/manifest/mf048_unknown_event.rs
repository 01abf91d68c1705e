use crate::builtin::{DEVICE_EVENTS, EVENTS, PROACTIVE_EVENTS};
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A subscribed event is none that Amazon's schema knows.
    ///
    /// The names are a closed set (`EventNameType`): those of skills in capitals, such as `SKILL_DISABLED`, and those of devices with
    /// dots. The name of the request that arrives, such as `AlexaSkillEvent.SkillDisabled`, is another one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_ENABLE] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_ENABLED] }
    /// ```
    MF048 "unknown-event" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for event in skill.events.iter().flat_map(|events| &events.subscriptions) {
        // The schema also has some 150 events of old devices, under these two prefixes.
        let is_old = event.value.starts_with("Legacy.") || event.value.starts_with("LocalApplication.");
        if is_old || EVENTS.contains(&event.value) || DEVICE_EVENTS.contains(&event.value) {
            continue;
        }
        let problem = RULE.at(event.span, format!("no event `{}` can be subscribed to", event.value));
        let bare = event.value.strip_prefix("AlexaSkillEvent.").unwrap_or(event.value);
        report.push(match nearest(bare, EVENTS.iter().chain(DEVICE_EVENTS).copied()) {
            Some(near) => problem.fix(format!("a similar one is: `{near}`"), event.span, near),
            None if PROACTIVE_EVENTS.contains(&event.value) => problem.help("the skill sends this one: move it to `publications`"),
            None => problem.note(format!("{} events of skills are known, such as `SKILL_DISABLED`", EVENTS.len())),
        });
    }
}
