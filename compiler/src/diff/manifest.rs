//! The manifest, by the keys of skill.yaml.

use super::fact::{Fact, Kind, Parts};
use super::json::{fact, member, set, set_of, word};
use crate::package::envelope;
use crate::package::fields::Fields;
use crate::package::json::{Value, text};
use crate::syntax::{Certificate, Distribution, GadgetRequirement, InterfaceKind};
use std::collections::BTreeMap;

/// What the manifest says for all, and for each locale.
pub(super) struct Manifest<'a> {
    pub keys: Parts<'a>,
    pub listings: BTreeMap<&'a str, Parts<'a>>,
}

/// How a value of Amazon's is read.
#[derive(Clone, Copy)]
enum Read {
    AsItIs,
    /// It may hold the password of a test account.
    Hidden,
    Set,
    /// Objects that have nothing but this key.
    SetOf(&'static str),
    /// One of our words.
    Word(fn(&str) -> Option<&'static str>),
    Place,
    Regions,
    Interfaces,
    Tasks,
    Clones,
    Sources,
}

/// Amazon's path, and the key of skill.yaml that says the same.
const KEYS: &[(&str, &str, Read)] = &[
    ("publishingInformation.category", "skill.category", Read::AsItIs),
    ("publishingInformation.testingInstructions", "skill.testing_instructions", Read::Hidden),
    ("publishingInformation.distributionMode", "skill.distribution", Read::Word(Distribution::word_for)),
    ("publishingInformation.automaticDistribution.isActive", "skill.automatic_distribution.active", Read::AsItIs),
    ("publishingInformation.automaticDistribution.sourceLocaleForLanguages", "skill.automatic_distribution.source_locales", Read::Sources),
    ("publishingInformation.automaticClonedLocale.locales", "skill.cloned_locales", Read::Clones),
    ("publishingInformation.gadgetSupport.requirement", "skill.gadget_support.requirement", Read::Word(GadgetRequirement::word_for)),
    ("publishingInformation.gadgetSupport.minGadgetButtons", "skill.gadget_support.min_buttons", Read::AsItIs),
    ("publishingInformation.gadgetSupport.maxGadgetButtons", "skill.gadget_support.max_buttons", Read::AsItIs),
    ("publishingInformation.gadgetSupport.numPlayersMin", "skill.gadget_support.min_players", Read::AsItIs),
    ("publishingInformation.gadgetSupport.numPlayersMax", "skill.gadget_support.max_players", Read::AsItIs),
    ("apis.custom.endpoint", "endpoint.default", Read::Place),
    ("apis.custom.regions", "endpoint", Read::Regions),
    ("apis.smartHome.endpoint", "smart_home.endpoint.default", Read::Place),
    ("apis.smartHome.regions", "smart_home.endpoint", Read::Regions),
    ("apis.smartHome.protocolVersion", "smart_home.protocol_version", Read::AsItIs),
    ("apis.custom.interfaces", "interfaces", Read::Interfaces),
    ("apis.custom.tasks", "tasks", Read::Tasks),
    ("apis.custom.dialogManagement.dialogManagers", "dialog_management.managers", Read::SetOf("type")),
    ("apis.custom.dialogManagement.sessionStartDelegationStrategy.target", "dialog_management.session_start", Read::AsItIs),
    ("permissions", "permissions", Read::SetOf("name")),
    ("events.endpoint", "events.endpoint.default", Read::Place),
    ("events.regions", "events.endpoint", Read::Regions),
    ("events.subscriptions", "events.subscriptions", Read::SetOf("eventName")),
    ("events.publications", "events.publications", Read::SetOf("eventName")),
    ("privacyAndCompliance.allowsPurchases", "compliance.purchases", Read::AsItIs),
    ("privacyAndCompliance.usesPersonalInfo", "compliance.personal_info", Read::AsItIs),
    ("privacyAndCompliance.isChildDirected", "compliance.child_directed", Read::AsItIs),
    ("privacyAndCompliance.isExportCompliant", "compliance.export_compliant", Read::AsItIs),
    ("privacyAndCompliance.containsAds", "compliance.ads", Read::AsItIs),
    ("privacyAndCompliance.usesHealthInfo", "compliance.health_info", Read::AsItIs),
    ("privacyAndCompliance.shoppingKit.isShoppingActionsEnabled", "compliance.shopping.shopping_actions", Read::AsItIs),
    ("privacyAndCompliance.shoppingKit.isAmazonAssociatesOnAlexaEnabled", "compliance.shopping.amazon_associates", Read::AsItIs),
];

/// What is said of each locale.
const LISTING: &[(&str, &str, Read)] = &[
    ("name", "skill.name", Read::AsItIs),
    ("summary", "skill.summary", Read::AsItIs),
    ("description", "skill.description", Read::AsItIs),
    ("updatesDescription", "skill.updates", Read::AsItIs),
    ("examplePhrases", "skill.example_phrases", Read::AsItIs),
    ("keywords", "skill.keywords", Read::Set),
    ("smallIconUri", "skill.small_icon", Read::AsItIs),
    ("largeIconUri", "skill.large_icon", Read::AsItIs),
    ("privacyPolicyUrl", "skill.privacy_policy", Read::AsItIs),
    ("termsOfUseUrl", "skill.terms_of_use", Read::AsItIs),
];

/// Reads a manifest, in its envelope or without.
pub(super) fn read<'a>(value: &'a Value<'a>) -> Manifest<'a> {
    let mut manifest = Manifest { keys: Parts::new(Kind::Manifest), listings: BTreeMap::new() };
    let mut path = Vec::new();
    walk(envelope::manifest(value).inside, &mut path, &mut manifest);
    same_endpoint(&mut manifest.keys);
    manifest
}

fn walk<'a>(mut fields: Fields<'a>, path: &mut Vec<&'a str>, manifest: &mut Manifest<'a>) {
    if path[..] == ["publishingInformation"] {
        countries(&mut fields, &mut manifest.keys);
    }
    for (key, value) in fields.rest() {
        path.push(key);
        let here = path.join(".");
        match (KEYS.iter().find(|(amazon, ..)| *amazon == here), Fields::of(value)) {
            (Some((_, ours, read)), _) => put(&mut manifest.keys, ours, key, value, *read),
            (None, Some(locales)) if here == "publishingInformation.locales" => listings(locales, path, manifest),
            (None, Some(locales)) if here == "privacyAndCompliance.locales" => listings(locales, path, manifest),
            (None, Some(fields)) => walk(fields, path, manifest),
            (None, None) => {
                let at: Vec<&str> = ["amazon", "manifest"].into_iter().chain(path.iter().copied()).collect();
                manifest.keys.put(&at, member(key, value));
            }
        }
        path.pop();
    }
}

/// The texts of each locale. A locale that is listed with nothing is a locale all the same.
fn listings<'a>(locales: Fields<'a>, path: &[&'a str], manifest: &mut Manifest<'a>) {
    for (tag, value) in locales.rest() {
        let listing = manifest.listings.entry(tag).or_insert_with(|| Parts::new(Kind::Listing));
        let Some(fields) = Fields::of(value) else {
            listing.put(&["amazon", "manifest"], fact(value));
            continue;
        };
        for (key, value) in fields.rest() {
            match LISTING.iter().find(|(amazon, ..)| *amazon == key) {
                Some((_, ours, read)) => put(listing, ours, key, value, *read),
                None => {
                    let at: Vec<&str> = ["amazon", "manifest"].into_iter().chain(path.iter().copied()).chain([tag, key]).collect();
                    listing.put(&at, member(key, value));
                }
            }
        }
    }
}

fn put<'a>(parts: &mut Parts<'a>, ours: &'static str, key: &str, value: &'a Value<'a>, read: Read) {
    let path: Vec<&str> = ours.split('.').collect();
    let found = match read {
        Read::AsItIs => member(key, value),
        Read::Hidden => text(value).map(|text| Fact::Hidden(text.to_owned())).or_else(|| fact(value)),
        Read::Set => set(value),
        Read::SetOf(key) => set_of(value, key),
        Read::Word(ours) => word(value, ours),
        Read::Place => place(value),
        Read::Interfaces => interfaces(value),
        Read::Tasks => pairs(value, "name", "version", fact),
        Read::Clones => pairs(value, "source", "targets", set),
        Read::Sources => pairs(value, "language", "sourceLocale", fact),
        Read::Regions => return regions(parts, &path, value),
    };
    parts.put(&path, found);
}

