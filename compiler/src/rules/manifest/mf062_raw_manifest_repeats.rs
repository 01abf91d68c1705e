use crate::diagnostic::Report;
use crate::raw::entries;
use crate::rules::rule;
use crate::skill::Skill;
use crate::yaml::Value;

rule! {
    /// `amazon.manifest` says something that this language has a key for.
    ///
    /// Two places for one thing would contradict each other sooner or later, and the checks read one of them. The block is for the rest
    /// of Amazon's manifest; the message names the key to use.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation: { category: NEWS }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation:
    ///       gadgetSupport: { requirement: OPTIONAL, numPlayersMax: 4 }
    /// ```
    MF062 "raw-manifest-repeats" Error Daily
}

/// Paths of Amazon's manifest, and the key of this language for each; `*` stands for every locale.
#[rustfmt::skip]
pub(crate) const TYPED: &[(&[&str], &str)] = &[
    (&["permissions"], "permissions"),
    (&["events"], "events"),
    (&["apis", "custom", "endpoint"], "endpoint"),
    (&["apis", "custom", "regions"], "endpoint"),
    (&["apis", "custom", "interfaces"], "interfaces"),
    (&["apis", "custom", "tasks"], "tasks"),
    (&["publishingInformation", "isAvailableWorldwide"], "skill.countries"),
    (&["publishingInformation", "distributionCountries"], "skill.countries"),
    (&["publishingInformation", "distributionMode"], "skill.distribution"),
    (&["publishingInformation", "category"], "skill.category"),
    (&["publishingInformation", "testingInstructions"], "skill.testing_instructions"),
    (&["publishingInformation", "locales", "*", "name"], "skill.name"),
    (&["publishingInformation", "locales", "*", "summary"], "skill.summary"),
    (&["publishingInformation", "locales", "*", "description"], "skill.description"),
    (&["publishingInformation", "locales", "*", "updatesDescription"], "skill.updates"),
    (&["publishingInformation", "locales", "*", "examplePhrases"], "skill.example_phrases"),
    (&["publishingInformation", "locales", "*", "keywords"], "skill.keywords"),
    (&["publishingInformation", "locales", "*", "smallIconUri"], "skill.small_icon"),
    (&["publishingInformation", "locales", "*", "largeIconUri"], "skill.large_icon"),
    (&["privacyAndCompliance", "allowsPurchases"], "compliance.purchases"),
    (&["privacyAndCompliance", "usesPersonalInfo"], "compliance.personal_info"),
    (&["privacyAndCompliance", "isChildDirected"], "compliance.child_directed"),
    (&["privacyAndCompliance", "isExportCompliant"], "compliance.export_compliant"),
    (&["privacyAndCompliance", "containsAds"], "compliance.ads"),
    (&["privacyAndCompliance", "usesHealthInfo"], "compliance.health_info"),
    (&["privacyAndCompliance", "shoppingKit"], "compliance.shopping"),
    (&["privacyAndCompliance", "locales", "*", "privacyPolicyUrl"], "skill.privacy_policy"),
    (&["privacyAndCompliance", "locales", "*", "termsOfUseUrl"], "skill.terms_of_use"),
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.manifest else { return };
    for found in entries(raw.value).filter(|found| found.key.value == "manifestVersion") {
        report.push(RULE.at(found.key.span, "`manifestVersion` is always written").help("remove it"));
    }
    for (path, key) in TYPED {
        walk(raw.value, path, key, report);
    }
}

fn walk(value: Value<'_>, path: &[&str], key: &str, report: &mut Report) {
    let Some((first, rest)) = path.split_first() else { return };
    for found in entries(value).filter(|found| *first == "*" || found.key.value == *first) {
        if rest.is_empty() {
            let problem = RULE.at(found.key.span, format!("`{}` has a key of its own: `{key}`", found.key.value));
            report.push(problem.help(format!("move it to `{key}`")));
        }
        walk(found.value, rest, key, report);
    }
}
