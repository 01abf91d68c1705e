use crate::builtin::{INTENTS, Intent};
use crate::diagnostic::{Diagnostic, Report};
use crate::rules::Rule;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The skill leaves out `AMAZON.StopIntent`, `AMAZON.CancelIntent` or `AMAZON.HelpIntent`.
    ///
    /// They are in every skill unasked, because certification tests them: users can always stop, cancel and ask for help (page "Voice Interface
    /// and User Experience Testing"). `omit` takes one out, and so does `locales` for the locales that it leaves out.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.StopIntent: omit
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.StopIntent: { samples: [that will do] }
    /// ```
    IM008 "missing-builtin-intent" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for known in missing(model).filter(|known| known.needed) {
        let problem =
            problem(&RULE, skill, model, known).note("certification tests stopping, cancelling and asking for help in every locale");
        report.push(problem.help("keep the intent in all locales"));
    }
}

/// The intents that are there unasked, and not in this model.
pub(super) fn missing(model: &Model<'_>) -> impl Iterator<Item = &'static Intent> {
    INTENTS.iter().filter(|known| known.unasked && !model.intents.iter().any(|intent| intent.name.value == known.name))
}

/// The problem, where the file leaves the intent out.
pub(super) fn problem(rule: &'static Rule, skill: &Skill<'_>, model: &Model<'_>, known: &Intent) -> Diagnostic {
    match skill.intent(known.name) {
        Some(intent) => {
            let tag = skill.locales[model.locale].tag.value;
            rule.at(intent.name.span, format!("`{}` is left out in `{tag}`", known.name))
        }
        None => {
            let omitted = skill.omitted.iter().find(|omitted| omitted.value == known.name);
            rule.at(omitted.map_or(skill.top, |omitted| omitted.span), format!("`{}` is left out", known.name))
        }
    }
}
