use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// `fallback_sensitivity` is set for a locale in which Alexa does not offer it.
    ///
    /// It is documented for English and for German (Germany); elsewhere builds of the model were seen to fail on it. Because a few public models
    /// of other locales have it, this is a warning until the skill is submitted.
    ///
    /// A file `locales/en.yaml` can set it for all English locales at once.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [fr-FR]
    /// fallback_sensitivity: high
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US, en-GB]
    /// fallback_sensitivity: high
    /// ```
    IM014 "sensitivity-locale" Warning Stricter
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut refused: Vec<&Model<'_>> =
        skill.models.iter().filter(|model| model.sensitivity.is_some() && !is_offered(skill, model)).collect();
    while let Some(place) = refused.first().and_then(|model| model.sensitivity).map(|said| said.span) {
        let (here, others) = refused.into_iter().partition(|model| model.sensitivity.is_some_and(|said| said.span == place));
        refused = others;
        let here: Vec<&Model<'_>> = here;
        let tags: Vec<&str> = here.iter().map(|model| skill.locales[model.locale].tag.value).collect();
        let problem = RULE.at(place, format!("the sensitivity of the fallback cannot be set in {}", crate::syntax::listed(&tags)));
        let problem = problem.note("it is documented for English and `de-DE`; builds of other locales were seen to fail on it");
        report.push(problem.help("set it in `locales/en.yaml` or `locales/de-DE.yaml`, for the locales that have it"));
    }
}

/// Whether the model's locale has the sensitivity of the fallback.
pub(super) fn is_offered(skill: &Skill<'_>, model: &Model<'_>) -> bool {
    let locale = skill.locales[model.locale];
    locale.language() == "en" || locale.tag.value == "de-DE"
}
