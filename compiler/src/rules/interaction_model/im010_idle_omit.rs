use crate::builtin::intent_named;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `omit` stands at an intent that it cannot leave out.
    ///
    /// It leaves out, in skill.yaml and for all locales, one of the intents that are there unasked: `AMAZON.StopIntent`, `AMAZON.CancelIntent`,
    /// `AMAZON.HelpIntent`, `AMAZON.FallbackIntent` and `AMAZON.NavigateHomeIntent`. Any other intent is left out by not writing it, and one that
    /// some locales have says so with `locales`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent: omit
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    IM010 "idle-omit" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for omitted in &skill.omitted {
        let is_unasked = intent_named(omitted.value).is_some_and(|known| known.unasked);
        if omitted.span.file == skill.file && !is_unasked {
            let problem = RULE.at(omitted.span, format!("`{}` is not there unasked, so `omit` leaves nothing out", omitted.value));
            report.push(problem.help("remove the line"));
        } else if omitted.span.file != skill.file && skill.intent(omitted.value).is_some() {
            let problem = RULE.at(omitted.span, "`omit` has no effect in a file of `locales/`");
            report.push(problem.help("say in skill.yaml which locales have the intent: `locales: […]`"));
        }
    }
}
