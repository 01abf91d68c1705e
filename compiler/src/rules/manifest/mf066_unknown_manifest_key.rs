use super::mf062_raw_manifest_repeats::TYPED;
use super::mf063_not_of_the_manifest::foreign;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::raw::entries;
use crate::rules::rule;
use crate::skill::Skill;
use crate::yaml::Value;

rule! {
    /// `amazon.manifest` has a key that Amazon's schema does not know.
    ///
    /// The service refuses or ignores such a key, and says little. A key that is newer than this list can stay: turn the rule off for
    /// this skill with `lints`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation: { paidSkillsInformation: { price: 1 } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation: { paidSkillInformation: { price: 1 } }
    /// ```
    MF066 "unknown-manifest-key" Warning Daily
}

/// The maps whose keys are known, and those of them that this language has no key for; `*` stands for every locale.
#[rustfmt::skip]
const KNOWN: &[(&[&str], &[&str])] = &[
    (&[], &["manifestVersion", "publishingInformation", "apis", "privacyAndCompliance", "authorizedClients", "events"]),
    (&["publishingInformation"], &[
        "locales", "name", "description", "paidSkillInformation",
    ]),
    (&["publishingInformation", "locales", "*"], &["customProductPrompts"]),
    (&["apis"], &[
        "custom", "smartHome", "flashBriefing", "video", "music", "householdList", "alexaForBusiness", "knowledge", "demandResponse",
        "routines", "health",
    ]),
    (&["apis", "custom"], &["locales", "connections", "appLink", "_targetRuntimes"]),
    (&["events"], &[]),
    (&["privacyAndCompliance"], &["locales"]),
    (&["privacyAndCompliance", "locales", "*"], &[]),
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.manifest else { return };
    for (path, others) in KNOWN {
        let typed =
            TYPED.iter().filter(|(typed, _)| typed.len() == path.len() + 1 && typed.starts_with(path)).map(|(typed, _)| typed[path.len()]);
        let keys: Vec<&str> = others.iter().copied().chain(typed).collect();
        walk(raw.value, path, &keys, report);
    }
}

fn walk(value: Value<'_>, path: &[&str], keys: &[&str], report: &mut Report) {
    if let Some((first, rest)) = path.split_first() {
        return entries(value)
            .filter(|found| *first == "*" || found.key.value == *first)
            .for_each(|found| walk(found.value, rest, keys, report));
    }
    // Other rules tell of what belongs elsewhere.
    let is_told = |key: &str| key == "manifest" || foreign(key).is_some();
    for found in entries(value).filter(|found| !keys.contains(&found.key.value) && !is_told(found.key.value)) {
        let problem = RULE.at(found.key.span, format!("Amazon's manifest has no key `{}` here", found.key.value));
        report.push(match nearest(found.key.value, keys.iter().copied()) {
            Some(near) => problem.fix(format!("a similar one is: `{near}`"), found.key.span, near),
            None => problem.help("remove it, or allow it under `lints` when it is newer than this list"),
        });
    }
}
