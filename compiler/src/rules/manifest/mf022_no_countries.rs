use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Availability;
use crate::skill::Skill;

rule! {
    /// The list of countries is empty.
    ///
    /// A skill that is not offered worldwide names its countries: with `isAvailableWorldwide: false` the manifest needs at least one
    /// ("Skill Manifest Schema"). 3 of 209 public manifests break this.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   countries: []
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   countries: worldwide
    /// ```
    MF022 "no-countries" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Availability::Only(span, countries) = &skill.store.countries
        && countries.is_empty()
    {
        let problem = RULE.at(*span, "the skill is offered in no country");
        report.push(
            problem.help("list countries such as `[US, GB]`, or write `worldwide`, or `unanswered` to leave it to the developer console"),
        );
    }
}
