use crate::builtin::COUNTRIES;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Availability;
use crate::skill::Skill;

rule! {
    /// A country is none in which skills can be offered.
    ///
    /// Countries are two capital letters as in ISO 3166-1. Amazon's schema (`DistributionCountries`) has 241 of them; a few that the
    /// standard has, such as `CU`, are not among them.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   countries: [US, UK]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   countries: [US, GB]
    /// ```
    MF021 "unknown-country" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Availability::Only(_, countries) = &skill.store.countries else { return };
    for country in countries.iter().filter(|country| !COUNTRIES.contains(&country.value)) {
        let problem = RULE.at(country.span, format!("skills cannot be offered in a country `{}`", country.value));
        let upper = country.value.to_ascii_uppercase();
        report.push(match upper.as_str() {
            "UK" => problem.fix("the United Kingdom is `GB`", country.span, "GB"),
            "WORLDWIDE" => problem.help("write `countries: worldwide`, without a list"),
            known if COUNTRIES.contains(&known) => problem.fix("write it in capitals", country.span, upper),
            _ => problem.note(format!("Amazon takes {} codes of two capital letters, as in ISO 3166-1", COUNTRIES.len())),
        });
    }
}