/// Where the skill is offered, which takes two keys at Amazon's.
fn countries<'a>(fields: &mut Fields<'a>, keys: &mut Parts<'a>) {
    let (worldwide, list) = (fields.take("isAvailableWorldwide", Some), fields.take("distributionCountries", Some));
    let is_empty = |list: &Option<&Value<'_>>| list.is_none_or(|list| fact(list).is_none());
    let said = match (worldwide, list) {
        (Some(Value::BooleanLit(truth)), list) if truth.value && is_empty(&list) => Some(Fact::plain("worldwide")),
        (Some(Value::BooleanLit(truth)), Some(list)) if !truth.value => Some(set(list).unwrap_or_else(|| Fact::plain("none"))),
        (Some(Value::BooleanLit(truth)), None) if !truth.value => Some(Fact::plain("none")),
        (worldwide, list) => {
            let path = |key| ["amazon", "manifest", "publishingInformation", key];
            keys.put(&path("isAvailableWorldwide"), worldwide.and_then(fact));
            keys.put(&path("distributionCountries"), list.and_then(set));
            None
        }
    };
    keys.put(&["skill", "countries"], said);
}

/// Where code runs: an address, and what may be said of it.
fn place<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    let Some(mut fields) = Fields::of(value) else { return fact(value) };
    let mut parts = Parts::new(Kind::Keys);
    parts.put(&["uri"], fields.take("uri", fact));
    parts.put(&["certificate"], fields.take("sslCertificateType", |kind| word(kind, Certificate::word_for)));
    parts.put(&["source_dir"], fields.take("sourceDir", fact));
    parts.leave(fields, &["amazon"]);
    parts.unless_empty()
}

