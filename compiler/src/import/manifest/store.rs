//! `publishingInformation`: what the store shows, and where the skill is offered.

use super::{Manifest, drop_empty};
use crate::import::node::{Map, Node};
use crate::import::said::Said;
use crate::import::taken::{Taken, whole};
use crate::package::json::{text, texts, truth};
use crate::syntax::{Distribution, GadgetRequirement};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn publishing<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>, locales: &mut [Said<'t>]) {
    if !top.has("publishingInformation") {
        manifest.store = std::mem::take(&mut manifest.store).with("countries", Node::Word("unanswered"));
    }
    top.within("publishingInformation", |publishing| {
        let category = publishing.text("category");
        manifest.category = category;
        let mode = publishing.take("distributionMode", |mode| Distribution::word_for(text(mode)?));
        let store = std::mem::take(&mut manifest.store)
            .with("category", category.map(Node::text))
            .with("testing_instructions", publishing.text("testingInstructions").map(Node::text))
            .with("countries", countries(publishing))
            .with("distribution", mode.map(Node::Word));
        manifest.store = store
            .with("automatic_distribution", automatic_distribution(publishing))
            .with("cloned_locales", cloned_locales(publishing))
            .with("gadget_support", gadget_support(publishing));
        publishing.within("locales", |by_locale| {
            for said in locales.iter_mut().filter(|said| said.listed) {
                by_locale.within(said.tag, |listing| self::listing(listing, said));
                drop_empty(by_locale, said.tag);
            }
        });
    });
}

fn listing<'t>(listing: &mut Taken<'t>, said: &mut Said<'t>) {
    let text = |listing: &mut Taken<'t>, key: &str| listing.text(key).map(Node::text);
    let texts = |listing: &mut Taken<'t>, key: &str| listing.texts(key).filter(|texts| !texts.is_empty()).map(Node::texts);
    said.text(&["skill", "name"], text(listing, "name"));
    said.text(&["skill", "summary"], text(listing, "summary"));
    said.text(&["skill", "description"], text(listing, "description"));
    said.text(&["skill", "updates"], text(listing, "updatesDescription"));
    said.text(&["skill", "example_phrases"], texts(listing, "examplePhrases"));
    said.text(&["skill", "keywords"], texts(listing, "keywords"));
    said.structure(&["skill", "small_icon"], text(listing, "smallIconUri"));
    said.structure(&["skill", "large_icon"], text(listing, "largeIconUri"));
}

/// `worldwide` needs not be said.
fn countries<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    let worldwide = publishing.see("isAvailableWorldwide").and_then(truth);
    let countries = publishing.see("distributionCountries").and_then(texts);
    let said = match (worldwide, countries) {
        (Some(true), _) => None,
        (Some(false), countries) => Some(Node::texts(countries.unwrap_or_default())),
        (None, Some(countries)) if !countries.is_empty() && !publishing.has("isAvailableWorldwide") => {
            // A list of countries is written with this beside it, unless it is taken away.
            publishing.put("isAvailableWorldwide", Node::Null);
            Some(Node::texts(countries))
        }
        (None, _) => return Some(Node::Word("unanswered")),
    };
    publishing.truth("isAvailableWorldwide");
    if said.is_some() {
        publishing.texts("distributionCountries");
    }
    said
}

fn automatic_distribution<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("automaticDistribution", |value| {
        whole(value, |taken| {
            let sources = taken.items("sourceLocaleForLanguages", |item| {
                whole(item, |item| Some((item.text("language")?, Node::text(item.text("sourceLocale")?))))
            });
            let sources = if sources.is_empty() { None } else { Some(unique(sources)?) };
            Some(Node::Map(Map::default().with("active", taken.truth("isActive").map(Node::Bool)).with("source_locales", sources)))
        })
    })
}

fn cloned_locales<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("automaticClonedLocale", |value| {
        whole(value, |taken| {
            let targets = |item: &mut Taken<'t>| Node::texts(item.texts("targets").unwrap_or_default());
            let clones = taken.items("locales", |item| whole(item, |item| Some((item.text("source")?, targets(item)))));
            if clones.is_empty() { None } else { unique(clones) }
        })
    })
}

fn gadget_support<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("gadgetSupport", |value| {
        whole(value, |taken| {
            let requirement = taken.take("requirement", |word| GadgetRequirement::word_for(text(word)?)).map(Node::Word);
            let mut int = |key: &str| taken.int(key).map(Node::Int);
            let (min_buttons, max_buttons) = (int("minGadgetButtons"), int("maxGadgetButtons"));
            let (min_players, max_players) = (int("numPlayersMin"), int("numPlayersMax"));
            let map = Map::default().with("requirement", requirement).with("min_buttons", min_buttons).with("max_buttons", max_buttons);
            Some(Node::Map(map.with("min_players", min_players).with("max_players", max_players)))
        })
    })
}

/// A map, if no key stands twice.
fn unique<'t>(entries: Vec<(&'t str, Node<'t>)>) -> Option<Node<'t>> {
    let mut seen = HashSet::new();
    let is_unique = entries.iter().all(|(key, _)| seen.insert(*key));
    is_unique.then(|| Node::Map(Map(entries.into_iter().map(|(key, node)| (Cow::Borrowed(key), node)).collect())))
}
