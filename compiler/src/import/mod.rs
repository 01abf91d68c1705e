//! The way back: a skill as Amazon keeps it becomes the skill.yaml that builds it.
//!
//! ```text
//! JSON with places -> manifest, model, linking (taken apart) -> said (by locale) -> share (which file says what) -> form, yaml (text)
//! ```
//!
//! What a key of the language can say is said with it; the rest stands under `amazon` as it is, so that nothing is lost.

mod dialog;
mod form;
mod linking;
mod manifest;
mod model;
mod node;
mod notes;
mod odd;
mod rust_names;
mod said;
mod shape;
mod share;
mod taken;
mod types;
mod yaml;

use crate::diagnostic::{Diagnostic, Report};
use crate::package::envelope;
use crate::package::fields::Fields;
use crate::package::{self, Package, PackageFiles};
use crate::rules::manifest::mf017_icon_address as icon_address;
use crate::rules::packages::pk008_odd_part as odd_part;
use crate::skill::language;
use crate::source::Span;
use node::{Map, Node};
pub use notes::Notes;
use said::Said;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What came of an import.
pub struct Imported {
    /// What is wrong with the files of the package.
    pub diagnostics: Vec<Diagnostic>,
    /// `skill.yaml` and the files of `locales/`, by their paths; none when the package could not be read.
    pub files: Option<BTreeMap<String, String>>,
    /// The files of the package that are icons of the skill, by their paths in it.
    pub icons: Vec<String>,
    /// What was decided without being told, and what needs a person.
    pub notes: Notes,
}

/// Turns the files of a package into those of a skill. With `lenient`, what is not quite JSON is read all the same.
pub fn import(files: &PackageFiles, lenient: bool) -> Imported {
    let mut report = Report::new();
    let package = package::parse(files, lenient, &mut report);
    if report.has_errors() {
        return Imported { diagnostics: report.into_sorted(), files: None, icons: Vec::new(), notes: Notes::default() };
    }
    let mut notes = Notes::default();
    let (files, icons) = Importer { package: &package, notes: &mut notes, report: &mut report }.files();
    Imported { diagnostics: report.into_sorted(), files: Some(files), icons, notes }
}

struct Importer<'a, 't> {
    package: &'t Package<'t>,
    notes: &'a mut Notes,
    report: &'a mut Report,
}

impl<'t> Importer<'_, 't> {
    /// The files of the skill, and its icons.
    fn files(mut self) -> (BTreeMap<String, String>, Vec<String>) {
        let package = self.package;
        let manifest = package.manifest.as_ref().map(|part| envelope::manifest(&part.value).inside);
        let mut locales = self.locales(manifest.as_ref());
        self.models(&mut locales);
        let manifest = manifest.map(|inside| manifest::read(inside.into(), package.linking.is_some(), &mut locales));
        if let Some(manifest) = &manifest {
            self.notes.of_manifest(manifest, package.models.is_empty());
        }
        let variable = variable(&locales);
        let linking = package.linking.as_ref().map(|part| linking::read(&part.value, &variable));
        self.notes.of_locales(&locales);
        if let Some(linking) = &linking {
            self.notes.of_linking(linking, &locales);
        }
        let head = self.head(&locales, manifest.is_some(), linking.is_some());
        let icons = icons(&locales);
        let shared = share::share(locales);
        let main = whole(head, shared.main, manifest, linking);
        (written(main, shared.locals, self.notes), icons)
    }

    /// All locales, the language of skill.yaml first.
    fn locales(&self, manifest: Option<&Fields<'t>>) -> Vec<Said<'t>> {
        let by_locale = manifest.and_then(|inside| Fields::of(inside.see("publishingInformation")?)?.object("locales"));
        let listed: Vec<&'t str> = by_locale.into_iter().flat_map(Fields::rest).map(|(tag, _)| tag).collect();
        let modelled: Vec<&'t str> = self.package.models.iter().map(|(tag, _)| tag.as_str()).collect();
        let mut tags: Vec<&'t str> = Vec::new();
        listed.iter().chain(&modelled).for_each(|tag| {
            if !tags.contains(tag) {
                tags.push(tag);
            }
        });
        if let Some(first) = first(&tags) {
            tags.sort_by_key(|tag| (*tag != first, language(tag) != language(first)));
        }
        let said = |tag| Said { tag, listed: listed.contains(&tag), modelled: modelled.contains(&tag), ..Said::default() };
        tags.into_iter().map(said).collect()
    }

    fn models(&mut self, locales: &mut [Said<'t>]) {
        let mut places = HashMap::new();
        for said in locales {
            let Some((_, part)) = self.package.models.iter().find(|(tag, _)| tag == said.tag) else { continue };
            model::read(&part.value, said, &mut places);
            for odd in std::mem::take(&mut said.odd) {
                let place = Span::new(part.file, odd.range.start, odd.range.end);
                self.report.push(odd_part::RULE.at(place, odd.why).note("it is kept as it is, under `amazon.interaction_model`"));
            }
        }
    }

    /// The keys at the top that are of no part of the package.
    fn head(&self, locales: &[Said<'t>], manifest: bool, linking: bool) -> Map<'t> {
        let models = !self.package.models.is_empty();
        let parts = [("manifest", manifest), ("interaction_models", models), ("account_linking", linking)];
        let is_all = manifest && models;
        let present = parts.iter().filter(|(_, present)| *present).map(|(part, _)| Node::Word(part)).collect();
        let tags = |wanted: fn(&Said<'t>) -> bool| {
            let lacking = locales.iter().any(|said| !wanted(said));
            lacking.then(|| Node::texts(locales.iter().filter(|said| wanted(said)).map(|said| said.tag)))
        };
        let mut head = Map::default()
            .with("sayso", Node::Int(1))
            .with("parts", (!is_all).then_some(Node::List(present)))
            .with("locales", (!locales.is_empty()).then(|| Node::texts(locales.iter().map(|said| said.tag))));
        let none = locales.is_empty().then(|| Node::List(Vec::new()));
        if let Some(listed) = tags(|said| said.listed).or(none).filter(|_| manifest) {
            *head.at(&[Cow::Borrowed("skill"), Cow::Borrowed("locales")]) = listed;
        }
        if let Some(modelled) = tags(|said| said.modelled).filter(|_| models) {
            *head.at(&[Cow::Borrowed("interaction_model"), Cow::Borrowed("locales")]) = modelled;
        }
        head
    }
}

/// The locale that skill.yaml is to be written in: American English, any English, else the first.
fn first<'t>(tags: &[&'t str]) -> Option<&'t str> {
    let wanted = tags.iter().find(|tag| **tag == "en-US").or_else(|| tags.iter().find(|tag| language(tag) == "en"));
    wanted.or(tags.first()).copied()
}

