use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::raw::{at, entries};
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `amazon.manifest` names a locale that the skill does not have.
    ///
    /// Each locale of the manifest needs an interaction model, so a further one cannot come in here. In some public manifests such a key
    /// is no locale at all, but something of one level up.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation:
    ///       locales:
    ///         de-DE: { customProductPrompts: { purchasePromptDescription: Kaufen?, purchaseConfirmationDescription: Danke. } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation:
    ///       locales:
    ///         en-US: { customProductPrompts: { purchasePromptDescription: Buy?, purchaseConfirmationDescription: Thanks. } }
    /// ```
    MF065 "raw-manifest-locale" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.manifest else { return };
    let tags: Vec<&str> = skill.locales.iter().map(|locale| locale.tag.value).collect();
    let paths: [&[&str]; 3] = [&["publishingInformation", "locales"], &["privacyAndCompliance", "locales"], &["apis", "custom", "locales"]];
    for locales in paths.iter().filter_map(|path| at(raw.value, path)) {
        for found in entries(locales).filter(|found| !tags.contains(&found.key.value)) {
            let problem = RULE.at(found.key.span, format!("`{}` is not one of the skill's locales", found.key.value));
            report.push(match nearest(found.key.value, tags.iter().copied()) {
                Some(near) => problem.fix(format!("a similar one is: `{near}`"), found.key.span, near),
                None => problem.help(format!("the skill's locales are {}", crate::syntax::listed(&tags))),
            });
        }
    }
}
