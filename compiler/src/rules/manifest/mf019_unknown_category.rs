use crate::builtin::CATEGORIES;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The store's category is none of those that are known.
    ///
    /// Amazon's schema leaves the category open, and the service refuses what is no category with "Skill manifest is not valid". The
    /// known ones are those that several independent tools agree on and a few that published skills use; a newer one may be missing from
    /// the list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: TAXI_RIDESHARING
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: TAXI_AND_RIDESHARING
    /// ```
    MF019 "unknown-category" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(category) = skill.store.category.filter(|category| !CATEGORIES.contains(&category.value)) else { return };
    let problem = RULE.at(category.span, format!("no category `{}` is known", category.value));
    report.push(match nearest(category.value, CATEGORIES.iter().copied()) {
        Some(near) => problem.fix(format!("a similar one is: `{near}`"), category.span, near),
        None => problem.help(format!("choose one of the {} in the developer console, in capitals with `_`", CATEGORIES.len())),
    });
}
