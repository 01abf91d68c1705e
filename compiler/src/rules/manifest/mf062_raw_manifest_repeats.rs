use crate::diagnostic::Report;
use crate::raw::{Words, entries, entry, items, unknown_word};
use crate::rules::rule;
use crate::skill::{Availability, Skill};
use crate::syntax::{Certificate, Distribution, GadgetRequirement, InterfaceKind};
use crate::yaml::{Entry, Kind, Value};

rule! {
    /// `amazon.manifest` says something that this language has a key for.
    ///
    /// Two places for one thing would contradict each other sooner or later, and the checks read one of them. The block is for the rest
    /// of Amazon's manifest; the message names the key to use. What the key cannot say may stand here, such as an interface that is newer than
    /// this language: it is added to the list.
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
    ///       locales:
    ///         en-US: { customProductPrompts: { purchasePromptDescription: Buy?, purchaseConfirmationDescription: Thanks. } }
    /// ```
    MF062 "raw-manifest-repeats" Error Daily
}

/// Paths of Amazon's manifest, and the key of this language for each; `*` stands for every locale.
#[rustfmt::skip]
pub(crate) const TYPED: &[(&[&str], &str)] = &[
    (&["permissions"], "permissions"),
    (&["events", "endpoint"], "events.endpoint"),
    (&["events", "regions"], "events.endpoint"),
    (&["events", "subscriptions"], "events.subscriptions"),
    (&["events", "publications"], "events.publications"),
    (&["apis", "custom", "endpoint"], "endpoint"),
    (&["apis", "custom", "regions"], "endpoint"),
    (&["apis", "smartHome", "endpoint"], "smart_home.endpoint"),
    (&["apis", "smartHome", "regions"], "smart_home.endpoint"),
    (&["apis", "smartHome", "protocolVersion"], "smart_home.protocol_version"),
    (&["apis", "custom", "interfaces"], "interfaces"),
    (&["apis", "custom", "tasks"], "tasks"),
    (&["apis", "custom", "dialogManagement"], "dialog_management"),
    (&["publishingInformation", "isAvailableWorldwide"], "skill.countries"),
    (&["publishingInformation", "distributionCountries"], "skill.countries"),
    (&["publishingInformation", "distributionMode"], "skill.distribution"),
    (&["publishingInformation", "automaticDistribution"], "skill.automatic_distribution"),
    (&["publishingInformation", "automaticClonedLocale"], "skill.cloned_locales"),
    (&["publishingInformation", "gadgetSupport"], "skill.gadget_support"),
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

/// The words of Amazon's under those paths.
const WORDS: Words = &[
    ("manifestVersion", &["1.0"]),
    ("distributionMode", Distribution::AMAZON),
    ("requirement", GadgetRequirement::AMAZON),
    ("sslCertificateType", Certificate::AMAZON),
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.manifest else { return };
    for found in entries(raw.value).filter(|found| found.key.value == "manifestVersion") {
        let always = || RULE.at(found.key.span, "`manifestVersion` is always written, but for `manifest_version: omit` in `skill`");
        report.push(unknown_word(&RULE, &found, WORDS).unwrap_or_else(always).help("remove it"));
    }
    for (path, key) in TYPED {
        walk(skill, raw.value, path, key, report);
    }
}

fn walk(skill: &Skill<'_>, value: Value<'_>, path: &[&str], key: &str, report: &mut Report) {
    let Some((first, rest)) = path.split_first() else { return };
    for found in entries(value).filter(|found| *first == "*" || found.key.value == *first) {
        if rest.is_empty() && !is_beyond(skill, &found) {
            let repeated = || RULE.at(found.key.span, format!("`{}` has a key of its own: `{key}`", found.key.value));
            report.push(unknown_word(&RULE, &found, WORDS).unwrap_or_else(repeated).help(format!("move it to `{key}`")));
        }
        walk(skill, found.value, rest, key, report);
    }
}

/// Whether the key of this language cannot say what stands there.
fn is_beyond(skill: &Skill<'_>, found: &Entry<'_>) -> bool {
    let countries = &skill.store.countries;
    match found.key.value {
        // Some skills are offered everywhere and list countries, or list countries and say no more.
        "distributionCountries" => matches!(countries, Availability::Worldwide),
        "isAvailableWorldwide" => matches!((countries, found.value.kind()), (Availability::Only(..), Kind::Null)),
        "interfaces" => all_beyond(found.value, |item| {
            let kind = entry(item, "type").map(|kind| kind.value.kind());
            !matches!(kind, Some(Kind::Scalar(kind)) if InterfaceKind::from_amazon(kind.text).is_some())
                || has_other_keys(item, INTERFACE_KEYS)
        }),
        "permissions" => all_beyond(found.value, |item| has_other_keys(item, &["name"])),
        "subscriptions" | "publications" => all_beyond(found.value, |item| has_other_keys(item, &["eventName"])),
        "tasks" => all_beyond(found.value, |item| has_other_keys(item, &["name", "version"])),
        _ => false,
    }
}

/// What the options of an interface are called at Amazon's, with `type`.
const INTERFACE_KEYS: &[&str] = &[
    "type",
    "minimumTemplateVersion",
    "minimumApmlVersion",
    "supportedViewports",
    "requestedExtensions",
    "autoInitializedExtensions",
    "packages",
];

fn all_beyond(list: Value<'_>, is_beyond: impl Fn(Value<'_>) -> bool) -> bool {
    items(list).next().is_some() && items(list).all(is_beyond)
}

fn has_other_keys(item: Value<'_>, keys: &[&str]) -> bool {
    !matches!(item.kind(), Kind::Mapping(_)) || entries(item).any(|found| !keys.contains(&found.key.value))
}
