use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Listing, Skill};

rule! {
    /// The skill has no name in the store.
    ///
    /// `name` is the one text that Amazon's schema requires for every locale of the manifest
    /// (`SkillManifestLocalizedPublishingInformation`); without it the skill cannot even be created.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { invocation: hello friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    MF005 "missing-name" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    // Where the first locale has one and another does not, the text is missing from a translation, which is told apart from this.
    let lacks = |place: usize, page: &Listing<'_>| page.name.is_none() && (place == 0 || page.omitted.contains(&"name"));
    if skill.listings.iter().enumerate().any(|(place, page)| lacks(place, page)) {
        let problem = RULE
            .at(skill.store.key, "the skill has no `name` in the store")
            .note("Amazon requires it for every locale")
            .for_want_of(skill.top, "skill")
            .for_want_of(skill.store.key, "name");
        report.push(problem.help("add `name: …` under `skill`, 2 to 50 characters"));
    }
}