fn regions<'a>(parts: &mut Parts<'a>, path: &[&'static str], value: &'a Value<'a>) {
    let Some(regions) = Fields::of(value) else { return parts.put(&[path, &["regions"]].concat(), fact(value)) };
    for (region, value) in regions.rest() {
        let mut fields = Fields::or_none(value);
        let at: Vec<&'a str> = path.iter().copied().chain([region]).collect();
        parts.put(&at, fields.take("endpoint", place));
        let under: Vec<&'a str> = at.into_iter().chain(["amazon"]).collect();
        parts.leave(fields, &under);
    }
}

/// Events that go where requests go are not told twice.
fn same_endpoint(keys: &mut Parts<'_>) {
    let Some(Fact::Parts(events)) = keys.get("events") else { return };
    let (own, of_events) = (keys.get("endpoint"), events.get("endpoint"));
    if own.is_some() && own == of_events {
        keys.within("events", Kind::Keys).put(&["endpoint"], Fact::plain("that of the skill"));
    }
}

fn interfaces<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    let Value::Array(array) = value else { return fact(value) };
    let mut parts = Parts::new(Kind::Keys);
    for item in &array.elements {
        let Some((mut fields, name)) = Fields::of(item).and_then(|mut fields| fields.text("type").map(|name| (fields, name))) else {
            parts.add("without a type", fact(item).unwrap_or_else(|| Fact::plain("there")));
            continue;
        };
        let mut own = Parts::new(Kind::Keys);
        let viewports = fields.take("supportedViewports", set);
        own.put(&["supported_viewports"], viewports);
        own.put(&["requested_extensions"], fields.take("requestedExtensions", |list| set_of(list, "uri")));
        own.put(&["packages"], fields.take("packages", |list| set_of(list, "id")));
        own.leave(fields, &[]);
        parts.add(InterfaceKind::word_for(name).unwrap_or(name), own.unless_empty().unwrap_or_else(|| Fact::plain("there")));
    }
    parts.unless_empty()
}

/// A list of objects as what stands under `value` of each, by what stands under `name`.
fn pairs<'a>(list: &'a Value<'a>, name: &str, value: &str, read: fn(&'a Value<'a>) -> Option<Fact<'a>>) -> Option<Fact<'a>> {
    let Value::Array(array) = list else { return fact(list) };
    let mut parts = Parts::new(Kind::Keys);
    for item in &array.elements {
        let mut fields = Fields::of(item)?;
        let Some(name) = fields.text(name) else { return fact(list) };
        let found = fields.entry(value).and_then(|found| read(&found.value)).unwrap_or_else(|| Fact::plain("there"));
        if fields.rest().next().is_some() {
            return fact(list);
        }
        parts.add(name, found);
    }
    parts.unless_empty()
}
