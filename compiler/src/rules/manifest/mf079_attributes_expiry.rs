use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The days after which attributes are forgotten are none, or more than a century.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// persistent_attributes: { expires_after_days: 0 }
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// persistent_attributes: { expires_after_days: 90 }
    /// events: { subscriptions: [SKILL_DISABLED] }
    /// ```
    MF079 "attributes-expiry" Error Daily
}

const MOST: i64 = 36_500;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let days = skill.persistent_attributes.as_ref().and_then(|kept| kept.expires_after_days);
    if let Some(days) = days.filter(|days| !(1..=MOST).contains(&days.value)) {
        let problem = RULE.at(days.span, format!("attributes cannot expire after {} days", days.value));
        report.push(problem.help(format!("write a number from 1 to {MOST}, or leave it out to keep them")));
    }
}
