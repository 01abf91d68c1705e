use crate::builtin::{EVENTS, PROACTIVE_EVENTS};
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// A proactive event that the skill sends is none that is known.
    ///
    /// Amazon's schema leaves these names open; the proactive events service refuses what is none of its schemas when the event is sent.
    /// A newer one may be missing from the list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { publications: [AMAZON.OrderStatus.Update] }
    /// permissions: ["alexa::devices:all:notifications:write"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { publications: [AMAZON.OrderStatus.Updated] }
    /// permissions: ["alexa::devices:all:notifications:write"]
    /// ```
    MF049 "unknown-publication" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let publications = skill.events.iter().flat_map(|events| &events.publications);
    for event in publications.filter(|event| !PROACTIVE_EVENTS.contains(&event.value)) {
        let problem = RULE
            .at(event.span, format!("no proactive event `{}` is known", event.value))
            .note(format!("known are {}", listed(PROACTIVE_EVENTS)));
        report.push(match nearest(event.value, PROACTIVE_EVENTS.iter().copied()) {
            Some(near) => problem.fix(format!("a similar one is: `{near}`"), event.span, near),
            None if EVENTS.contains(&event.value) => problem.help("the skill hears of this one: move it to `subscriptions`"),
            None => problem,
        });
    }
}
