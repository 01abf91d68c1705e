use super::lo009_unusable_locale::is_file_name;
use crate::builtin::LOCALES;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// The skill is to be published in a locale that Alexa does not have.
    ///
    /// Skills have 17 locales (`LocalizedName.locale` in Amazon's schema), written as `en-US`: a language in small letters and a country
    /// in capitals. British English is `en-GB`; there is no `pt-PT` and no `en-ZA`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-UK]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-GB]
    /// ```
    LO008 "unknown-amazon-locale" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tag in skill.locales.iter().map(|locale| locale.tag).filter(|tag| is_file_name(tag.value) && !LOCALES.contains(&tag.value)) {
        let problem = RULE.at(tag.span, format!("Alexa has no locale `{}`", tag.value));
        let language = tag.value.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let of_language: Vec<&str> = LOCALES.iter().copied().filter(|known| known.starts_with(&format!("{language}-"))).collect();
        let near = match tag.value.to_ascii_lowercase().replace('_', "-").as_str() {
            "en-uk" => Some("en-GB"),
            lower => LOCALES.iter().copied().find(|known| known.eq_ignore_ascii_case(lower)),
        };
        report.push(match (near, of_language.is_empty()) {
            (Some(near), _) => problem.fix(format!("a similar one is: `{near}`"), tag.span, near),
            (None, true) => problem.note(format!("the locales are {}", listed(LOCALES))),
            (None, false) => problem.note(format!("for this language it has {}", listed(&of_language))),
        });
    }
}