/// The icons that lie in the package, each once.
fn icons(locales: &[Said<'_>]) -> Vec<String> {
    let leaves = locales.iter().flat_map(|said| &said.leaves);
    let said = leaves.filter_map(|leaf| match (&leaf.path[..], &leaf.node) {
        ([skill, key], Node::Text(address)) if skill == "skill" && key.ends_with("_icon") => icon_address::in_package(address),
        _ => None,
    });
    said.map(str::to_owned).collect::<BTreeSet<String>>().into_iter().collect()
}

/// The environment variable for the secret, after the skill's name.
fn variable(locales: &[Said<'_>]) -> String {
    let name = |key: &str| {
        locales.iter().flat_map(|said| &said.leaves).find_map(|leaf| match (&leaf.path[..], &leaf.node) {
            ([skill, found], Node::Text(name)) if skill == "skill" && found == key => Some(name.as_ref()),
            _ => None,
        })
    };
    let name = name("name").or_else(|| name("invocation")).unwrap_or_default();
    let words: Vec<String> =
        name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_ascii_uppercase).collect();
    let prefix = words.join("_");
    if prefix.starts_with(|first: char| first.is_ascii_alphabetic()) {
        format!("{prefix}_CLIENT_SECRET")
    } else {
        "ALEXA_CLIENT_SECRET".to_owned()
    }
}

/// All of skill.yaml.
fn whole<'t>(head: Map<'t>, shared: Map<'t>, manifest: Option<manifest::Manifest<'t>>, linking: Option<linking::Linking<'t>>) -> Map<'t> {
    let mut main = head;
    merge(&mut main, shared);
    if let Some(manifest) = manifest {
        if !manifest.store.is_empty() {
            merge(&mut main, Map::default().with("skill", Node::Map(manifest.store)));
        }
        merge(&mut main, manifest.keys);
        if let Some(rest) = manifest.amazon {
            *main.at(&[Cow::Borrowed("amazon"), Cow::Borrowed("manifest")]) = Node::Map(rest);
        }
    }
    if let Some(linking) = linking {
        merge(&mut main, Map::default().with("account_linking", Node::Map(linking.keys)));
        if let Some(rest) = linking.amazon {
            *main.at(&[Cow::Borrowed("amazon"), Cow::Borrowed("account_linking")]) = Node::Map(rest);
        }
    }
    main
}

fn merge<'t>(map: &mut Map<'t>, over: Map<'t>) {
    for (key, node) in over.0 {
        match (map.0.iter_mut().find(|(known, _)| *known == key), node) {
            (Some((_, Node::Map(known))), Node::Map(over)) => merge(known, over),
            (Some((_, known)), over) => *known = over,
            (None, node) => map.0.push((key, node)),
        }
    }
}

fn written<'t>(mut main: Map<'t>, locals: BTreeMap<&'t str, Map<'t>>, notes: &mut Notes) -> BTreeMap<String, String> {
    rust_names::settle(&mut main, &locals);
    notes.of_names(&main);
    form::tidy(&mut main, None);
    let links = main.get("account_linking").is_some();
    let refers = matches!(main.get("account_linking"), Some(Node::Map(linking)) if linking.get("client_secret").is_some());
    let comment = |key: &str| match key {
        "intents" if links => {
            Some("Which intents need a linked account is not in Amazon's files: add `auth: required` or `auth: optional` where it is so.")
        }
        "account_linking" if refers => {
            Some("Secrets are never in this file: `client_secret` names what holds it when `sayso account-linking --resolved` is run.")
        }
        "amazon" => Some("What this language has no key for, in Amazon's names."),
        _ => None,
    };
    let mut files = BTreeMap::from([("skill.yaml".to_owned(), yaml::text(&main, comment))]);
    for (name, mut local) in locals {
        form::tidy(&mut local, Some(&main));
        files.insert(format!("locales/{name}.yaml"), yaml::text(&local, |_| None));
    }
    files
}
