use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Listing, Skill};
use crate::syntax::listed;

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
    let is_first_named = skill.listings.first().is_some_and(|page| page.name.is_some());
    let omits = |page: &Listing<'_>| page.omitted.contains(&"name");
    // Where the first locale has one and another does not, the text is missing from a translation, which is told apart from this.
    let lacking = skill.listings.iter().filter(|page| page.name.is_none() && (!is_first_named || omits(page)));
    let (lacking, tags): (Vec<_>, Vec<_>) = lacking.filter_map(|page| Some((page, skill.locales.get(page.locale)?.tag.value))).unzip();
    if lacking.is_empty() {
        return;
    }
    let locales = if lacking.len() == skill.listings.len() { String::new() } else { format!(" for {}", listed(&tags)) };
    let problem = RULE
        .at(skill.store.key, format!("the skill has no `name` in the store{locales}"))
        .note("Amazon requires it for every locale")
        .for_want_of(skill.top, "skill")
        .for_want_of(skill.store.key, "name");
    let add = if lacking.into_iter().any(omits) { "write `name: …` in place of `name: omit`" } else { "add `name: …` under `skill`" };
    report.push(problem.help(format!("{add}, 2 to 50 characters")));
}
