//! The skill manifest (`SkillManifestEnvelope`).

use super::json::{self, Json, Object, text, texts};
use super::raw;
use crate::analysis::Checked;
use crate::skill::{
    Answered, Answers, AutomaticDistribution, Availability, Cloned, DialogManagement, Endpoints, Events, GadgetSupport, Interface, Listing,
    Skill, SmartHome, Target,
};
use crate::source::Spanned;
use crate::syntax::{Certificate, InterfaceOptions, ViewportBlock};

/// `skill-package/skill.json`.
pub fn manifest(skill: &Checked<'_>) -> Vec<u8> {
    let mut manifest = Object::default()
        .with("manifestVersion", (!skill.store.versionless).then(|| text("1.0")))
        .with("publishingInformation", publishing(skill))
        .with("apis", apis(skill))
        .with("permissions", permissions(skill))
        .with("events", skill.events.as_ref().and_then(|events| self::events(skill, events)))
        .with("privacyAndCompliance", privacy(skill))
        .build();
    if let Some(patch) = skill.amazon.manifest.and_then(raw::patch) {
        manifest.merge(patch);
    }
    json::bytes(&Object::default().with("manifest", manifest).build())
}

fn publishing<'s>(skill: &'s Skill<'_>) -> Option<Json<'s>> {
    let store = &skill.store;
    let (worldwide, countries) = match &store.countries {
        Availability::Worldwide => (Some(true), Some(Vec::new())),
        Availability::Unanswered(_) => (None, None),
        Availability::Only(_, countries) => (Some(false), Some(countries.iter().map(|country| country.value).collect())),
    };
    Object::default()
        .with("isAvailableWorldwide", worldwide.map(Json::Bool))
        .with("distributionCountries", countries.map(texts))
        .with("distributionMode", store.distribution.map(|said| text(said.value.amazon())))
        .with("automaticDistribution", store.automatic_distribution.as_ref().map(automatic_distribution))
        .with("automaticClonedLocale", store.cloned_locales.as_ref().map(|sources| cloned_locales(sources)))
        .with("gadgetSupport", store.gadget_support.as_ref().map(gadget_support))
        .with("category", store.category.map(|category| text(category.value)))
        .with("testingInstructions", store.testing_instructions.map(|said| text(said.value)))
        .with("locales", by_locale(skill, |found| Some(listing(found))))
        .unless_empty()
}

fn automatic_distribution<'s>(said: &AutomaticDistribution<'s>) -> Json<'s> {
    let sources = said.source_locales.iter();
    let sources =
        sources.map(|(language, source)| json::object([("language", text(language.value)), ("sourceLocale", text(source.value))]));
    Object::default()
        .with("isActive", said.active.map(|said| Json::Bool(said.value)))
        .with("sourceLocaleForLanguages", (!said.source_locales.is_empty()).then(|| Json::Array(sources.collect())))
        .build()
}

fn cloned_locales<'s>(sources: &[Cloned<'s>]) -> Json<'s> {
    let cloned = sources.iter().map(|Cloned { source, targets }| {
        let targets = (!targets.is_empty()).then(|| texts(targets.iter().map(|target| target.value)));
        Object::default().with("source", text(source.value)).with("targets", targets).build()
    });
    json::object([("locales", Json::Array(cloned.collect()))])
}

fn gadget_support<'s>(said: &GadgetSupport) -> Json<'s> {
    let number = |said: Option<Spanned<i64>>| said.map(|said| Json::Int(said.value));
    Object::default()
        .with("requirement", said.requirement.map(|said| text(said.value.amazon())))
        .with("minGadgetButtons", number(said.buttons[0]))
        .with("maxGadgetButtons", number(said.buttons[1]))
        .with("numPlayersMin", number(said.players[0]))
        .with("numPlayersMax", number(said.players[1]))
        .build()
}

/// An object with an entry for each locale; what `make` has nothing for is left out.
fn by_locale<'s>(skill: &'s Skill<'_>, make: impl Fn(&'s Listing<'s>) -> Option<Json<'s>>) -> Option<Json<'s>> {
    let entries = skill.listings.iter().filter_map(|listing| Some((skill.locales[listing.locale].tag.value, make(listing)?)));
    entries.fold(Object::default(), |object, (locale, value)| object.with_owned(locale, value)).unless_empty()
}

