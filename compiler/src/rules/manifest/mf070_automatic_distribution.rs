use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{AutomaticDistribution, Skill};
use crate::source::Span;

rule! {
    /// `automatic_distribution` contradicts itself or the skill's locales.
    ///
    /// Amazon wants to know whether it is active, and, where it is, which of the skill's locales each language is copied from.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   automatic_distribution: { active: true }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   automatic_distribution: { active: true, source_locales: { en: en-US } }
    /// ```
    MF070 "automatic-distribution" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(said) = &skill.store.automatic_distribution else { return };
    for (place, fault, help) in faults(skill, said) {
        let problem = RULE.at(place, fault).for_want_of(skill.top, "locales").for_want_of(skill.store.key, "locales");
        let problem = problem.for_want_of(said.key, "active").for_want_of(said.key, "source_locales");
        report.push(problem.help(help));
    }
}

fn faults(skill: &Skill<'_>, said: &AutomaticDistribution<'_>) -> Vec<(Span, String, String)> {
    let mut faults = Vec::new();
    let mut tell = |place, fault: String, help: &str| faults.push((place, fault, help.to_owned()));
    let Some(active) = said.active else {
        tell(said.key, "`automatic_distribution` does not say whether it is active".to_owned(), "write `active: true` or `active: false`");
        return faults;
    };
    if active.value && said.source_locales.is_empty() {
        tell(active.span, "nothing says which locales are copied".to_owned(), "write `source_locales`, such as `{ en: en-US }`");
    }
    for (language, source) in &said.source_locales {
        if !skill.listings.iter().any(|page| skill.locales[page.locale].tag.value == source.value) {
            tell(source.span, format!("the store does not list `{}`", source.value), "name a locale of the skill");
        } else if crate::skill::language(source.value) != language.value {
            tell(
                source.span,
                format!("`{}` is not a locale of the language `{}`", source.value, language.value),
                "name one of that language",
            );
        }
    }
    faults
}
