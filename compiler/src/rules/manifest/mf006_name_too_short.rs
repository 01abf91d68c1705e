use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill's name in the store has less than two characters.
    ///
    /// Amazon's schema asks for at least two (`SkillManifestLocalizedPublishingInformation`).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: H, invocation: hello friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    MF006 "name-too-short" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for name in skill.listings.iter().filter_map(|listing| listing.name) {
        if name.value.trim().chars().count() < 2 {
            report.push(
                RULE.at(name.span, "the skill's name has less than 2 characters").help("write the name that users look for in the store"),
            );
        }
    }
}