/// A locale that the store lists is there, even with nothing to show.
fn listing<'s>(listing: &'s Listing<'_>) -> Json<'s> {
    let said = |said: Option<crate::source::Text<'s>>| said.map(|said| text(said.value));
    let list = |list: &'s Option<Vec<crate::source::Text<'_>>>| {
        list.as_ref().filter(|items| !items.is_empty()).map(|items| texts(items.iter().map(|item| item.value)))
    };
    Object::default()
        .with("name", said(listing.name))
        .with("summary", said(listing.summary))
        .with("description", said(listing.description))
        .with("updatesDescription", said(listing.updates))
        .with("examplePhrases", list(&listing.example_phrases))
        .with("keywords", list(&listing.keywords))
        .with("smallIconUri", said(listing.small_icon))
        .with("largeIconUri", said(listing.large_icon))
        .build()
}

fn apis<'s>(skill: &'s Skill<'_>) -> Option<Json<'s>> {
    Object::default()
        .with("custom", skill.store.not_custom.is_none().then(|| custom(skill)))
        .with("smartHome", skill.smart_home.as_ref().map(smart_home))
        .unless_empty()
}

fn smart_home<'s>(part: &'s SmartHome<'_>) -> Json<'s> {
    let endpoints = part.endpoints.as_ref();
    Object::default()
        .with("endpoint", endpoints.and_then(|endpoints| endpoints.default.as_ref()).map(target))
        .with("regions", endpoints.and_then(regions))
        .with("protocolVersion", part.protocol_version.map(|version| text(version.value)))
        .build()
}

fn custom<'s>(skill: &'s Skill<'_>) -> Json<'s> {
    let endpoints = skill.endpoints.as_ref();
    let tasks = skill.tasks.iter().map(|task| json::object([("name", text(task.name.value)), ("version", text(task.version.value))]));
    Object::default()
        .with("endpoint", endpoints.and_then(|endpoints| endpoints.default.as_ref()).map(target))
        .with("regions", endpoints.and_then(regions))
        .with("interfaces", Json::Array(skill.interfaces.iter().map(interface).collect()))
        .with("dialogManagement", skill.dialog_management.as_ref().map(dialog_management))
        .with("tasks", (!skill.tasks.is_empty()).then(|| Json::Array(tasks.collect())))
        .build()
}

fn target<'s>(target: &Target<'s>) -> Json<'s> {
    let certificate = target.certificate.map(|said| said.value).or(target.is_https().then_some(Certificate::Trusted));
    let certificate = certificate.filter(|kind| *kind != Certificate::Unanswered);
    Object::default()
        .with("uri", target.uri.map(|uri| text(uri.value)))
        .with("sourceDir", target.source_dir.map(|folder| text(folder.value)))
        .with("sslCertificateType", certificate.map(|kind| text(kind.amazon())))
        .build()
}

fn regions<'s>(endpoints: &Endpoints<'s>) -> Option<Json<'s>> {
    let entries = endpoints.regions.iter().map(|(region, place)| (*region, json::object([("endpoint", target(place))])));
    entries.fold(Object::default(), |object, (region, place)| object.with_owned(region, place)).unless_empty()
}

fn interface<'s>(interface: &'s Interface<'_>) -> Json<'s> {
    let object = Object::default().with("type", text(interface.kind.value.amazon()));
    match &interface.options {
        None => object.build(),
        Some(options) => with_options(object, options).build(),
    }
}

