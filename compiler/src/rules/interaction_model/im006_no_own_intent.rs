use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{LocaleSet, Skill};

rule! {
    /// The skill, or one of its locales, has no intent of its own.
    ///
    /// With Amazon's intents alone there is nothing that users could ask for; a custom skill needs at least one intent beside them.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   AMAZON.YesIntent:
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent:
    /// ```
    IM006 "no-own-intent" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.damaged {
        return;
    }
    let is_own = |name: &str| !name.starts_with("AMAZON.");
    let own: Vec<_> = skill.intents.iter().filter(|intent| is_own(intent.name.value)).collect();
    if own.is_empty() {
        let problem = RULE.at(skill.top, "the skill has no intent of its own");
        report.push(problem.help("declare what users can ask for under `intents`: a name, and its `samples`"));
        return;
    }
    // An intent that is in no locale was written with locales that are wrong; that is told there.
    if own.iter().any(|intent| intent.locales == LocaleSet(0)) {
        return;
    }
    for model in &skill.models {
        if !model.intents.iter().any(|intent| is_own(intent.name.value)) {
            let tag = skill.locales[model.locale].tag;
            let problem = RULE.at(tag.span, format!("`{}` has no intent of the skill's own", tag.value));
            report.push(problem.help("add the locale to the `locales` of an intent, or take it out of the skill"));
        }
    }
}
