use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Cloned, Skill};

rule! {
    /// `cloned_locales` copies from a locale that the skill does not have, or to another language.
    ///
    /// Amazon copies what the store shows and the interaction model from one locale to others of the same language.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   cloned_locales: { en-GB: [en-AU] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   cloned_locales: { en-US: [en-AU, en-CA] }
    /// ```
    MF071 "cloned-locales" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for Cloned { source, targets } in skill.store.cloned_locales.iter().flatten() {
        if !skill.locales.iter().any(|locale| locale.tag.value == source.value) {
            let problem =
                RULE.at(source.span, format!("`{}` is not one of the skill's locales", source.value)).for_want_of(skill.top, "locales");
            report.push(problem.help("name a locale of the skill to copy from"));
        }
        let language = crate::skill::language(source.value);
        for target in targets.iter().filter(|target| crate::skill::language(target.value) != language) {
            let problem = RULE.at(target.span, format!("`{}` has another language than `{}`", target.value, source.value));
            report.push(problem.help("Amazon copies to locales of the same language only"));
        }
    }
}