fn with_options<'s>(object: Object<'s>, options: &'s InterfaceOptions<'_>) -> Object<'s> {
    let uris = |list: &'s crate::syntax::List<crate::source::Text<'_>>, key: &'s str| {
        Json::Array(list.items.iter().map(|item| json::object([(key, text(item.value))])).collect())
    };
    let auto = options.auto_initialized_extensions.as_ref().map(|list| {
        let extension = |block: &'s crate::syntax::ExtensionBlock<'_>| {
            let settings = block.settings.map(|settings| raw::json(settings.value));
            Object::default().with("uri", block.uri.map(|uri| text(uri.value))).with("settings", settings).build()
        };
        Json::Array(list.items.iter().map(extension).collect())
    });
    object
        .with("minimumTemplateVersion", options.minimum_template_version.map(|version| text(version.value)))
        .with("minimumApmlVersion", options.minimum_apml_version.map(|version| text(version.value)))
        .with("supportedViewports", options.supported_viewports.as_ref().map(|list| Json::Array(list.items.iter().map(viewport).collect())))
        .with("requestedExtensions", options.requested_extensions.as_ref().map(|list| uris(list, "uri")))
        .with("autoInitializedExtensions", auto)
        .with("packages", options.packages.as_ref().map(|list| uris(list, "id")))
}

fn viewport<'s>(block: &'s ViewportBlock<'_>) -> Json<'s> {
    let number = |said: Option<Spanned<i64>>| said.map(|said| Json::Int(said.value));
    Object::default()
        .with("mode", block.mode.map(|mode| text(mode.value)))
        .with("shape", block.shape.map(|shape| text(shape.value)))
        .with("minWidth", number(block.min_width))
        .with("maxWidth", number(block.max_width))
        .with("minHeight", number(block.min_height))
        .with("maxHeight", number(block.max_height))
        .build()
}

fn dialog_management<'s>(said: &DialogManagement<'s>) -> Json<'s> {
    let managers = said.managers.iter().map(|manager| json::object([("type", text(manager.value))]));
    Object::default()
        .with("sessionStartDelegationStrategy", said.session_start.map(|target| json::object([("target", text(target.value))])))
        .with("dialogManagers", (!said.managers.is_empty()).then(|| Json::Array(managers.collect())))
        .build()
}

fn permissions<'s>(skill: &'s Skill<'_>) -> Option<Json<'s>> {
    let names = skill.permissions.iter().map(|name| json::object([("name", text(name.value))]));
    (!skill.permissions.is_empty()).then(|| Json::Array(names.collect()))
}

fn events<'s>(skill: &'s Skill<'_>, events: &'s Events<'_>) -> Option<Json<'s>> {
    let endpoints = events.endpoints.as_ref().or(skill.endpoints.as_ref()).filter(|_| !events.no_endpoint);
    let names = |names: &'s [crate::source::Text<'_>]| {
        let named = names.iter().map(|name| json::object([("eventName", text(name.value))]));
        (!names.is_empty()).then(|| Json::Array(named.collect()))
    };
    Object::default()
        .with("endpoint", endpoints.and_then(|endpoints| endpoints.default.as_ref()).map(target))
        .with("regions", endpoints.and_then(regions))
        .with("subscriptions", names(&events.subscriptions))
        .with("publications", names(&events.publications))
        .unless_empty()
}

fn privacy<'s>(skill: &'s Skill<'_>) -> Option<Json<'s>> {
    let object = match &skill.store.compliance {
        Some(answers) => self::answers(answers),
        None => Object::default(),
    };
    let urls = by_locale(skill, |listing| {
        Object::default()
            .with("privacyPolicyUrl", listing.privacy_policy.map(|url| text(url.value)))
            .with("termsOfUseUrl", listing.terms_of_use.map(|url| text(url.value)))
            .unless_empty()
    });
    object.with("locales", urls).unless_empty()
}

fn answers(answers: &Answers) -> Object<'_> {
    let answer = |given: &Answered| given.answer.truth().map(Json::Bool);
    let shopping = answers.shopping.map(|(actions, associates)| {
        Object::default()
            .with("isShoppingActionsEnabled", actions.map(Json::Bool))
            .with("isAmazonAssociatesOnAlexaEnabled", associates.map(Json::Bool))
            .build()
    });
    Object::default()
        .with("allowsPurchases", answer(&answers.purchases))
        .with("usesPersonalInfo", answer(&answers.personal_info))
        .with("isChildDirected", answer(&answers.child_directed))
        .with("isExportCompliant", answer(&answers.export_compliant))
        .with("containsAds", answer(&answers.ads))
        .with("usesHealthInfo", answer(&answers.health_info))
        .with("shoppingKit", shopping)
}
